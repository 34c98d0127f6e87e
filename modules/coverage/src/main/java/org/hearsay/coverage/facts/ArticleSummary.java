package org.hearsay.coverage.facts;

import java.time.Instant;
import java.util.List;
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
    @Nullable String address = url == null ? publisher.address() : url;
    return published != null && isBelieved(published, seen)
        ? new ArticleSummary(id, publisher, address, published, AtKind.PUBLISHED, declared)
        : new ArticleSummary(id, publisher, address, seen, AtKind.FIRST_SEEN, declared);
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
