package org.hearsay.framing.tallies;

import java.util.EnumMap;
import java.util.Map;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.framing.terms.Category;

/** One voice being counted. */
public final class VoiceTally {
  private static final double THOUSAND = 1000;

  /** Nothing counted yet. */
  public VoiceTally() {}

  private int words;
  private double bias;
  private int loaded;
  private final Map<Category, Integer> counts = new EnumMap<>(Category.class);

  /**
   * Adds words.
   *
   * @param count how many
   * @param probability how likely they are biased, taken together, 0..1
   */
  public void add(int count, double probability) {
    words += count;
    bias += count * probability;
  }

  /** Adds what one of its words shows. */
  public void add(Evidence evidence) {
    counts.merge(evidence.category(), 1, Integer::sum);
    boolean counted =
        evidence.category() == Category.LOADED || evidence.category() == Category.LABEL;
    if (counted && !evidence.negated()) {
      loaded++;
    }
  }

  /** What came of it. */
  public VoiceFraming framing(Voice voice) {
    double share = words == 0 ? 0 : 1.0 / words;
    return new VoiceFraming(voice, words, bias * share, loaded * THOUSAND * share, counts);
  }
}
