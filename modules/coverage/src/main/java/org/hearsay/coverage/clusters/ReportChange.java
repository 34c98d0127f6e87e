package org.hearsay.coverage.clusters;

import org.jspecify.annotations.Nullable;

/**
 * What an article's report of a claim was and is, for those who keep its speaker's claims.
 *
 * @param before what it was, null where it was none of that speaker's
 * @param after what it is, null where it is none any more
 */
public record ReportChange(@Nullable ClaimReport before, @Nullable ClaimReport after) {
  /** What it is, else what it was. */
  public ClaimReport either() {
    @Nullable ClaimReport one = after == null ? before : after;
    if (one == null) {
      throw new IllegalStateException("neither a report before nor one after");
    }
    return one;
  }
}
