package org.hearsay.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.hearsay.registry.RegistryException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Generated Avro records in the wire format of the Confluent serializers: a zero byte, the id of
 * the schema as four bytes, the record. {@code null} is written as {@code null}.
 *
 * <p>Safe for use by several threads. Made by {@link AvroSerdes}, which owns the registry's client:
 * closing a serde does nothing.
 *
 * @param <T> the generated class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private static final byte MAGIC = 0;
  private static final int PREFIX = 5;

  private final Schemas schemas;
  private final SubjectNames subjects;
  private final boolean key;
  private final SpecificData data;
  private final Schema readerSchema;
  private final ConcurrentMap<Schema, SpecificDatumWriter<T>> writers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

  AvroSerde(Class<T> type, Schemas schemas, SubjectNames subjects, boolean key) {
    this.schemas = schemas;
    this.subjects = subjects;
    this.key = key;
    // The model of the class knows its conversions, for example from milliseconds to Instant.
    this.data = SpecificData.getForClass(type);
    this.readerSchema = data.getSchema(type);
  }

  @Override
  public Serializer<T> serializer() {
    return this::write;
  }

  @Override
  public Deserializer<T> deserializer() {
    return this::read;
  }

  /**
   * Asks the registry now for what the first record of the topic would need, and registers the
   * schema where that is wanted: a registry that is away or refuses the schema is noticed before
   * there is a record.
   *
   * @throws RegistryException when the schema cannot be used on the topic
   */
  public void prepare(String topic) {
    String subject = subjects.subject(topic, key, readerSchema.getFullName());
    schemas.writerNow(topic, subject, readerSchema);
  }

  private byte @Nullable [] write(String topic, @Nullable T record) {
    if (record == null) {
      return null;
    }
    Schema own = record.getSchema();
    String subject = subjects.subject(topic, key, own.getFullName());
    Schemas.Writer writer = schemas.writer(topic, subject, own);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(PREFIX).put(MAGIC).putInt(writer.id()).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      writers
          .computeIfAbsent(writer.schema(), schema -> new SpecificDatumWriter<>(schema, data))
          .write(record, encoder);
    } catch (IOException | RuntimeException e) {
      throw new RegistryException(
          Reason.UNWRITABLE,
          topic,
          subject,
          writer.id(),
          "the record does not fit its schema: " + e.getMessage(),
          e);
    }
    return bytes.toByteArray();
  }

  private @Nullable T read(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    String subject = subjects.subject(topic, key, readerSchema.getFullName());
    int id = id(topic, subject, bytes);
    SpecificDatumReader<T> reader = reader(topic, subject, id);
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null);
    T record;
    boolean more;
    try {
      record = reader.read(null, decoder);
      more = !decoder.isEnd();
    } catch (AvroTypeException e) {
      String reason =
          "a record with this schema cannot be read as "
              + readerSchema.getFullName()
              + ": "
              + e.getMessage();
      throw new RegistryException(Reason.INCOMPATIBLE, topic, subject, id, reason, e);
    } catch (IOException | RuntimeException e) {
      String reason =
          "the record of " + bytes.length + " bytes is cut short or damaged (" + e + ")";
      throw new RegistryException(Reason.DAMAGED, topic, subject, id, reason, e);
    }
    if (more) {
      String reason =
          "the record of "
              + bytes.length
              + " bytes goes on after its last field: it was not written with this schema";
      throw new RegistryException(Reason.DAMAGED, topic, subject, id, reason, null);
    }
    return record;
  }

  /** The schema's id, from what Confluent's wire format puts before a record. */
  private static int id(String topic, String subject, byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != MAGIC) {
      String reason =
          "the "
              + bytes.length
              + " bytes are not an Avro record with a schema id: they do not start with a zero"
              + " byte. Check what else writes to the topic.";
      throw new RegistryException(Reason.NOT_AVRO, topic, subject, null, reason, null);
    }
    if (bytes.length < PREFIX) {
      String reason = "the record ends after " + bytes.length + " bytes, within the schema id";
      throw new RegistryException(Reason.DAMAGED, topic, subject, null, reason, null);
    }
    return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
  }

  private SpecificDatumReader<T> reader(String topic, String subject, int id) {
    SpecificDatumReader<T> known = readers.get(id);
    if (known != null) {
      return known;
    }
    Schema writerSchema = schemas.byId(topic, subject, id);
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(writerSchema, readerSchema, data);
    SpecificDatumReader<T> other = readers.putIfAbsent(id, reader);
    return other == null ? reader : other;
  }
}
