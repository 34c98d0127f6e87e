package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.one.OneArticle;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** Claims with their chains and clusters. */
public final class ClaimRows {
  private static final String CHAIN = "chain";
  private static final String SENTENCE = "sentence";
  private static final String CLUSTER = "cluster";
  private static final String NAME = "name";
  private static final String REVISION = "revision";
  private static final String ABOUT = "about";

  private final Asker asker;
  private final KnownRows known = new KnownRows();

  /** Over that store. */
  public ClaimRows(Asker asker) {
    this.asker = asker;
  }

  /** What a claim looks like that {@link #complete} was done to. */
  public static Shape shape(TableShapes tables) {
    Shape sentence =
        Shape.object()
            .with("text", Shape.text(), "")
            .with("start", Shape.integer(), "Where it begins, in UTF-16 code units of the text.");
    Shape cluster =
        Shape.object("ClusterOf")
            .with("claimId", Shape.text(), "")
            .with(tables.only("cluster_reports", "clusterId"))
            .with(tables.only("claim_clusters", "independent", "articles", "outlets"))
            .with(tables.only("cluster_reports", "originClaimId"));
    return dated(tables.row("ClaimRow", "claims"))
        .with(
            REVISION,
            Shape.truth(),
            "Whether it was written again since it came, since its chain was completed or its"
                + " article read anew: it stands in place of the earlier one of its id.")
        .with(CHAIN, Shape.list(tables.row("ChainRow", "chain_links")), "The publisher first.")
        .maybe("aboutNames", Shape.list(Shape.text()), "What about is called, in its order.")
        .maybe(SENTENCE, sentence, "What it stands in; left out where that is too long.")
        .maybe(CLUSTER, cluster, "That of the most articles it is in.");
  }

  /** The same row with what {@link #dated(Map)} adds. */
  static Shape dated(Shape row) {
    return row.with("at", Shape.time(), "By which time it is sorted.")
        .with("atKind", Shape.word("PUBLISHED", "FIRST_SEEN"), "What that time is.");
  }

  /** The claim of that id, complete; none where there is none. */
  Optional<Map<String, Object>> one(String id) {
    return complete(
            asker.claims(
                search -> Optional.of(List.copyOf(search.rows(List.of(id)).values())),
                () -> asker.rows(Claims.LISTING.one(id))))
        .stream()
        .findFirst();
  }

  /** All of an article and its comments, complete, in their order. */
  List<Map<String, Object>> ofArticle(String id) {
    return complete(
        asker.claims(
            search -> Optional.of(search.ofArticle(id)), () -> asker.rows(OneArticle.claims(id))));
  }

  /** Adds what each claim has not yet of its chain, its sentence, its cluster and its time. */
  public List<Map<String, Object>> complete(List<Map<String, Object>> claims) {
    if (claims.isEmpty()) {
      return claims;
    }
    addChains(claims.stream().filter(claim -> !claim.containsKey(CHAIN)).toList());
    addSentences(claims);
    Map<String, Object> names = names(claims);
    Map<String, Map<String, Object>> clusters = clusters(claims);
    for (Map<String, Object> claim : claims) {
      dated(claim);
      claim.put(REVISION, commit(claim) > Asker.number(claim.get("firstCommit")));
      named(claim, names);
      @Nullable Map<String, Object> cluster = clusters.get(id(claim));
      if (cluster != null) {
        claim.put(CLUSTER, cluster);
      }
    }
    return claims;
  }

