package org.hearsay.coverage.clusters;

import java.util.Objects;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Wording;
import org.jspecify.annotations.Nullable;

/** What somebody who is named has said. Immutable; read once, when it is first compared. */
public final class Said {
  private final String speaker;
  private final String text;
  private final boolean denied;

  /** Read when it is first needed; whoever reads it twice reads the same. */
  private @Nullable Wording wording;

  /**
   * Who has said something.
   *
   * @param speaker the key of the speaker
   * @param text what was said, as {@link Wording#text}
   * @param denied whether it was denied
   */
  public Said(String speaker, String text, boolean denied) {
    this.speaker = speaker;
    this.text = text;
    this.denied = denied;
  }

  /** The key of the speaker. */
  public String speaker() {
    return speaker;
  }

  /** What was said, as {@link Wording#text}. */
  public String text() {
    return text;
  }

  /** Whether it was denied. */
  public boolean denied() {
    return denied;
  }

  /**
   * What was said as it is compared.
   *
   * @param language the language that it is in, the same whenever it is asked for
   */
  Wording wording(SamenessLanguage language) {
    @Nullable Wording known = wording;
    if (known == null) {
      known = Wording.of(text, denied, language);
      wording = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Said said
        && speaker.equals(said.speaker)
        && text.equals(said.text)
        && denied == said.denied;
  }

  @Override
  public int hashCode() {
    return Objects.hash(speaker, text, denied);
  }

  @Override
  public String toString() {
    return speaker + (denied ? " denied: " : ": ") + text;
  }
}
