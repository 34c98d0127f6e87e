package org.hearsay.topology.trace.fingerprints;

import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.fingerprints.FingerprintIndex;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.lineage.fingerprints.Shard;
import org.hearsay.topology.stores.Step;
import org.hearsay.topology.stores.StoreDefinition;
import org.jspecify.annotations.Nullable;

/** Tells each pair of articles that share fingerprints, and remembers who has them. */
public final class LookUpFingerprints extends Step<Shard, Hits> {
  private final FingerprintIndex index;

  /**
   * In a store.
   *
   * @param lists the store of fingerprints
   * @param shards how many such stores there are, one a partition
   */
  public LookUpFingerprints(StoreDefinition<Long, List<Listing>> lists, int shards) {
    this.index = new FingerprintIndex(store(lists), shards);
  }

  @Override
  protected void process(String shard, Shard some, Record<String, @Nullable Shard> record) {
    for (Hits hits : index.lookUp(some)) {
      send(hits.id(), hits, record.timestamp());
    }
  }
}