  /** The first cluster of each claim that is in one. */
  private Map<String, Map<String, Object>> clusters(List<Map<String, Object>> claims) {
    Map<String, Map<String, Object>> out = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    long commit = asker.commit();
    for (String id : ids(claims)) {
      Optional<Map<String, Object>> there = known.find(CLUSTER, id, commit);
      if (there.isEmpty()) {
        unknown.add(id);
      } else if (!there.get().isEmpty()) {
        out.put(id, there.get());
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, List<Map<String, Object>>> found =
          by("claimId", asker.rows(Claims.clusters(unknown)));
      for (String id : unknown) {
        List<Map<String, Object>> of = found.getOrDefault(id, List.of());
        known.keep(CLUSTER, id, commit, of.isEmpty() ? Map.of() : of.get(0));
        if (!of.isEmpty()) {
          out.put(id, of.get(0));
        }
      }
    }
    return out;
  }

  private void addChains(List<Map<String, Object>> claims) {
    if (claims.isEmpty()) {
      return;
    }
    Map<String, List<Map<String, Object>>> chains =
        by("claimId", asker.rows(Claims.chains(ids(claims))));
    claims.forEach(claim -> claim.put(CHAIN, chains.getOrDefault(id(claim), List.of())));
  }

  private void addSentences(List<Map<String, Object>> claims) {
    List<Map<String, Object>> unknown = new ArrayList<>();
    for (Map<String, Object> claim : claims) {
      Optional<Map<String, Object>> there = known.find(SENTENCE, id(claim), commit(claim));
      if (there.isPresent()) {
        claim.putAll(there.get());
      } else {
        unknown.add(claim);
      }
    }
    Surroundings around = Surroundings.of(unknown, asker);
    for (Map<String, Object> claim : unknown) {
      // Its text may still come: a claim that has none is not known to have none.
      if (around.addTo(claim)) {
        @Nullable Object sentence = claim.get(SENTENCE);
        known.keep(
            SENTENCE,
            id(claim),
            commit(claim),
            sentence == null ? Map.of() : Map.of(SENTENCE, sentence));
      }
    }
  }

  /** What the things that claims are about are called. */
  private Map<String, Object> names(List<Map<String, Object>> claims) {
    Map<String, Object> out = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    long commit = asker.commit();
    for (String id : about(claims)) {
      Optional<Map<String, Object>> there = known.find(NAME, id, commit);
      if (there.isPresent()) {
        out.putAll(there.get());
      } else {
        unknown.add(id);
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, Object> found = new HashMap<>();
      for (Map<String, Object> row : asker.rows(Claims.names(unknown))) {
        found.put(String.valueOf(row.get("id")), row.getOrDefault(NAME, ""));
      }
      for (String id : unknown) {
        known.keep(NAME, id, commit, found.containsKey(id) ? Map.of(id, found.get(id)) : Map.of());
      }
      out.putAll(found);
    }
    return out;
  }

  private static Set<String> about(List<Map<String, Object>> claims) {
    Set<String> out = new LinkedHashSet<>();
    for (Map<String, Object> claim : claims) {
      if (claim.get(ABOUT) instanceof List<?> ids) {
        ids.forEach(id -> out.add(String.valueOf(id)));
      }
    }
    return out;
  }

  private static List<String> ids(List<Map<String, Object>> claims) {
    return claims.stream().map(ClaimRows::id).toList();
  }

  /** Adds to values that are ids of catalogued things what these are called. */
  List<Map<String, Object>> named(List<Map<String, Object>> values) {
    Map<String, Object> names =
        names(List.of(Map.of(ABOUT, values.stream().map(row -> row.get("value")).toList())));
    values.forEach(
        row ->
            row.put(
                "name", names.getOrDefault(String.valueOf(row.get("value")), row.get("value"))));
    return values;
  }

  private static void named(Map<String, Object> claim, Map<String, Object> names) {
    if (claim.get(ABOUT) instanceof List<?> ids) {
      claim.put(
          "aboutNames",
          ids.stream().map(id -> names.getOrDefault(String.valueOf(id), id)).toList());
    }
  }

  private static String id(Map<String, Object> claim) {
    return String.valueOf(claim.get("id"));
  }

  private static long commit(Map<String, Object> claim) {
    return Asker.number(claim.get("commit"));
  }

  /** Adds by which time a row is sorted, and what that is. */
  static Map<String, Object> dated(Map<String, Object> row) {
    Object at = row.get("datedAt");
    if (at != null) {
      row.put("at", at);
      row.put("atKind", row.containsKey("publishedAt") ? "PUBLISHED" : "FIRST_SEEN");
    }
    return row;
  }

  /** Rows by the value of a column, in their order. */
  static Map<String, List<Map<String, Object>>> by(String column, List<Map<String, Object>> rows) {
    Map<String, List<Map<String, Object>>> out = new HashMap<>();
    for (Map<String, Object> row : rows) {
      out.computeIfAbsent(String.valueOf(row.get(column)), key -> new ArrayList<>()).add(row);
    }
    return out;
  }
}
