package org.hearsay.store.tables;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed. The topic of dead letters holds raw bytes and says the rest
 * in headers, so that this has a schema of its own.
 *
 * @param at where its bytes are
 * @param key its key
 * @param from where it was found, as the headers say
 * @param exception the class of the error
 * @param reason why it could not be processed
 * @param bytes how many bytes its value has
 */
public record DeadLetter(
    Place at,
    @Nullable String key,
    Place from,
    @Nullable String exception,
    @Nullable String reason,
    int bytes) {
  /** A place in a topic, as far as it is known. */
  public record Place(
      @Nullable String topic, @Nullable String partition, @Nullable String offset) {}

  static final Schema SCHEMA =
      SchemaBuilder.record("DeadLetter")
          .namespace("org.hearsay.store")
          .fields()
          .name("id")
          .doc("Where its bytes are: topic-partition@offset.")
          .type()
          .stringType()
          .noDefault()
          .name("key")
          .doc("Its key, such as a page's address or an article's id.")
          .type()
          .nullable()
          .stringType()
          .noDefault()
          .name("fromTopic")
          .doc("The topic in which a stage, or this store, found it.")
          .type()
          .nullable()
          .stringType()
          .noDefault()
          .name("fromPartition")
          .doc("The partition there.")
          .type()
          .nullable()
          .stringType()
          .noDefault()
          .name("fromOffset")
          .doc("The offset there.")
          .type()
          .nullable()
          .stringType()
          .noDefault()
          .name("exception")
          .doc("The class of the error.")
          .type()
          .nullable()
          .stringType()
          .noDefault()
          .name("reason")
          .doc("Why it could not be processed.")
          .type()
          .nullable()
          .stringType()
          .noDefault()
          .name("bytes")
          .doc("How many bytes its value has.")
          .type()
          .intType()
          .noDefault()
          .endRecord();

  /** As a record of a schema, like those of other topics. */
  public IndexedRecord row() {
    GenericData.Record out = new GenericData.Record(SCHEMA);
    out.put("id", at.topic() + "-" + at.partition() + "@" + at.offset());
    out.put("key", key);
    out.put("fromTopic", from.topic());
    out.put("fromPartition", from.partition());
    out.put("fromOffset", from.offset());
    out.put("exception", exception);
    out.put("reason", reason);
    out.put("bytes", bytes);
    return out;
  }
}
