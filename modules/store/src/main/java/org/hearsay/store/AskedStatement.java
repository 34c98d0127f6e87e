package org.hearsay.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.hearsay.store.AskedFunctions.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked: one SELECT, or EXPLAIN of one. DuckDB's own parser says whether it is one, and
 * of what it is made; a transaction that only reads would let {@code EXPLAIN ANALYZE COPY} write a
 * file. Safe for use by several threads.
 */
final class AskedStatement {
  private static final String PARSED =
      "SELECT json_serialize_sql(?::VARCHAR, skip_null := true, skip_empty := true,"
          + " skip_default := true)";

  private static final Pattern EXPLAIN =
      Pattern.compile(
          "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*explain\\b\\s*(?:analyze\\b)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern FIRST_WORD = Pattern.compile("[\\s(]*([A-Za-z]+)");

  /** A statement that is nested more deeply is refused. */
  private static final int DEEPEST = 10_000;

  /** Longer ones are looked at each time. */
  private static final int LONGEST_KEPT = 20_000;

  private static final int MOST_KEPT = 500;

  private static final ObjectReader READER =
      new JsonMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .reader();

  /** Those that may be asked: to look costs as much as many an answer does. */
  private final Map<Known, Form> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Form> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Known(String sql, Reach reach) {}

  /** What a statement is. */
  enum Form {
    /** It gives rows, and may stand in another. */
    SELECT,
    /** It tells how another one is run. */
    EXPLAIN
  }

  /**
   * Refuses what is no question, or reaches for more than it may.
   *
   * @param sql the statement as it will be run: with numbers for its parameters
   * @throws StoreException when it is none, or several, with what is wrong
   */
  Form require(DuckDBConnection connection, String sql, Reach reach) throws SQLException {
    Known asked = new Known(sql, reach);
    synchronized (known) {
      @Nullable Form form = known.get(asked);
      if (form != null) {
        return form;
      }
    }
    Form form = check(connection, sql, reach);
    if (sql.length() <= LONGEST_KEPT) {
      synchronized (known) {
        known.put(asked, form);
      }
    }
    return form;
  }

  private static Form check(DuckDBConnection connection, String sql, Reach reach)
      throws SQLException {
    Matcher explain = EXPLAIN.matcher(sql);
    boolean explained = explain.lookingAt();
    int from = explained ? explain.end() : 0;
    JsonNode parsed = parsed(connection, sql.substring(from));
    if (parsed.path("error").asBoolean()) {
      throw wrong(parsed, sql, from);
    }
    int count = parsed.path("statements").size();
    if (count == 0) {
      throw noQuestion(sql);
    }
    if (count > 1) {
      throw several();
    }
    look(parsed.path("statements").path(0), reach);
    return explained ? Form.EXPLAIN : Form.SELECT;
  }

  private static JsonNode parsed(DuckDBConnection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARSED)) {
      statement.setString(1, sql);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return READER.readTree(rows.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new StoreException("the statement is nested too deeply: take it apart", e);
    }
  }

  private static StoreException wrong(JsonNode parsed, String sql, int from) {
    String message = parsed.path("error_message").asText();
    if (!parsed.path("error_type").asText().equals("parser")) {
      return noQuestion(sql);
    }
    int at = parsed.path("position").asInt(-1);
    return new StatementException(
        "Parser Error: " + message + (at < 0 ? "" : place(sql, from + at)), null);
  }

  private static String place(String sql, int codePoints) {
    return StatementException.shown(
        sql, sql.offsetByCodePoints(0, Math.min(codePoints, sql.codePointCount(0, sql.length()))));
  }

  private static StoreException noQuestion(String sql) {
    String bare = NamedParameters.withoutTexts(sql).strip();
    int end = bare.indexOf(';');
    if (end >= 0 && !bare.substring(end).replace(";", "").isBlank()) {
      return several();
    }
    Matcher first = FIRST_WORD.matcher(bare);
    String word = first.lookingAt() ? first.group(1).toUpperCase(Locale.ROOT) : "";
    if (bare.toLowerCase(Locale.ROOT).contains("pivot")) {
      return new StoreException(
          "a PIVOT has to name the values that become columns: PIVOT … ON form IN ('DIRECT',"
              + " 'INDIRECT')");
    }
    return new StoreException(
        "the tables are only read: a statement is one SELECT, FROM, WITH or the like"
            + (word.isEmpty() ? "" : ", and no other begins with " + word));
  }

  private static StoreException several() {
    return new StoreException("one statement at a time: another one follows after the semicolon");
  }

  /** Looks at every function and table that the statement names. */
  private static void look(JsonNode statement, Reach reach) {
    Deque<JsonNode> left = new ArrayDeque<>();
    left.push(statement);
    while (!left.isEmpty()) {
      JsonNode node = left.pop();
      String type = node.path("type").asText();
      if (type.equals("TABLE_FUNCTION")) {
        requireRows(node.path("function").path("function_name").asText(), reach);
        // Looked at as what gives rows; its arguments may hold others.
        node.path("function").path("children").forEach(left::push);
        continue;
      }
      if (type.equals("BASE_TABLE")) {
        requireTable(node, reach);
      }
      String function = node.path("function_name").asText();
      if (!function.isEmpty() && !AskedFunctions.computes(function, reach)) {
        throw refused(function);
      }
      node.forEach(left::push);
    }
  }

  private static void requireRows(String function, Reach reach) {
    if (!AskedFunctions.gives(function, reach)) {
      throw AskedFunctions.readsFiles(function)
          ? new StoreException(
              StoreException.Why.READS_FILES,
              function,
              function
                  + ": only tables are read here; files are read by hearsay query where it has the"
                  + " tables itself: with --pages, or with a --store that no other process keeps",
              null)
          : refused(function);
    }
  }

  private static StoreException refused(String function) {
    return new StoreException(
        function
            + ": this function is not for questions: leave it out (numbers in a row come FROM"
            + " range(…))");
  }

  private static void requireTable(JsonNode node, Reach reach) {
    String table = node.path("table_name").asText();
    String schema = node.path("schema_name").asText();
    String catalog = node.path("catalog_name").asText();
    if (!AskedFunctions.reads(catalog, schema, table, reach)) {
      String named =
          (catalog.isEmpty() ? "" : catalog + ".") + (schema.isEmpty() ? "" : schema + ".") + table;
      throw new StoreException(
          StoreException.Why.NO_TABLE,
          named,
          named
              + ": only Hearsay's tables are read here; hearsay query --tables says which there"
              + " are",
          null);
    }
  }
}
