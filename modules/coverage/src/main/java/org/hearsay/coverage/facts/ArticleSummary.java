package org.hearsay.coverage.facts;

import java.time.Instant;
import java.util.List;
import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * An article without what it says.
 *
 * @param id the article's id
 * @param publisher who publishes it, with the address that the page was fetched from
 * @param url the address that it gives of itself, else the page's; null where neither is known
 * @param at the time that it counts at: when it was published as far as that can be believed, else
 *     when it was first seen
 * @param atKind which of the two that is; null where an earlier release did not keep it
 * @param declared whom its notices name as its origin, in their order
 */
public record ArticleSummary(
    String id,
    OutletName publisher,
    @Nullable String url,
    Instant at,
    @Nullable AtKind atKind,
    List<OutletName> declared)
    implements Fact {
  /** What the time that an article counts at is. */
  public enum AtKind {
    /** When it was published. */
    PUBLISHED,
    /** When it was first seen: it gives no time that can be believed. */
    FIRST_SEEN
  }

  /** Keeps its own copy of the list. */
  public ArticleSummary {
    declared = List.copyOf(declared);
  }

  /**
   * An article as it comes.
   *
   * @param publisher who publishes it, with the address that the page was fetched from
   * @param url the address that it gives of itself, or null
   * @param published when it says that it was published, or null
   * @param seen when it was seen
   */
  public static ArticleSummary of(
      String id,
      OutletName publisher,
      @Nullable String url,
      @Nullable Instant published,
      Instant seen,
      List<OutletName> declared) {
    boolean believed = published != null && isBelieved(published, seen);
    return counting(id, publisher, url, believed ? published : null, seen, declared);
  }

  /**
   * An article that nobody saw come, such as one of a file: the time that it gives is believed,
   * whatever the other one is.
   *
   * @param publisher who publishes it
   * @param url the address that it gives of itself, or null
   * @param published when it says that it was published, or null
   * @param otherwise what it counts at where it does not say, such as when its file was written
   */
  public static ArticleSummary notSeen(
      String id,
      OutletName publisher,
      @Nullable String url,
      @Nullable Instant published,
      Instant otherwise,
      List<OutletName> declared) {
    boolean believed = published != null && isBelieved(published, Piece.NOT_SEEN);
    return counting(id, publisher, url, believed ? published : null, otherwise, declared);
  }

  private static ArticleSummary counting(
      String id,
      OutletName publisher,
      @Nullable String url,
      @Nullable Instant published,
      Instant otherwise,
      List<OutletName> declared) {
    @Nullable String address = url == null ? publisher.address() : url;
    return published != null
        ? new ArticleSummary(id, publisher, address, published, AtKind.PUBLISHED, declared)
        : new ArticleSummary(id, publisher, address, otherwise, AtKind.FIRST_SEEN, declared);
  }

  /** A page that says it is of next year must not close this year's windows. */
  private static boolean isBelieved(Instant published, Instant seen) {
    return published.isBefore(seen) && !published.isBefore(Instant.EPOCH);
  }

  /**
   * The same at the earlier of two times: an article that is seen again counts when it first was.
   */
  ArticleSummary noLaterThan(ArticleSummary other) {
    return at.isAfter(other.at)
        ? new ArticleSummary(id, publisher, url, other.at, other.atKind, declared)
        : this;
  }
}
