package org.hearsay.coverage.clusters;

import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.jspecify.annotations.Nullable;

/**
 * One claim across articles and outlets. A later state of an id replaces an earlier one.
 *
 * @param id derived from the speaker and the words of the earliest report
 * @param speaker who is said to have said it
 * @param content what was said, as the earliest report words it
 * @param count how many reports there are; listed are the earliest
 * @param wordings how many wordings there are, quotation marks and case apart
 * @param reports the earliest reports; none where it is a cluster no more
 * @param mergedInto the cluster that its reports are in now, where it is one no more; empty where
 *     they are in several or are no more, null where it still is one
 */
public record Cluster(
    String id,
    ClaimSpeaker speaker,
    String content,
    int count,
    int wordings,
    ClaimReports reports,
    @Nullable String mergedInto) {
  /** Whether several articles have it. */
  public boolean isShared() {
    return reports.articles() > 1;
  }

  /** Whether it is one. */
  public boolean isWithdrawn() {
    return mergedInto != null;
  }
}
