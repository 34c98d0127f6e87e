package org.hearsay.web.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Statement;
import org.hearsay.store.search.profiles.Entities;
import org.hearsay.store.search.profiles.Outlets;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.Lists;
import org.hearsay.web.api.Remembered;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** Outlets and catalogued things: lists, and one with what is counted of it. */
public final class ProfileRoutes {
  private static final int MOST = 20;

  private static final int RELAYS = 20;

  private final Asker asker;
  private final Remembered medians;

  /** Over that store. */
  public ProfileRoutes(Asker asker) {
    this.asker = asker;
    this.medians = new Remembered(asker);
  }

  /** The routes. */
  public List<Route> all() {
    Lists lists = new Lists(asker);
    ProfileShapes shapes = new ProfileShapes(new TableShapes(asker.store().tables()));
    return List.of(
        lists.route(Outlets.LISTING, Shape.page("Outlets", shapes.outletRow()), rows -> rows),
        Route.get(
            "/api/outlets/{id}",
            "outlet",
            "One outlet: what is its own and what it took over, whom it relays, who speaks, and how"
                + " it words it, against the middle of others.",
            List.of(Parameter.path("id", "Its catalogue id, else its name.")),
            Reply.of(shapes.outlet()),
            this::outlet),
        lists.route(Entities.LISTING, Shape.page("Entities", shapes.entityRow()), rows -> rows),
        Route.get(
            "/api/entities/{id}",
            "entity",
            "One thing or person that is named, or speaks: who speaks of it and how, what it is"
                + " called and by whom, what it says itself and through whom.",
            List.of(
                Parameter.path(
                    "id",
                    "Its catalogue id; name: and the folded name of what the catalogue does not"
                        + " know: as claims have it as speakerKey, mentions as clusterId.")),
            Reply.of(shapes.entity()),
            this::entity));
  }

