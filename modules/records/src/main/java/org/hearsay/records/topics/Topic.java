package org.hearsay.records.topics;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic: its keys are strings, its values records of one class.
 *
 * @param name the whole name, prefix included
 * @param key what its keys are, in Markdown
 * @param value the class of its values; null where values are raw bytes
 * @param writers the stages that write it, its owner first; empty where users do
 * @param readers the stages that read it
 * @param partitions how many partitions it has, or is created with
 * @param keeping what of it is kept
 * @param doc what it holds, one line of Markdown
 */
public record Topic<V extends SpecificRecord>(
    String name,
    String key,
    @Nullable Class<V> value,
    List<Stage> writers,
    List<Stage> readers,
    int partitions,
    Keeping keeping,
    String doc) {

  /** Keeps its own copies of the lists. */
  public Topic {
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
  }

  /** The stage that says what stands in it; empty where users do. */
  public Optional<Stage> owner() {
    return writers.stream().findFirst();
  }
}
