package org.hearsay.training.network;

import org.hearsay.encoder.ModelInput;

/**
 * Inputs laid out for the network.
 *
 * @param input what it reads
 * @param places of each word that is asked about, the place of its first piece in the input, row
 *     after row
 * @param labels of each word, 0..5: those of marked windows come after those of plain ones
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelledBatch(ModelInput input, long[] places, int[] labels) {

  /** Whether a label belongs to marked windows. */
  public static boolean isMarked(int label) {
    return label >= Architecture.PASS_LABELS;
  }
}
