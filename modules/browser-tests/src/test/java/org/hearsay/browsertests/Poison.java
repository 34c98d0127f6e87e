package org.hearsay.browsertests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Puts markup that would run into every text of a record, and scripts in place of addresses. */
final class Poison {
  /** What must never happen: it would set {@code window.ran}. */
  static final String MARKUP = "<img src=x onerror=window.ran=1><script>window.ran=1</script>";

  static final String ADDRESS = "javascript:window.ran=1//";

  /** Words of the schema, which are told by words of the dashboard's own. */
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");

  private Poison() {}

  /** A copy with it in every text but those by which records find each other. */
  static SpecificRecord into(SpecificRecord record) {
    SpecificRecord out = SpecificData.get().deepCopy(record.getSchema(), record);
    poison(out);
    return out;
  }

  private static void poison(SpecificRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      record.put(field.pos(), poisoned(field.name(), record.get(field.pos())));
    }
  }

  private static @Nullable Object poisoned(String name, @Nullable Object value) {
    if (value instanceof SpecificRecord nested) {
      poison(nested);
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> out = new ArrayList<>();
      list.forEach(one -> out.add(poisoned(name, one)));
      return out;
    } else if (value instanceof String text && isText(name, text)) {
      return name.toLowerCase(Locale.ROOT).contains("url") || text.startsWith("http")
          ? ADDRESS + text
          : text + MARKUP;
    }
    return value;
  }

  private static boolean isText(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !(lower.endsWith("id")
        || lower.endsWith("ids")
        || lower.endsWith("key")
        || lower.equals("about")
        || lower.equals("language")
        || lower.equals("hosts")
        || CODE.matcher(text).matches());
  }
}
