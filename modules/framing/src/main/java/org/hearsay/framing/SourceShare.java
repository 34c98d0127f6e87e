package org.hearsay.framing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much one source gets to say in a text.
 *
 * @param entityId the source's catalogue id, or null where the catalogue does not know it
 * @param name who that is, or the source as written
 * @param kind whether anybody is named
 * @param official whether the source is a government, an office, or speaks for one
 * @param claims how many claims are attributed to it
 * @param wordsQuoted how many of its words stand in quotation marks
 * @param wordsReported how many are retold
 * @param verbs how often each verb attributes something to it, in dictionary form
 */
public record SourceShare(
    @Nullable String entityId,
    String name,
    Kind kind,
    boolean official,
    int claims,
    int wordsQuoted,
    int wordsReported,
    Map<String, Integer> verbs) {

  /** Whether anybody is named as the source. */
  public enum Kind {
    /** A person, a body, a country or an outlet by name. */
    NAMED,
    /** Somebody, but nobody by name. */
    ANONYMOUS,
    /** A thing that is no name: a letter, a poll. */
    OTHER,
    /** Nobody at all. */
    NONE
  }

  /** Keeps its own copy of the map. */
  public SourceShare {
    verbs = Map.copyOf(verbs);
  }
}
