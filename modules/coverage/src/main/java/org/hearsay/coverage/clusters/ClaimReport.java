package org.hearsay.coverage.clusters;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.attribution.CueStance;
import org.jspecify.annotations.Nullable;

/**
 * One article's report of what somebody said.
 *
 * @param claimId the claim's id
 * @param articleId the article's id
 * @param publisher who publishes it, with the article's address
 * @param at when the article was published, else first seen
 * @param atKind which of the two that is; null where an earlier release did not keep it
 * @param text what is claimed, by whom, in which words
 * @param from whom the article has it from
 * @param places where its words stand
 */
public record ClaimReport(
    String claimId,
    String articleId,
    OutletName publisher,
    Instant at,
    @Nullable AtKind atKind,
    ClaimText text,
    From from,
    Places places) {

  /** The key of claims whose speaker is not named. */
  private static final String NOBODY = "";

  /** The earliest first; of one time in the order of their ids, which tells nothing. */
  public static final Comparator<ClaimReport> IN_ORDER =
      Comparator.comparing(ClaimReport::at).thenComparing(ClaimReport::claimId);

  /**
   * The outlet, report or person that an article has a claim from: the last link before the
   * speaker, else the article's own outlet, else the article.
   *
   * @param key as {@link OutletName#key}
   * @param name for people
   */
  public record From(String key, String name) {}

  /**
   * Where a report's words stand: in its article, and in others that have the same text.
   *
   * @param own from the first to the last unit of the content in the article's body; null where an
   *     earlier release did not keep it
   * @param origins in the articles that they were copied from, the nearest first
   * @param twins articles with the same text here of which it is not known which is the copy, in
   *     order
   */
  public record Places(@Nullable Span own, List<CopiedFrom> origins, List<String> twins) {
    /** Keeps its own copies of the lists. */
    public Places {
      origins = List.copyOf(origins);
      twins = List.copyOf(twins);
    }
  }

  /**
   * What words were copied from.
   *
   * @param articleId the article
   * @param place where it stands in that article's body, about
   */
  public record CopiedFrom(String articleId, Span place) {}

  /** Who publishes it, one form for every way to write it; the article's id where not known. */
  public String outlet() {
    @Nullable String key = publisher.key();
    return key == null ? articleId : key;
  }

  /** Whether the source denies the content. */
  public boolean denied() {
    return text.cue().denies();
  }

  /** The content as it is compared, see {@link ClaimText#wording}; read once. */
  public Wording wording(SamenessLanguage language) {
    return text.wording(language);
  }

  /** What the cue lets a reader think, by the verbs of its language. */
  public CueStance stance(AttributingVerbs verbs) {
    return verbs.stance(text.cue().text());
  }

  /** What all claims that may have its speaker are kept under; see {@link #isNamed}. */
  public String speakerKey(SamenessLanguage language) {
    @Nullable String key = text.speaker().key(language);
    return key == null ? NOBODY : key;
  }

  /**
   * Whether somebody is named as the speaker.
   *
   * @param speakerKey as {@link #speakerKey}
   */
  public static boolean isNamed(String speakerKey) {
    return !speakerKey.equals(NOBODY);
  }
}
