package org.hearsay.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be said in an address, or in a body of JSON.
 *
 * @param name as it is said
 * @param place where
 * @param type its JSON type: string, number, integer or boolean; in a body also object
 * @param several whether it may be said more than once
 * @param words the values that it takes, where it takes no others
 * @param fallback what counts where it is not said
 * @param doc what it does, for people
 */
public record Parameter(
    String name,
    Place place,
    String type,
    boolean several,
    List<String> words,
    @Nullable String fallback,
    String doc) {

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
    /** A field of the object that is sent; it has to be there where nothing else counts. */
    BODY
  }

  /** A part of the path. */
  public static Parameter path(String name, String doc) {
    return new Parameter(name, Place.PATH, "string", false, List.of(), null, doc);
  }

  /** A field of the object that is sent. */
  public static Parameter field(String name, String type, @Nullable String fallback, String doc) {
    return new Parameter(name, Place.BODY, type, false, List.of(), fallback, doc);
  }

  /** A text after the question mark. */
  public static Parameter text(String name, String doc) {
    return new Parameter(name, Place.QUERY, "string", false, List.of(), null, doc);
  }

  /** One of a few words. */
  public static Parameter word(
      String name, String doc, @Nullable String fallback, String... words) {
    return new Parameter(name, Place.QUERY, "string", false, List.of(words), fallback, doc);
  }

  /** A whole number. */
  public static Parameter number(String name, String doc, int fallback) {
    return new Parameter(
        name, Place.QUERY, "integer", false, List.of(), Integer.toString(fallback), doc);
  }
}
