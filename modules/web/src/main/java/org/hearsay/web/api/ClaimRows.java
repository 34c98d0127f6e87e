package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.store.search.Claims;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;

/** Claims with their chains and clusters. */
public final class ClaimRows {
  private static final String KIND = "claim";
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
        .with("chain", Shape.list(tables.row("ChainRow", "chain_links")), "The publisher first.")
        .maybe("aboutNames", Shape.list(Shape.text()), "What about is called, in its order.")
        .maybe("sentence", sentence, "What it stands in; left out where that is too long.")
        .maybe("cluster", cluster, "That of the most articles it is in.");
  }

  /** The same row with what {@link #dated(Map)} adds. */
  static Shape dated(Shape row) {
    return row.with("at", Shape.time(), "By which time it is sorted.")
        .with("atKind", Shape.word("PUBLISHED", "FIRST_SEEN"), "What that time is.");
  }

  /** Adds each claim's chain, cluster and time. */
  public List<Map<String, Object>> complete(List<Map<String, Object>> claims) {
    if (claims.isEmpty()) {
      return claims;
    }
    List<Map<String, Object>> unknown = new ArrayList<>();
    for (Map<String, Object> claim : claims) {
      Optional<Map<String, Object>> there = known.find(KIND, id(claim), commit(claim));
      if (there.isPresent()) {
        claim.putAll(there.get());
      } else {
        unknown.add(claim);
      }
    }
    read(unknown);
    List<String> ids = claims.stream().map(ClaimRows::id).toList();
    Map<String, List<Map<String, Object>>> clusters =
        by("claimId", asker.rows(Claims.clusters(ids)));
    for (Map<String, Object> claim : claims) {
      List<Map<String, Object>> of = clusters.getOrDefault(id(claim), List.of());
      if (!of.isEmpty()) {
        claim.put("cluster", of.get(0));
      }
    }
    return claims;
  }

  /** What a claim has as long as it is not written again. */
  private void read(List<Map<String, Object>> claims) {
    if (claims.isEmpty()) {
      return;
    }
    List<String> ids = claims.stream().map(ClaimRows::id).toList();
    Map<String, List<Map<String, Object>>> chains = by("claimId", asker.rows(Claims.chains(ids)));
    Surroundings around = Surroundings.of(claims, asker);
    Map<String, Object> names = names(claims);
    for (Map<String, Object> claim : claims) {
      claim.put("chain", chains.getOrDefault(id(claim), List.of()));
      dated(claim);
      around.addTo(claim);
      named(claim, names);
      known.keep(KIND, id(claim), commit(claim), claim);
    }
  }

  /** What the things that claims are about are called. */
  private Map<String, Object> names(List<Map<String, Object>> claims) {
    Set<String> about = new LinkedHashSet<>();
    for (Map<String, Object> claim : claims) {
      if (claim.get(ABOUT) instanceof List<?> ids) {
        ids.forEach(id -> about.add(String.valueOf(id)));
      }
    }
    Map<String, Object> out = new HashMap<>();
    if (!about.isEmpty()) {
      for (Map<String, Object> row : asker.rows(Claims.names(List.copyOf(about)))) {
        out.put(String.valueOf(row.get("id")), row.getOrDefault("name", ""));
      }
    }
    return out;
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
