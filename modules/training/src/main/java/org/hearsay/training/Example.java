package org.hearsay.training;

import org.hearsay.encoder.Window;

/**
 * One input and what the model should say of it.
 *
 * @param paragraph where it is from
 * @param window the words to read
 * @param labels for each of them one of the three labels of its pass, or {@link #NOT_ASKED}; not to
 *     be written to
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(Paragraph paragraph, Window window, int[] labels) {
  /** The label of a word of which nothing is learned. */
  static final int NOT_ASKED = -1;

  /** Of how many words something is learned. */
  int asked() {
    int asked = 0;
    for (int label : labels) {
      asked += label == NOT_ASKED ? 0 : 1;
    }
    return asked;
  }

  /** Whether it asks for the source and content of a marked cue; else it asks for cues. */
  boolean isMarked() {
    return window.markEnd() > window.markFirst();
  }
}
