package org.hearsay.cli.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of a topic as one JSON object: its key, time and headers, then its own fields. */
final class RowJson {
  private static final String STACK_TRACE = "stacktrace";

  private RowJson() {}

  /**
   * The object of a record.
   *
   * @param value null for a tombstone, and for bytes that are no Avro record: their number is told
   */
  static String of(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("key", record.key());
      json.writeStringField("time", Instant.ofEpochMilli(record.timestamp()).toString());
      json.writeObjectFieldStart("headers");
      headers(json, record);
      json.writeEndObject();
      if (value == null) {
        json.writeNumberField("bytes", size(record));
        // Where they stood before records had the others.
        headers(json, record);
      } else {
        String fields = value.toString();
        String inner = fields.substring(1, fields.length() - 1).strip();
        if (!inner.isEmpty()) {
          json.writeRaw(", " + inner);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string takes what is written to it", e);
    }
    return out.toString();
  }

  private static void headers(JsonGenerator json, ConsumerRecord<String, byte[]> record)
      throws IOException {
    for (Header header : record.headers()) {
      if (!header.key().endsWith(STACK_TRACE)) {
        json.writeStringField(header.key(), TopicReader.header(record, header.key()));
      }
    }
  }

  /** How many bytes a record has. */
  static int size(ConsumerRecord<String, byte[]> record) {
    return record.value() == null ? 0 : record.value().length;
  }
}
