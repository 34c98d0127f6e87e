package org.hearsay.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearsay.store.search.Articles;
import org.hearsay.store.search.Chains;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Facet;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Statement;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Csv;
import org.hearsay.web.http.Json;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** Claims: lists, one, facets, and how many there were when. */
public final class ClaimRoutes {
  private static final Parameter FACETS =
      Parameter.text("facets", "Which, with commas between (default: all).");
  private static final Parameter FACET_LIMIT =
      Parameter.number("facetLimit", "How many values of each, at most 200.", 12);
  private static final int MOST_VALUES = 200;
  private static final int BANDS = 10;
  private static final String MEASURED = "measured-confidence.json";

  /** A longer series tells nothing that a coarser one does not. */
  private static final int MOST_BUCKETS = 2_000;

  private static final Parameter BY =
      Parameter.word(
          "by",
          "How long a stretch is; auto: so that there are about a hundred.",
          "auto",
          "auto",
          "hour",
          "day",
          "week",
          "month");

  /** What is told of a stretch of time. */
  private static final List<String> BUCKET = List.of("at", "claims", "of");

  private final Asker asker;
  private final ClaimRows claims;
  private final Remembered wholes;

  /** How often claims of some confidence were right, where people had annotated all there were. */
  private final JsonNode measured;

  /** Over that store. */
  public ClaimRoutes(Asker asker) {
    this.measured = measured();
    this.asker = asker;
    this.claims = new ClaimRows(asker);
    this.wholes = new Remembered(asker);
  }

  /** The routes. */
  public List<Route> all() {
    TableShapes tables = new TableShapes(asker.store().tables());
    return List.of(
        new Lists(asker)
            .route(Claims.LISTING, Shape.page("Claims", ClaimRows.shape(tables)), claims::complete),
        new Lists(asker).route(Chains.LISTING, Shape.page("Chains", link(tables)), rows -> rows),
        Route.get(
            "/api/claims/facets",
            "count-claims",
            "How often each value is among the claims that the filters choose; the filter of a"
                + " facet's own name does not narrow it.",
            with(FACETS, FACET_LIMIT),
            Reply.of(ClaimShapes.facets()),
            this::facets),
        Route.get(
            "/api/claims/series",
            "claims-by-time",
            "How many claims the filters choose in each stretch of time, and how many there are.",
            with(BY, Csv.FORMAT),
            Reply.of(ClaimShapes.series()).orCsv(),
            this::series),
        Route.get(
            "/api/claims/confidence",
            "claims-by-confidence",
            "How sure the claims are that the filters choose: how many in each tenth.",
            Lists.filters(Claims.LISTING),
            Reply.of(ClaimShapes.confidence()),
            this::confidence),
        Route.get(
            "/api/claims/{id}",
            "claim",
            "One claim, whole, with its article's summary.",
            List.of(Parameter.path("id", "The claim's id.")),
            Reply.of(ClaimShapes.whole(tables)),
            this::one));
  }

  /** A link, with the article that it is read in. */
  private static Shape link(TableShapes tables) {
    return tables
        .row("ChainLinkRow", "chain_links")
        .maybe(tables.only("claims", "outletId", "outletName", "title", "url"))
        .with(tables.only("claims", "voice", "datedAt"));
  }

  private static List<Parameter> with(Parameter... more) {
    List<Parameter> out = new ArrayList<>(Lists.filters(Claims.LISTING));
    out.addAll(Arrays.asList(more));
    return out;
  }

  private Answer one(Asked asked) {
    String id = asked.inPath("id");
    Map<String, Object> claim = claims.one(id).orElseThrow(() -> Problem.unknown("claim", id));
    new ArticleRows(asker)
        .complete(asker.rows(Articles.LISTING.one(String.valueOf(claim.get("articleId")))))
        .forEach(article -> claim.put("article", article));
    claim.put("commit", asker.commit());
    return Answer.json(claim);
  }

