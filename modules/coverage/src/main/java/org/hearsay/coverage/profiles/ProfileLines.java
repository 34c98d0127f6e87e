package org.hearsay.coverage.profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.terms.Category;
import org.jspecify.annotations.Nullable;

/** The lines of the lists in a {@link Profile}. Shares are 0..1, of all that the list is of. */
public final class ProfileLines {
  private ProfileLines() {}

  /**
   * A mean tone.
   *
   * @param toned of how many mentions it is
   * @param mean -1 to 1; null where it is of none
   */
  public record MeanTone(long toned, @Nullable Double mean) {}

  /**
   * What one voice says.
   *
   * @param republished whether in articles that were taken over
   * @param words how many words it has
   * @param bias their mean bias, 0..1; null where there are none
   * @param loadedPerThousand loaded words in a thousand; null where there are none
   * @param counts how much evidence there is of each category, the most first
   */
  public record VoiceLine(
      Voice voice,
      boolean republished,
      long words,
      @Nullable Double bias,
      @Nullable Double loadedPerThousand,
      Map<Category, Long> counts) {
    /** Keeps its own copy of the map, in its order. */
    public VoiceLine {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
  }

  /**
   * An entity that is named.
   *
   * @param id its catalogue id
   * @param articles in how many articles
   * @param mentions how often
   */
  public record EntityLine(String id, String name, long articles, long mentions, double share) {}

  /**
   * A source, or sources of one kind.
   *
   * @param id its catalogue id, or null
   * @param name its name; empty for sources of one kind
   * @param official whether it is a government, an office, or speaks for one
   * @param claims how many claims it has
   * @param wordsQuoted how many words it has in quotation marks
   * @param wordsReported how many are retold
   * @param share of all words of sources
   */
  public record SourceLine(
      @Nullable String id,
      String name,
      SourceShare.Kind kind,
      boolean official,
      long claims,
      long wordsQuoted,
      long wordsReported,
      double share) {}

  /**
   * An outlet that something was taken from.
   *
   * @param id its catalogue id, or null
   * @param count how much
   */
  public record OutletLine(@Nullable String id, String name, long count, double share) {}

  /**
   * How often a voice names an entity.
   *
   * @param republished whether in articles that were taken over
   */
  public record MentionsLine(Voice voice, boolean republished, long mentions, MeanTone tone) {}

  /**
   * How often an outlet names an entity.
   *
   * @param articles in how many articles of its own
   * @param republishedArticles in how many that it took over
   * @param mentions how often in its own
   * @param republishedMentions how often in those
   * @param tone in its own voice in its own articles
   */
  public record OutletMentionsLine(
      OutletName outlet,
      long articles,
      long republishedArticles,
      long mentions,
      long republishedMentions,
      double share,
      MeanTone tone) {}
}
