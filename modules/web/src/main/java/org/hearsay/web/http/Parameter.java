package org.hearsay.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be said in an address or a body.
 *
 * @param name as it is said; empty of a whole body
 * @param place where
 * @param type its JSON type: string, number, integer or boolean; object of a field of a body, and
 *     for parameters of any name
 * @param needed whether it has to be said
 * @param several whether it may be said more than once
 * @param words the values that it takes, where it takes no others; of a whole body the types that
 *     it may be of
 * @param fallback what counts where it is not said
 * @param doc what it does, for people
 */
public record Parameter(
    String name,
    Place place,
    String type,
    boolean needed,
    boolean several,
    List<String> words,
    @Nullable String fallback,
    String doc) {

  private static final String OBJECT = "object";

  /** Keeps its own copy of the list. */
  public Parameter {
    words = List.copyOf(words);
  }

  /** Where a parameter stands. */
  public enum Place {
    /** A part of the path; it has to be there. */
    PATH,
    /** After the question mark. */
    QUERY,
    /** A field of the object that is sent. */
    BODY,
    /** The whole body. */
    WHOLE
  }

  /** A part of the path. */
  public static Parameter path(String name, String doc) {
    return new Parameter(name, Place.PATH, "string", true, false, List.of(), null, doc);
  }

  /** A field of the object that is sent. */
  public static Parameter field(String name, String type, @Nullable String fallback, String doc) {
    return new Parameter(name, Place.BODY, type, fallback == null, false, List.of(), fallback, doc);
  }

  /** A text after the question mark. */
  public static Parameter text(String name, String doc) {
    return new Parameter(name, Place.QUERY, "string", false, false, List.of(), null, doc);
  }

  /** A text after the question mark that has to be there. */
  public static Parameter neededText(String name, String doc) {
    return new Parameter(name, Place.QUERY, "string", true, false, List.of(), null, doc);
  }

  /** A body that is of one of these types. */
  public static Parameter whole(String doc, List<String> types) {
    return new Parameter("", Place.WHOLE, "string", true, false, types, null, doc);
  }

  /** Texts after the question mark under names that others say. */
  public static Parameter anyName(String name, String doc) {
    return new Parameter(name, Place.QUERY, OBJECT, false, true, List.of(), null, doc);
  }

  /** Whether it stands for parameters of any name. */
  public boolean isAnyName() {
    return place == Place.QUERY && type.equals(OBJECT);
  }

  /** One of a few words. */
  public static Parameter word(
      String name, String doc, @Nullable String fallback, String... words) {
    return new Parameter(name, Place.QUERY, "string", false, false, List.of(words), fallback, doc);
  }

  /** A whole number. */
  public static Parameter number(String name, String doc, int fallback) {
    return new Parameter(
        name, Place.QUERY, "integer", false, false, List.of(), Integer.toString(fallback), doc);
  }
}
