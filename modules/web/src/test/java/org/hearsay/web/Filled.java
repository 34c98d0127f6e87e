package org.hearsay.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records of the contract that have a value in each of their fields. */
final class Filled {
  private final Instant at;

  /** All of that time. */
  Filled(Instant at) {
    this.at = at;
  }

  /** A record, with the given values where they are given. */
  IndexedRecord of(Class<? extends SpecificRecord> type, Map<String, Object> given) {
    return record(SpecificData.get().getSchema(type), given);
  }

  private IndexedRecord record(Schema schema, Map<String, Object> given) {
    IndexedRecord out = (IndexedRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      Object value = given.get(field.name());
      out.put(field.pos(), value == null ? value(field.name(), field.schema()) : value);
    }
    return out;
  }

  private Object value(String name, Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          value(
              name,
              schema.getTypes().stream()
                  .filter(one -> one.getType() != Schema.Type.NULL)
                  .findFirst()
                  .orElseThrow());
      case STRING -> "some " + name;
      case INT -> 1;
      case LONG -> schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? at : 1L;
      case DOUBLE -> 0.5;
      case BOOLEAN -> false;
      case ARRAY -> List.of(value(name, schema.getElementType()));
      case MAP -> Map.of(name, value(name, schema.getValueType()));
      case RECORD -> record(schema, Map.of());
      default -> throw new IllegalArgumentException("no value of " + schema);
    };
  }
}