  private Answer facets(Asked asked) {
    int limit = asked.number(FACET_LIMIT, 1, MOST_VALUES);
    Map<String, Object> out = new LinkedHashMap<>();
    Statement sums = Claims.LISTING.sums(asked.query(), Claims.SUMS);
    out.putAll(asker.claims(search -> search.sums(asked.query()), () -> asker.rows(sums).get(0)));
    Map<String, Object> facets = new LinkedHashMap<>();
    Map<String, Object> sql = new LinkedHashMap<>();
    for (Facet facet : wanted(asked.one("facets"))) {
      Statement statement = Claims.LISTING.facet(facet, asked.query(), limit);
      List<String> chosen = asked.query().getOrDefault(facet.name(), List.of());
      List<Map<String, Object>> values = values(facet, statement, asked.query(), limit);
      values.forEach(
          value -> value.put("chosen", chosen.contains(String.valueOf(value.get("value")))));
      facets.put(facet.name(), values);
      sql.put(facet.name(), statement.written());
    }
    out.put("facets", facets);
    out.put("sql", sql);
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private List<Map<String, Object>> values(
      Facet facet, Statement statement, Map<String, List<String>> given, int limit) {
    Function<Statement, List<Map<String, Object>>> asking =
        asked ->
            asker.claims(
                search -> search.facet(facet.name(), given, limit), () -> asker.rows(asked));
    // Of a facet its own filter is left out: what is left is often what others ask for.
    List<Map<String, Object>> out = new ArrayList<>();
    wholes.get(statement, asking).forEach(value -> out.add(new LinkedHashMap<>(value)));
    return facet.equals(Claims.ENTITIES) ? claims.named(out) : out;
  }

  private static List<Facet> wanted(Optional<String> names) {
    if (names.isEmpty()) {
      return Claims.FACETS;
    }
    List<Facet> out = new ArrayList<>();
    for (String name : names.get().split(",", -1)) {
      out.add(
          Claims.FACETS.stream()
              .filter(facet -> facet.name().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      Problem.parameter(
                          "facets",
                          "takes "
                              + String.join(", ", Claims.FACETS.stream().map(Facet::name).toList())
                              + ", not "
                              + name)));
    }
    return out;
  }

  private Answer series(Asked asked) {
    Statement bounds = Claims.LISTING.sums(asked.query(), Claims.SPAN);
    Map<String, Object> span =
        asker.claims(search -> search.span(asked.query()), () -> asker.rows(bounds).get(0));
    String chosen = asked.word(BY);
    String by = chosen.equals("auto") ? fitting(span) : chosen;
    Statement statement = Claims.LISTING.series(asked.query(), by, Claims.AT);
    Map<LocalDateTime, Long> counts = counts(counted(asked.query(), by, statement));
    Map<LocalDateTime, Long> whole = counts(whole(asked, by));
    List<Map<String, Object>> buckets = buckets(counts, whole, by);
    if (asked.word(Csv.FORMAT).equals("csv")) {
      return Csv.answer(
          BUCKET,
          buckets.stream().map(bucket -> BUCKET.stream().map(bucket::get).toList()).toList());
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("by", by);
    out.put("buckets", buckets);
    out.put(
        "completeUntil",
        start(LocalDateTime.now(ZoneOffset.UTC), by).toInstant(ZoneOffset.UTC).toString());
    out.put("undated", Asker.number(span.get("undated")));
    out.put(
        "sql", Listing.besideAll(statement, Claims.LISTING.series(times(asked), by, Claims.AT)));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private List<Map<String, Object>> counted(
      Map<String, List<String>> given, String by, Statement statement) {
    return asker.claims(search -> search.series(given, by), () -> asker.rows(statement));
  }

  private static JsonNode measured() {
    try (@Nullable InputStream in = ClaimRoutes.class.getResourceAsStream(MEASURED)) {
      return Json.read(
          Bytes.of(Objects.requireNonNull(in, MEASURED + " is missing").readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer confidence(Asked asked) {
    Statement statement = Claims.LISTING.parts(asked.query(), Claims.CONFIDENCE, BANDS);
    Map<Long, Long> counts = new TreeMap<>();
    asker
        .rows(statement)
        .forEach(row -> counts.put(Asker.number(row.get("part")), Asker.number(row.get("count"))));
    List<Map<String, Object>> bands = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      Map<String, Object> band = new LinkedHashMap<>();
      band.put("from", i / (double) BANDS);
      band.put("to", (i + 1) / (double) BANDS);
      band.put("claims", counts.getOrDefault((long) i, 0L));
      bands.add(band);
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("bands", bands);
    out.put("measured", measured);
    out.put("sql", statement.written());
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  /** The same without the filters that say what claims are about: many ask for the same. */
  private List<Map<String, Object>> whole(Asked asked, String by) {
    Map<String, List<String>> times = times(asked);
    return wholes.get(
        Claims.LISTING.series(times, by, Claims.AT), statement -> counted(times, by, statement));
  }

  /** What of a filter holds for all that it is a share of. */
  private static Map<String, List<String>> times(Asked asked) {
    Map<String, List<String>> out = new LinkedHashMap<>(asked.query());
    out.keySet().retainAll(List.of("from", "to", "voice"));
    return out;
  }

  private static Map<LocalDateTime, Long> counts(List<Map<String, Object>> rows) {
    Map<LocalDateTime, Long> out = new TreeMap<>();
    for (Map<String, Object> row : rows) {
      out.put(
          LocalDateTime.ofInstant(Instant.parse(String.valueOf(row.get("at"))), ZoneOffset.UTC),
          Asker.number(row.get("count")));
    }
    return out;
  }

  private static String fitting(Map<String, Object> span) {
    if (!span.containsKey("first")) {
      return "day";
    }
    Duration length =
        Duration.between(
            Instant.parse(String.valueOf(span.get("first"))),
            Instant.parse(String.valueOf(span.get("last"))));
    if (length.toDays() <= 3) {
      return "hour";
    }
    if (length.toDays() <= 120) {
      return "day";
    }
    return length.toDays() <= 900 ? "week" : "month";
  }

  /** Each stretch from the first to the last of the filtered, those with nothing too. */
  private static List<Map<String, Object>> buckets(
      Map<LocalDateTime, Long> counts, Map<LocalDateTime, Long> whole, String by) {
    List<Map<String, Object>> out = new ArrayList<>();
    @Nullable LocalDateTime last =
        counts.keySet().stream().max(LocalDateTime::compareTo).orElse(null);
    @Nullable LocalDateTime at =
        counts.keySet().stream().min(LocalDateTime::compareTo).orElse(null);
    while (last != null && at != null && !at.isAfter(last)) {
      if (out.size() == MOST_BUCKETS) {
        throw Problem.parameter(
            "by", "is too short for the time that is asked for: give a longer one, or from and to");
      }
      out.add(
          Map.of(
              "at",
              at.toInstant(ZoneOffset.UTC).toString(),
              "claims",
              counts.getOrDefault(at, 0L),
              "of",
              whole.getOrDefault(at, 0L)));
      at = next(at, by);
    }
    return out;
  }

  private static LocalDateTime next(LocalDateTime at, String by) {
    return switch (by) {
      case "hour" -> at.plusHours(1);
      case "day" -> at.plusDays(1);
      case "week" -> at.plusWeeks(1);
      default -> at.plusMonths(1);
    };
  }

  private static LocalDateTime start(LocalDateTime at, String by) {
    LocalDate day = at.toLocalDate();
    return switch (by) {
      case "hour" -> at.truncatedTo(ChronoUnit.HOURS);
      case "day" -> day.atStartOfDay();
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      default -> day.withDayOfMonth(1).atStartOfDay();
    };
  }
}
