package org.hearsay.topology.clusters;

import java.util.List;
import org.hearsay.coverage.clusters.ReportChange;

/**
 * A report on its way to those that have words in a row with it, by one shard of its keys.
 *
 * @param speaker as {@link org.hearsay.coverage.clusters.ClaimReport#speakerKey}
 * @param change what it was and is
 * @param keys some of its {@link org.hearsay.coverage.sameness.Wording#runKeys}
 */
record IndexedReport(String speaker, ReportChange change, List<Long> keys) {
  /** Keeps its own copy of the list. */
  IndexedReport {
    keys = List.copyOf(keys);
  }
}