  private Answer outlet(Asked asked) {
    String id = asked.inPath("id");
    Map<String, Object> outlet =
        asker.first(Outlets.one(id)).orElseThrow(() -> Problem.unknown("outlet", id));
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    for (String figure : List.of("articles", "republished", "republishedShare")) {
      whole.put(figure, outlet.remove(figure));
    }
    whole.putAll(asker.rows(Outlets.wording(id)).get(0));
    List<String> own =
        asker.rows(Outlets.own(id)).stream().map(row -> String.valueOf(row.get("id"))).toList();
    Map<String, Object> counted =
        asker.claims(search -> Optional.of(search.outlet(id)), () -> counted(id));
    for (String figure : List.of("claims", "anonymousShare", "directShare")) {
      whole.put(figure, counted.get(figure));
    }
    long claims = Asker.number(whole.get("claims"));
    whole.put("relays", shared(relays(id), "count", claims));
    whole.put(
        "origins",
        shared(asker.rows(Outlets.origins(id)), "count", Asker.number(whole.get("republished"))));
    whole.put("speakers", shared(list(counted.get("speakers")), "claims", claims));
    whole.put(
        "spokenOf",
        asker
            .mentions(search -> search.spokenOf(id, own))
            .orElseGet(() -> asker.rows(Outlets.spokenOf(id))));
    whole.put("verbs", shared(list(counted.get("verbs")), "count", claims));
    whole.put("own", asker.rows(Outlets.ownArticles(id)));
    whole.put("terms", asker.rows(Outlets.terms(id)));
    whole.put("speakerKinds", shared(list(counted.get("speakerKinds")), "claims", claims));
    Map<String, Object> median = new LinkedHashMap<>(medians.get(Outlets.medians()).get(0));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("outlet", outlet);
    out.put("profiles", asker.rows(Outlets.windows(id)));
    out.put("whole", whole);
    out.put("outlets", median.remove("outlets"));
    out.put("leastArticles", median.remove("leastArticles"));
    out.put("median", median);
    out.put("sql", Outlets.speakers(id).written());
    out.put("statements", statements(id));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  /** The statement behind each list of an outlet. */
  private static Map<String, String> statements(String outlet) {
    Map<String, Statement> all = new LinkedHashMap<>();
    all.put("profiles", Outlets.windows(outlet));
    all.put("own", Outlets.ownArticles(outlet));
    all.put("origins", Outlets.origins(outlet));
    all.put("speakers", Outlets.speakers(outlet));
    all.put("speakerKinds", Outlets.speakerKinds(outlet));
    all.put("relays", Outlets.relays(outlet));
    all.put("spokenOf", Outlets.spokenOf(outlet));
    all.put("terms", Outlets.terms(outlet));
    all.put("verbs", Outlets.verbs(outlet));
    return written(all);
  }

  private static Map<String, String> written(Map<String, Statement> statements) {
    Map<String, String> out = new LinkedHashMap<>();
    statements.forEach((list, statement) -> out.put(list, statement.written()));
    return out;
  }

  /** What the index counts of an outlet's claims, by statements. */
  private Map<String, Object> counted(String outlet) {
    Map<String, Object> out = new LinkedHashMap<>(asker.rows(Outlets.claims(outlet)).get(0));
    out.put("speakers", asker.rows(Outlets.speakers(outlet)));
    out.put("verbs", asker.rows(Outlets.verbs(outlet)));
    out.put("speakerKinds", asker.rows(Outlets.speakerKinds(outlet)));
    return out;
  }

  private Answer entity(Asked asked) {
    String id = asked.inPath("id");
    Map<String, Object> found =
        indexed(id)
            .map(counted -> catalogued(id, counted))
            .orElseGet(() -> asker.rows(Entities.whole(id)).get(0));
    Map<String, List<String>> byIt = Map.of("speaker", List.of(id));
    Map<String, List<String>> ofIt = Map.of("entity", List.of(id));
    Map<String, Object> says = sums(byIt);
    long mentions = Asker.number(found.remove("mentions"));
    if (mentions == 0
        && Asker.number(says.get("claims")) == 0
        && !Boolean.TRUE.equals(found.get("catalogued"))) {
      throw Problem.unknown("entity", id);
    }
    if (!found.containsKey("name")) {
      asker.first(Entities.speaking(id)).ifPresent(found::putAll);
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("tone", list(found.remove("tone")));
    out.put("toneBy", "day");
    out.put("naming", list(found.remove("naming")));
    out.put("voices", list(found.remove("voices")));
    out.put("outlets", list(found.remove("outlets")));
    out.put("entity", found);
    out.put("saidOf", facet("speaker", ofIt, "speakerKey", "speakerName", "claims"));
    out.put("says", says);
    out.put("saysThrough", facet("relay", byIt, "key", "name", "claims"));
    out.put("saysIn", facet("outlet", byIt, "outletId", "outletName", "claims"));
    out.put("sql", Entities.outlets(id).written());
    Map<String, Statement> lists = new LinkedHashMap<>();
    lists.put("tone", Entities.tone(id));
    lists.put("naming", Entities.naming(id));
    lists.put("voices", Entities.voices(id));
    lists.put("outlets", Entities.outlets(id));
    lists.put("saidOf", facet("speaker", ofIt));
    lists.put("saysThrough", facet("relay", byIt));
    lists.put("saysIn", facet("outlet", byIt));
    out.put("statements", written(lists));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  /** What the index counted of its mentions; it has none of what the catalogue does not know. */
  private Optional<Map<String, Object>> indexed(String id) {
    return Entities.isNamed(id) ? Optional.empty() : asker.mentions(search -> search.entity(id));
  }

  /** How many claims the filters choose, of how many articles and outlets. */
  private Map<String, Object> sums(Map<String, List<String>> given) {
    Map<String, Object> sums =
        asker.claims(
            search -> search.sums(given),
            () -> asker.rows(Claims.LISTING.sums(given, Claims.SUMS)).get(0));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("claims", Asker.number(sums.get("total")));
    out.put("articles", Asker.number(sums.get("articles")));
    out.put("outlets", Asker.number(sums.get("outlets")));
    return out;
  }

  /** The same as {@link Entities#whole}, of what the index counted. */
  private Map<String, Object> catalogued(String id, Map<String, Object> counted) {
    Map<String, Object> out = new LinkedHashMap<>();
    Optional<Map<String, Object>> catalogued = asker.first(Entities.catalogued(id));
    catalogued.ifPresent(out::putAll);
    out.putAll(counted);
    out.put("id", id);
    out.put("catalogued", catalogued.isPresent());
    return out;
  }

  private List<Map<String, Object>> relays(String outlet) {
    return asker.claims(
        search ->
            search
                .facet("relay", Map.of("outlet", List.of(outlet)), RELAYS)
                .map(found -> renamed(found, "key", "name", "count")),
        () -> asker.rows(Outlets.relays(outlet)));
  }

  /** Rows of a list, as others are: absent values left out. */
  private static List<Map<String, Object>> list(@Nullable Object rows) {
    List<Map<String, Object>> out = new ArrayList<>();
    if (rows instanceof List<?> all) {
      for (Object one : all) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (one instanceof Map<?, ?> columns) {
          columns.forEach(
              (column, value) -> {
                if (value != null) {
                  row.put(String.valueOf(column), value);
                }
              });
        }
        out.add(row);
      }
    }
    return out;
  }

  private static Statement facet(String facet, Map<String, List<String>> given) {
    return Claims.LISTING.facet(Claims.facet(facet), given, MOST);
  }

  /** The most frequent values of a facet, under those names. */
  private List<Map<String, Object>> facet(
      String facet, Map<String, List<String>> given, String value, String name, String count) {
    return renamed(
        asker.claims(
            search -> search.facet(facet, given, MOST), () -> asker.rows(facet(facet, given))),
        value,
        name,
        count);
  }

  /** A facet's values under other names. */
  private static List<Map<String, Object>> renamed(
      List<Map<String, Object>> values, String value, String name, String count) {
    List<Map<String, Object>> out = new ArrayList<>();
    for (Map<String, Object> found : values) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(value, found.getOrDefault("value", ""));
      if (found.containsKey("name")) {
        row.put(name, found.getOrDefault("name", ""));
      }
      row.put(count, found.getOrDefault("count", 0L));
      out.add(row);
    }
    return out;
  }

  /** Adds to each row its share of all. */
  private static List<Map<String, Object>> shared(
      List<Map<String, Object>> rows, String count, long all) {
    if (all > 0) {
      rows.forEach(
          row -> row.put("share", Math.min(1, Asker.number(row.get(count)) / (double) all)));
    }
    return rows;
  }
}
