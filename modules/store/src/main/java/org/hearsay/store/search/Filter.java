package org.hearsay.store.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that rows can be chosen by.
 *
 * @param name as it is asked for
 * @param doc what it chooses, for people
 * @param kind what its values are
 * @param words the values that it takes, where it takes no others
 * @param sql what is true of a chosen row; {@code {}} stands for the value, or for all of them
 *     where several may be given, {@code {1}} for each of them in a condition of its own
 * @param none what is true of rows that have none, for the value {@code none}; null where that is
 *     no value
 * @param fallback the value where none is given; {@code any} in its place chooses every row
 */
public record Filter(
    String name,
    String doc,
    Kind kind,
    List<String> words,
    String sql,
    @Nullable String none,
    @Nullable String fallback) {

  /** The value for rows that have none. */
  public static final String NONE = "none";

  /** The value for every row, of a filter that has a fallback. */
  public static final String ANY = "any";

  /** Keeps its own copy of the list. */
  public Filter {
    words = List.copyOf(words);
  }

  /** What a filter's values are. */
  public enum Kind {
    /** An id or another key, as rows have it; several: any of them. */
    KEY(true),
    /** One of a few words; several: any of them. */
    WORD(true),
    /** A number. */
    NUMBER(false),
    /** A day or a time, ISO 8601; UTC where it says no zone. */
    TIME(false),
    /** Words that all have to be there, in any order, accents and case apart. */
    TEXT(false),
    /** {@code true}, or {@code false} for its opposite. */
    FLAG(false);

    private final boolean several;

    Kind(boolean several) {
      this.several = several;
    }

    /** Whether a filter takes several values. */
    public boolean takesSeveral() {
      return several;
    }
  }

  /** By an id or a key. */
  public static Filter key(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.KEY, List.of(), sql, null, null);
  }

  /** By the key of an outlet: its id, else its name. */
  public static Filter outlet(String name, String doc, String id, String title) {
    return key(
        name,
        doc + ": the catalogue id, else the name.",
        "%s IN ({}) OR (%s IS NULL AND %s IN ({}))".formatted(id, id, title));
  }

  /** By a word of a column. */
  public static Filter word(String name, String column, String doc, String... words) {
    return new Filter(name, doc, Kind.WORD, List.of(words), column + " IN ({})", null, null);
  }

  /** By a time. */
  public static Filter time(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.TIME, List.of(), sql, null, null);
  }

  /** By a number. */
  public static Filter number(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.NUMBER, List.of(), sql, null, null);
  }

  /** By words of a text. */
  public static Filter text(String name, String doc, String column) {
    return new Filter(
        name,
        doc,
        Kind.TEXT,
        List.of(),
        "contains(lower(strip_accents(" + column + ")), lower(strip_accents({})))",
        null,
        null);
  }

  /** By whether something holds. */
  public static Filter flag(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.FLAG, List.of(), sql, null, null);
  }

  /** The same, with a value for rows that have none. */
  Filter orNone(String holdsOfNone) {
    return new Filter(name, doc, kind, words, sql, holdsOfNone, fallback);
  }

  /** The same, with a value where none is given. */
  Filter unlessGiven(String value) {
    return new Filter(name, doc, kind, words, sql, none, value);
  }

  /** The values that count: those that are given, else the fallback; none where all rows do. */
  public List<String> counting(Map<String, List<String>> given) {
    List<String> values =
        given.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
    if (values.isEmpty()) {
      return Optional.ofNullable(fallback).map(List::of).orElse(List.of());
    }
    return fallback != null && values.contains(ANY) ? List.of() : values;
  }

  /**
   * A number that is given.
   *
   * @throws FilterException when it is none
   */
  public double number(String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for what is no number either.
    }
    throw new FilterException(name, "takes a number, not " + value);
  }

  /**
   * A day or a time that is given, in UTC.
   *
   * @throws FilterException when it is none
   */
  public LocalDateTime time(String value) {
    try {
      return LocalDate.parse(value).atStartOfDay();
    } catch (DateTimeException e) {
      // Then it is a time.
    }
    try {
      return LocalDateTime.ofInstant(Instant.parse(value), ZoneOffset.UTC);
    } catch (DateTimeException e) {
      // Then it has an offset, or none.
    }
    try {
      return OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } catch (DateTimeException e) {
      // Then it has none.
    }
    try {
      return LocalDateTime.parse(value);
    } catch (DateTimeException e) {
      throw new FilterException(
          name, "takes a day or a time, 2026-01-12 or 2026-01-12T09:52:00Z, not " + value);
    }
  }
}
