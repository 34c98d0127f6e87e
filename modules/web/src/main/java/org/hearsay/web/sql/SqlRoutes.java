package org.hearsay.web.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.store.QuerySession;
import org.hearsay.store.StatementException;
import org.hearsay.store.StoreException;
import org.hearsay.web.api.Asker;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Csv;
import org.hearsay.web.http.Json;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** Statements of one's own. */
public final class SqlRoutes {
  private static final int MOST_ROWS = 10_000;
  private static final int ROWS = 1_000;
  private static final long MOST_BYTES = 16L << 20;

  /** In UTF-16 code units; a longer one is none that somebody wrote. */
  private static final int LONGEST = 100_000;

  private static final String SQL = "sql";
  private static final String PARAMETERS = "parameters";
  private static final String LIMIT = "limit";
  private static final Set<String> FIELDS = Set.of(SQL, PARAMETERS, LIMIT);

  private final Asker asker;
  private final boolean allowed;

  /**
   * Over that store.
   *
   * @param allowed whether statements of one's own may be asked
   */
  public SqlRoutes(Asker asker, boolean allowed) {
    this.asker = asker;
    this.allowed = allowed;
  }

  /** The route. */
  public List<Route> all() {
    return List.of(
        Route.post(
            "/api/sql",
            "sql",
            "The answer to one SELECT of one's own (DuckDB's SQL) over the tables, which"
                + " /api/tables says. Only where the server is started with --sql.",
            List.of(
                Csv.FORMAT,
                Parameter.field(SQL, "string", null, "One SELECT; $name is a parameter."),
                Parameter.field(
                    PARAMETERS,
                    "object",
                    "{}",
                    "The value of each parameter, by its name; bound as a text."),
                Parameter.field(
                    LIMIT,
                    "integer",
                    Integer.toString(ROWS),
                    "How many rows, at most " + MOST_ROWS + ".")),
            Reply.of(
                    AnswerTable.shape("Table")
                        .with("milliseconds", Shape.integer(), "How long it took.")
                        .withCommit())
                .orCsv(),
            this::answer));
  }

  private Answer answer(Asked asked) {
    if (!allowed) {
      throw Problem.of(
          403,
          "Statements of one's own are not taken here",
          "Start hearsay serve with --sql; hearsay query answers them without a server.");
    }
    String format = asked.word(Csv.FORMAT);
    JsonNode body = Json.read(asked.body());
    String sql = statement(body);
    int limit = limit(body.path(LIMIT));
    AnswerTable table = new AnswerTable(limit);
    long began = System.nanoTime();
    boolean more;
    try {
      more =
          asker.guest(
              sql,
              values(body.path(PARAMETERS)),
              new QuerySession.Size(limit, MOST_BYTES),
              table,
              asked.caller());
    } catch (StoreException e) {
      throw told(e);
    }
    if (format.equals("csv")) {
      return table.csv("hearsay");
    }
    Map<String, @Nullable Object> out = table.told();
    out.put("truncated", more);
    out.put("milliseconds", (System.nanoTime() - began) / 1_000_000);
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  /** What is wrong, in the words of whoever asks by HTTP. */
  private static RuntimeException told(StoreException e) {
    if (e.isOutOfMemory()) {
      return Problem.of(
          422,
          "That takes too much memory",
          "It needs more than statements may use here: narrow it, ask for fewer columns, or count"
              + " where you list.");
    }
    String what = e.what();
    return switch (e.why()) {
      case ENDED -> Problem.of(503, "It was ended", String.valueOf(e.getMessage()));
      case NO_VALUE ->
          Problem.parameter(
              PARAMETERS,
              "has no %s, which the statement names as $%s: send {\"%s\": {\"%s\": …}}, null where it"
                  .concat(" has no value")
                  .formatted(what, what, PARAMETERS, what));
      case READS_FILES ->
          Problem.statement(what + ": only tables are read here, and no files", 0, 0);
      case NO_TABLE ->
          Problem.statement(
              what + ": there is no such table; GET /api/tables says which there are", 0, 0);
      case OTHER ->
          e instanceof StatementException wrong
              ? Problem.statement(String.valueOf(wrong.getMessage()), wrong.line(), wrong.column())
              : e;
    };
  }

  private static String statement(JsonNode body) {
    if (!body.isObject()) {
      throw wrong("it is no object");
    }
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw wrong("nothing is called " + name + " there");
              }
            });
    String sql = body.path(SQL).asText();
    if (!body.path(SQL).isTextual() || sql.isBlank()) {
      throw wrong("there is no statement");
    }
    if (sql.length() > LONGEST) {
      throw Problem.of(
          413,
          "The statement is too long",
          "It has %,d characters, and at most %,d are taken.".formatted(sql.length(), LONGEST));
    }
    return sql;
  }

  private static int limit(JsonNode given) {
    if (given.isMissingNode()) {
      return ROWS;
    }
    if (!given.isIntegralNumber()
        || !given.canConvertToInt()
        || given.asInt() < 1
        || given.asInt() > MOST_ROWS) {
      throw wrong("limit is a whole number from 1 to " + MOST_ROWS);
    }
    return given.asInt();
  }

  private static Map<String, @Nullable String> values(JsonNode given) {
    if (!given.isMissingNode() && !given.isObject()) {
      throw wrong("parameters is an object, such as {\"about\": \"kfor\"}");
    }
    Map<String, @Nullable String> out = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      JsonNode value = entry.getValue();
      if (value.isContainerNode()) {
        throw wrong("the parameter " + entry.getKey() + " is a text, a number or a truth");
      }
      out.put(entry.getKey(), value.isNull() ? null : value.asText());
    }
    return out;
  }

  private static Problem wrong(String what) {
    return Problem.of(
        400,
        "The body is not as it should be",
        what + ": send {\"sql\": \"select …\", \"parameters\": {}, \"limit\": 1000}");
  }
}
