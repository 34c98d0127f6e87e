package org.hearsay.cli.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of an answer as texts. */
final class Cells {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** ISO 8601 in UTC, to the millisecond, always as wide. */
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private final ObjectMapper mapper = new ObjectMapper();

  /** A value as another program reads it. */
  String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Collection || value instanceof Map
        ? json(value)
        : String.valueOf(plain(value));
  }

  /**
   * A value as people read it: numbers to three places, times without fractions, midnight as its
   * day.
   */
  String shown(@Nullable Object value) {
    if (value instanceof Double number) {
      return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(number);
    }
    if (value instanceof LocalDateTime time) {
      // Of a page that gives only the day that is its midnight.
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : TIME.format(time);
    }
    if (value instanceof List<?> list
        && list.stream().noneMatch(item -> item instanceof List || item instanceof Map)) {
      return list.stream().map(this::shown).collect(Collectors.joining(", "));
    }
    return text(value).replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /** A value as JSON writes it. */
  String json(@Nullable Object value) {
    try {
      return mapper.writeValueAsString(simple(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts, numbers, lists and maps are JSON", e);
    }
  }

  private static @Nullable Object simple(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Cells::simple).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(String.valueOf(key), simple(item)));
      return out;
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : plain(value);
  }

  private static Object plain(Object value) {
    if (value instanceof LocalDateTime time) {
      return ISO.format(time);
    }
    return value.toString();
  }
}
