package org.hearsay.records.topics;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic: its keys are strings, its values records of one class.
 *
 * @param name the whole name, prefix included
 * @param value the class of its values; null where values are raw bytes
 * @param partitions how many partitions it is created with
 * @param retention how long records are kept, where the topic is not compacted
 * @param compacted whether the last record of a key is kept for good
 * @param doc what it holds, one line
 */
public record Topic<V extends SpecificRecord>(
    String name,
    @Nullable Class<V> value,
    int partitions,
    Duration retention,
    boolean compacted,
    String doc) {}
