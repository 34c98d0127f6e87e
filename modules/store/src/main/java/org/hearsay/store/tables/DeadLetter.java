package org.hearsay.store.tables;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record, or the file of a page, that could not be processed. The topic of dead letters holds raw
 * bytes and says the rest in headers, so that this has a schema of its own.
 *
 * @param at where its bytes are; nowhere in a topic for a file
 * @param key its key; a file's name
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
  public record Place(@Nullable String topic, @Nullable String partition, @Nullable String offset) {
    private static final Place NONE = new Place(null, null, null);
  }

  static final Schema SCHEMA =
      SchemaBuilder.record("DeadLetter")
          .namespace("org.hearsay.store")
          .fields()
          .name("id")
          .doc(
              "Where its bytes are: topic-partition@offset; the file's name where no topic was read.")
          .type()
          .stringType()
          .noDefault()
          .name("key")
          .doc("Its key, such as a page's address or an article's id; the name of a page's file.")
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

  /**
   * The file of a page that could not be read.
   *
   * @param exception the class of the error
   * @param bytes how many bytes it has
   */
  public static DeadLetter ofFile(String file, String exception, String reason, int bytes) {
    return new DeadLetter(Place.NONE, file, Place.NONE, exception, reason, bytes);
  }

  /** As a record of a schema, like those of other topics. */
  public IndexedRecord row() {
    GenericData.Record out = new GenericData.Record(SCHEMA);
    out.put("id", at.topic() == null ? key : at.topic() + "-" + at.partition() + "@" + at.offset());
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
