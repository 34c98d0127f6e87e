package org.hearsay.training;

import org.hearsay.encoder.Window;

/**
 * One input and what the model should say of it.
 *
 * @param paragraph where it is from
 * @param window the words to read
 * @param labels for each of them one of the three labels of its pass; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(Paragraph paragraph, Window window, int[] labels) {

  /** Whether it asks for the source and content of a marked cue; else it asks for cues. */
  boolean isMarked() {
    return window.markEnd() > window.markFirst();
  }
}
