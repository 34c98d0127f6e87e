package org.hearsay.language;

/**
 * How much text is annotated, so that no page can stall the pipeline.
 *
 * @param maxCharacters the most that is annotated of one text, in UTF-16 code units
 * @param maxSentenceTokens the longest sentence that is kept whole, in tokens
 * @param chunkTokens the length that a longer sentence is cut to, in tokens
 */
public record ReadingLimits(int maxCharacters, int maxSentenceTokens, int chunkTokens) {

  /** 200,000 code units; sentences of up to 400 tokens, longer ones cut to 200. */
  public static final ReadingLimits DEFAULT = new ReadingLimits(200_000, 400, 200);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one is not positive, or a chunk is longer than a sentence
   */
  public ReadingLimits {
    if (maxCharacters < 1 || chunkTokens < 1 || maxSentenceTokens < chunkTokens) {
      throw new IllegalArgumentException(
          "not limits: "
              + maxCharacters
              + " characters, "
              + maxSentenceTokens
              + " tokens, chunks of "
              + chunkTokens);
    }
  }
}
