package org.hearsay.encoder;

import java.util.List;
import org.hearsay.text.Span;

/** A paragraph's words, and for each how likely it belongs to a cue. Immutable. */
public final class TaggedParagraph {
  private final List<Word> words;
  private final List<PlainReading> readings;
  private final float[] probabilities;
  private final boolean whole;

  /**
   * @param words its words
   * @param readings the windows that it was read in
   * @param probabilities of three labels for each word, word after word
   * @param whole whether it was read to its end
   */
  TaggedParagraph(
      List<Word> words, List<PlainReading> readings, float[] probabilities, boolean whole) {
    this.whole = whole;
    this.words = words;
    this.readings = readings;
    this.probabilities = probabilities;
  }

  /** Whether it was read to its end: else there was no time for more words. */
  public boolean isWhole() {
    return whole;
  }

  /** How many words it has. */
  public int size() {
    return words.size();
  }

  /** Where a word stands in the text, in UTF-16 code units. */
  public Span span(int word) {
    return words.get(word).span();
  }

  /** The probability, 0..1, that a word belongs to no cue. */
  public float outside(int word) {
    return probabilities[3 * word];
  }

  /** The probability, 0..1, that a cue begins at a word. */
  public float begins(int word) {
    return probabilities[3 * word + 1];
  }

  /** The probability, 0..1, that a word goes on with a cue. */
  public float continues(int word) {
    return probabilities[3 * word + 2];
  }

  List<Word> words() {
    return words;
  }

  /** Of the windows that hold a word, the one that shows more of its surroundings. */
  PlainReading around(int word) {
    PlainReading best = readings.get(0);
    for (PlainReading reading : readings) {
      boolean holds = word >= reading.window().first() && word < reading.window().end();
      if (holds && reading.window().depth(word) > best.window().depth(word)) {
        best = reading;
      }
    }
    return best;
  }
}
