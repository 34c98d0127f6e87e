package org.hearsay.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Gives the serde of a record class; a deployment's is the schema registry's. */
@FunctionalInterface
public interface ValueSerdes {
  /** The serde of values of the given class. */
  <V extends SpecificRecord> Serde<V> of(Class<V> type);
}
