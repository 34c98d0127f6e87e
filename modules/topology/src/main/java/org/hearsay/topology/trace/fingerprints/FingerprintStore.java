package org.hearsay.topology.trace.fingerprints;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.topology.stores.StoreDefinition;

/**
 * The store of fingerprints: under each fingerprint, the articles that have it, each list in the
 * bucket of its articles' first sight.
 */
public final class FingerprintStore {
  /** On disk and in the cluster the lists go by a name that stays as it is. */
  private static final String NAME = "trace-postings-store";

  private FingerprintStore() {}

  /**
   * The store, for a stage to declare.
   *
   * @param stage whose it is, for messages
   * @param retention how long articles are remembered
   */
  public static StoreDefinition<Long, List<Listing>> of(String stage, Duration retention) {
    return new StoreDefinition<>(NAME, retention, Serdes.Long(), FingerprintForms.lists(stage));
  }
}
