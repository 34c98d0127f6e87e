package org.hearsay.topology.annotate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.fingerprints.Shard;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.records.Article;
import org.hearsay.topology.records.LineageRecords;
import org.jspecify.annotations.Nullable;

/**
 * Brings articles that say the same to one partition, so that what the models said of the first is
 * at hand for its copies. An article's id is made of what it says, so that one id stays on one
 * partition.
 */
public final class ByContent implements StreamPartitioner<String, Article> {
  private final MaskWords words;

  /**
   * Goes by what articles say themselves.
   *
   * @param words by what is told which of their words are not their writers' own
   */
  public ByContent(MaskWords words) {
    this.words = words;
  }

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String id, @Nullable Article article, int partitions) {
    // Without a value there is nothing to go by; the next step rejects it.
    long key =
        article == null
            ? 0
            : Prepared.of(LineageRecords.traced(article, Instant.EPOCH).piece(), words)
                .contentKey();
    return Optional.of(Set.of(Shard.place(key, partitions)));
  }
}
