package org.hearsay.web.searches;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.web.api.Asker;
import org.hearsay.web.live.Arrivals;
import org.hearsay.web.live.Position;

/**
 * Which claims a search was told of since this process began with it: one that is only written
 * again is no news. Safe for use by several threads.
 */
final class Told {
  private static final int MOST = 10_000;

  /**
   * The filter by which a claim may be chosen for what is found out later: whose article its own
   * was copied from.
   */
  private static final String LATER = "origin";

  private final String store;

  /** The claims by their ids, each with where it stood when it was told of. */
  private final Map<String, Position> claims = new LinkedHashMap<>();

  /** Of what came first after it, it is known whether it was told of. */
  private Position since;

  /** Of a search that was told of all up to a position, by another process perhaps. */
  Told(Position since) {
    this.store = since.store();
    this.since = since;
  }

  /**
   * Whether a claim that the search chooses is to be told of: a new one; one that was written again
   * and is chosen since then.
   */
  synchronized boolean isNews(Map<String, Object> claim, Map<String, List<String>> filter) {
    if (!Boolean.TRUE.equals(claim.get("revision"))) {
      return true;
    }
    String id = String.valueOf(claim.get("id"));
    if (claims.containsKey(id)) {
      return false;
    }
    Position first = new Position(store, Asker.number(claim.get("firstCommit")), id);
    return first.isAfter(since) || filter.containsKey(LATER);
  }

  /** A claim was told of. */
  synchronized void add(Map<String, Object> claim) {
    Position at = Arrivals.of(claim, store);
    claims.put(at.id(), at);
    if (claims.size() > MOST) {
      Position oldest = claims.remove(claims.keySet().iterator().next());
      if (oldest != null && oldest.isAfter(since)) {
        since = oldest;
      }
    }
  }
}
