package org.hearsay.web.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.figures.Health;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.Lists;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Route;
import org.hearsay.web.pipeline.Pipeline;
import org.hearsay.web.pipeline.Reading;
import org.hearsay.web.pipeline.StageState;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** How well things go. */
public final class HealthRoutes {
  /** So far back rates are told. */
  private static final Duration LOOKED_AT = Duration.ofHours(1);

  private final Asker asker;
  private final Pipeline pipeline;
  private final Clock clock;

  /** Over that store, and what writes to it. */
  public HealthRoutes(Asker asker, Pipeline pipeline, Clock clock) {
    this.asker = asker;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> all() {
    return List.of(
        Route.get(
                "/api/health",
                "health",
                "How much there is and comes in, how the stages of this process are, and what could"
                    + " not be read.",
                List.of(),
                Reply.of(HealthShapes.health()),
                this::health)
            .changing(),
        new Lists(asker)
            .route(
                Health.DEAD_LETTERS,
                Shape.page(
                    "DeadLetters", HealthShapes.letter(new TableShapes(asker.store().tables()))),
                rows -> rows),
        Route.get(
            "/api/dead-letters/reasons",
            "count-dead-letters",
            "Why records could not be processed, the most frequent reason first.",
            List.of(),
            Reply.of(HealthShapes.reasons()),
            this::reasons));
  }

  private Answer health(Asked asked) {
    Instant now = clock.instant();
    Map<String, Object> counts = asker.rows(Health.counts(now.minus(LOOKED_AT))).get(0);
    Map<String, Object> out = new LinkedHashMap<>();
    Map<String, Object> store = new LinkedHashMap<>();
    store.put("commit", asker.commit());
    for (String table : List.of("articles", "claims", "comments")) {
      store.put(table, counts.getOrDefault(table, 0));
    }
    out.put("store", store);
    out.put("reading", reading(pipeline.reading().get()));
    out.put("pages", pipeline.pages().isPresent());
    out.put("stages", pipeline.stages().get().stream().map(HealthRoutes::stage).toList());
    // The minute that is not over is one of the sixty.
    out.put(
        "rates",
        asker.rows(
            Health.rates(now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(59)))));
    out.put("partial", asker.rows(Health.PARTIAL));
    out.put(
        "deadLetters",
        Map.of(
            "total",
            counts.getOrDefault("deadLetters", 0),
            "lastHour",
            counts.getOrDefault("deadSince", 0)));
    return Answer.json(out);
  }

  private static Map<String, Object> reading(Reading reading) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("waiting", reading.waiting());
    out.put("complete", reading.complete());
    reading.fault().ifPresent(fault -> out.put("fault", fault));
    return out;
  }

  private static Map<String, Object> stage(StageState stage) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", stage.name());
    out.put("state", stage.state());
    out.put("live", stage.live());
    out.put("ready", stage.ready());
    out.put("lag", stage.lag());
    @Nullable String detail = stage.detail();
    if (detail != null) {
      out.put("detail", detail);
    }
    return out;
  }

  private Answer reasons(Asked asked) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rows", asker.rows(Health.REASONS));
    out.put("commit", asker.commit());
    out.put("sql", Health.REASONS.written());
    return Answer.json(out);
  }
}
