package org.hearsay.framing;

import java.util.Map;
import org.hearsay.framing.terms.Category;

/**
 * How the words of one voice are worded, in one text.
 *
 * @param voice the voice
 * @param words how many words stand in it
 * @param bias the mean over its words of how likely the part of their sentence that is in this
 *     voice would be called biased, 0..1: about the share of its words that stand in biased
 *     sentences
 * @param loadedPerThousand loaded words and labels, not negated, per 1,000 of its words
 * @param counts how much evidence of each category there is; categories without any are left out
 */
public record VoiceFraming(
    Voice voice, int words, double bias, double loadedPerThousand, Map<Category, Integer> counts) {

  /** Keeps its own copy of the map. */
  public VoiceFraming {
    counts = Map.copyOf(counts);
  }
}
