package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Claims;

/** Claims with their chains and clusters. */
public final class ClaimRows {
  private final Asker asker;

  /** Over that store. */
  public ClaimRows(Asker asker) {
    this.asker = asker;
  }

  /** Adds each claim's chain, cluster and time. */
  public List<Map<String, Object>> complete(List<Map<String, Object>> claims) {
    if (claims.isEmpty()) {
      return claims;
    }
    List<String> ids = claims.stream().map(claim -> String.valueOf(claim.get("id"))).toList();
    Map<String, List<Map<String, Object>>> chains = by("claimId", asker.rows(Claims.chains(ids)));
    Map<String, List<Map<String, Object>>> clusters =
        by("claimId", asker.rows(Claims.clusters(ids)));
    Surroundings around = Surroundings.of(claims, asker);
    for (Map<String, Object> claim : claims) {
      String id = String.valueOf(claim.get("id"));
      claim.put("chain", chains.getOrDefault(id, List.of()));
      List<Map<String, Object>> of = clusters.getOrDefault(id, List.of());
      if (!of.isEmpty()) {
        claim.put("cluster", of.get(0));
      }
      dated(claim);
      around.addTo(claim);
    }
    return claims;
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
