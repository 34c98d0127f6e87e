package org.hearsay.web.live;

import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Claims;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.ClaimRows;

/** Claims in the order in which the store's transactions wrote them. Safe for several threads. */
public final class Arrivals {
  private final Asker asker;
  private final ClaimRows rows;

  /** Into that store. */
  public Arrivals(Asker asker) {
    this.asker = asker;
    this.rows = new ClaimRows(asker);
  }

  /**
   * A part of what came.
   *
   * @param claims as the API gives them
   * @param end the position after all of them
   */
  public record Arrived(List<Map<String, Object>> claims, Position end) {
    /** Keeps its own copy of the list. */
    public Arrived {
      claims = List.copyOf(claims);
    }
  }

  /**
   * What came after a position.
   *
   * @param filter of claims
   * @param most how many at most
   */
  public Arrived after(Map<String, List<String>> filter, Position position, int most) {
    // Before the question, which may see more than that.
    long upTo = asker.commit();
    List<Map<String, Object>> found =
        rows.complete(
            asker.rows(Claims.LISTING.since(filter, position.commit(), position.id(), most)));
    Position end = found.isEmpty() ? position : of(found.get(found.size() - 1), position.store());
    if (found.size() < most) {
      end = Position.after(position.store(), Math.max(upTo, end.commit()));
    }
    return new Arrived(found, end);
  }

  /** The position of a claim. */
  public static Position of(Map<String, Object> claim, String store) {
    return new Position(store, Asker.number(claim.get("commit")), String.valueOf(claim.get("id")));
  }
}
