package org.hearsay.systemtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of any schema, drawn at random, always the same; no text in them says anything. */
final class RandomRecords {
  private static final int LONGEST_LIST = 3;
  private static final String[] WORDS =
      "bridge road police minister convoy council school station report border".split(" ", -1);

  private final Random random = new Random(19);

  /**
   * One record.
   *
   * @param key the field that says which record it is of
   * @param id that field's value
   */
  SpecificRecord record(Schema schema, String key, String id) {
    SpecificRecord out = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      out.put(field.pos(), field.name().equals(key) ? id : value(field.name(), field.schema()));
    }
    return out;
  }

  private @Nullable Object value(String name, Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          random.nextInt(4) == 0 || name.equals("removed")
              ? null
              : value(
                  name,
                  schema.getTypes().stream()
                      .filter(type -> type.getType() != Schema.Type.NULL)
                      .findFirst()
                      .orElseThrow());
      case STRING -> text(name);
      case INT -> random.nextInt(500);
      case LONG ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
              ? Instant.ofEpochMilli(1_768_000_000_000L + random.nextInt(1_000_000_000))
              : (Object) (long) random.nextInt(1_000_000);
      case DOUBLE -> random.nextInt(1000) / 1000.0;
      case FLOAT -> random.nextInt(1000) / 1000.0f;
      case BOOLEAN -> random.nextInt(10) == 0;
      case ARRAY -> list(name, schema.getElementType());
      case MAP -> {
        Map<String, @Nullable Object> map = new TreeMap<>();
        for (@Nullable Object each : list(name, schema.getValueType())) {
          map.put(WORDS[map.size()], each);
        }
        yield map;
      }
      case RECORD -> record(schema, "", "");
      default -> throw new IllegalArgumentException("no field is of type " + schema.getType());
    };
  }

  private List<@Nullable Object> list(String name, Schema of) {
    List<@Nullable Object> out = new ArrayList<>();
    int size = random.nextInt(LONGEST_LIST + 1);
    for (int i = 0; i < size; i++) {
      out.add(value(name, of));
    }
    return out;
  }

  private String text(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return low.endsWith("id") || low.endsWith("ids")
        ? low + "-" + random.nextInt(300)
        : WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)];
  }
}
