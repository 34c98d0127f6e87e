package org.hearsay.coverage.facts;

import java.util.Objects;
import org.hearsay.claims.ClaimForm;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed, by whom, in which words. Immutable; what the content says is read once, when it
 * is first asked for.
 */
public final class ClaimText {
  private final ClaimSpeaker speaker;
  private final String source;
  private final String content;
  private final ClaimForm form;
  private final ClaimCue cue;

  /** Read when it is first needed; whoever reads it twice reads the same. */
  private @Nullable Wording wording;

  /**
   * A claim's text.
   *
   * @param speaker who is said to have said it
   * @param source the source as written, empty where the text names none
   * @param content what was said, as written
   * @param form how much of the content stands in quotation marks
   * @param cue the words that attribute it
   */
  public ClaimText(
      ClaimSpeaker speaker, String source, String content, ClaimForm form, ClaimCue cue) {
    this.speaker = speaker;
    this.source = source;
    this.content = content;
    this.form = form;
    this.cue = cue;
  }

  /** Who is said to have said it. */
  public ClaimSpeaker speaker() {
    return speaker;
  }

  /** The source as written, empty where the text names none. */
  public String source() {
    return source;
  }

  /** What was said, as written. */
  public String content() {
    return content;
  }

  /** How much of the content stands in quotation marks. */
  public ClaimForm form() {
    return form;
  }

  /** The words that attribute it. */
  public ClaimCue cue() {
    return cue;
  }

  /**
   * The content as it is compared.
   *
   * @param language the language that it is in, the same whenever it is asked for
   */
  public Wording wording(SamenessLanguage language) {
    @Nullable Wording known = wording;
    if (known == null) {
      known = Wording.of(content, cue.denies(), language);
      wording = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClaimText text
        && speaker.equals(text.speaker)
        && source.equals(text.source)
        && content.equals(text.content)
        && form == text.form
        && cue.equals(text.cue);
  }

  @Override
  public int hashCode() {
    return Objects.hash(speaker, source, content, form, cue);
  }

  @Override
  public String toString() {
    return speaker + " [" + source + "] " + cue + " " + form + ": " + content;
  }
}
