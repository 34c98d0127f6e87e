package org.hearsay.store.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param named what is true of a row that is chosen by the key of somebody whom the catalogue does
 *     not know, as {@code sql}; null where such keys are as others
 */
public record Filter(
    String name,
    String doc,
    Kind kind,
    List<String> words,
    String sql,
    @Nullable String none,
    @Nullable String fallback,
    @Nullable String named) {

  /** What the keys of those begin with whom the catalogue does not know. */
  public static final String NAME = "name:";

  /** The value for rows that have none. */
  public static final String NONE = "none";

  /** The value for every row, of a filter that has a fallback. */
  public static final String ANY = "any";

  private static final String IN_MARKS = " Those in quotation marks stand one after the other.";

  private static final String MARKS = "\"“”„«»";

  /** A phrase in quotation marks, which goes to the end where none closes it; or a word. */
  private static final Pattern PART =
      Pattern.compile("[%1$s](?<phrase>[^%1$s]*)(?:[%1$s]|$)|[^\\s%1$s]+".formatted(MARKS));

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
    /** A number from 0 to 1. */
    SHARE(false, 0),
    /** A number from -1 to 1. */
    TONE(false, -1),
    /** A day or a time, ISO 8601; UTC where it says no zone. */
    TIME(false),
    /** Words that all have to be there, accents and case apart: {@link Filter#parts}. */
    TEXT(false),
    /** {@code true}, or {@code false} for its opposite. */
    FLAG(false);

    private static final double MOST = 1;

    private final boolean several;
    private final double least;

    Kind(boolean several) {
      this(several, Double.NEGATIVE_INFINITY);
    }

    Kind(boolean several, double least) {
      this.several = several;
      this.least = least;
    }

    /** Whether it has numbers of a range alone. */
    private boolean isBounded() {
      return Double.isFinite(least);
    }

    private boolean takes(double number) {
      return Double.isFinite(number) && (!isBounded() || (least <= number && number <= MOST));
    }

    private String range() {
      return isBounded() ? " from %.0f to %.0f".formatted(least, MOST) : "";
    }

    /** Whether a filter takes several values. */
    public boolean takesSeveral() {
      return several;
    }
  }

  /** By an id or a key. */
  public static Filter key(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.KEY, List.of(), sql, null, null, null);
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
    return new Filter(name, doc, Kind.WORD, List.of(words), column + " IN ({})", null, null, null);
  }

  /** By a time. */
  public static Filter time(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.TIME, List.of(), sql, null, null, null);
  }

  /** By a number. */
  public static Filter number(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.NUMBER, List.of(), sql, null, null, null);
  }

  /** By a number from 0 to 1. */
  public static Filter share(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.SHARE, List.of(), sql, null, null, null);
  }

  /** By a number from -1 to 1. */
  public static Filter tone(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.TONE, List.of(), sql, null, null, null);
  }

  /** By words of a text. */
  public static Filter text(String name, String doc, String column) {
    return new Filter(
        name,
        doc + IN_MARKS,
        Kind.TEXT,
        List.of(),
        "contains(lower(strip_accents(" + column + ")), lower(strip_accents({})))",
        null,
        null,
        null);
  }

  /** By whether something holds. */
  public static Filter flag(String name, String doc, String sql) {
    return new Filter(name, doc, Kind.FLAG, List.of(), sql, null, null, null);
  }

  /** The same, with a value for rows that have none. */
  Filter orNone(String holdsOfNone) {
    return new Filter(name, doc, kind, words, sql, holdsOfNone, fallback, named);
  }

  /** The same, with another condition for those whom the catalogue does not know. */
  Filter orNamed(String holdsOfName) {
    return new Filter(name, doc, kind, words, sql, none, fallback, holdsOfName);
  }

  /** Whether a value is the key of somebody whom the catalogue does not know. */
  public boolean isNamed(String value) {
    return named != null && value.startsWith(NAME);
  }

  /** The same, with a value where none is given. */
  Filter unlessGiven(String value) {
    return new Filter(name, doc, kind, words, sql, none, value, named);
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
   * What of a text has to be there, each by itself: its words, and what it has in quotation marks
   * as a whole, one blank between its words.
   */
  public static List<String> parts(String text) {
    List<String> out = new ArrayList<>();
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      @Nullable String phrase = parts.group("phrase");
      String part = phrase == null ? parts.group() : phrase.strip().replaceAll("\\s+", " ");
      if (!part.isEmpty()) {
        out.add(part);
      }
    }
    return out;
  }

  /**
   * A number that is given.
   *
   * @throws FilterException when it is none
   */
  public double number(String value) {
    try {
      double number = Double.parseDouble(value);
      if (kind.takes(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for what is no number either.
    }
    throw new FilterException(name, "takes a number" + kind.range() + ", not " + value);
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
