package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records of the public contract as JSON: every field under its name, so that what is printed has
 * the shape of what is written to the topics. Times are in ISO 8601, in UTC.
 */
final class RecordJson {
  private RecordJson() {}

  /** More fields of a record's object, after its own. */
  @FunctionalInterface
  interface More<T extends IndexedRecord> {
    void write(T record) throws IOException;
  }

  /** An array of records. */
  static <T extends IndexedRecord> void array(
      JsonGenerator out, String field, List<T> records, More<T> more) throws IOException {
    out.writeArrayFieldStart(field);
    for (T record : records) {
      out.writeStartObject();
      fields(out, record);
      more.write(record);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** A record's fields, into an object that is begun. */
  static void fields(JsonGenerator out, IndexedRecord record) throws IOException {
    for (Schema.Field field : record.getSchema().getFields()) {
      out.writeFieldName(field.name());
      value(out, record.get(field.pos()));
    }
  }

  private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof IndexedRecord record) {
      out.writeStartObject();
      fields(out, record);
      out.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      out.writeStartArray();
      for (Object item : items) {
        value(out, item);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> entries) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        value(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeString(value.toString());
    }
  }
}
