package org.hearsay.training.models;

/**
 * A matrix in bytes: each row or column has a scale, the largest of its numbers becomes 127 or
 * -127, and 0 stays 0.
 *
 * @param values the bytes, row after row
 * @param scales what to multiply them by to have the numbers back
 */
@SuppressWarnings("ArrayRecordComponent")
record Quantized(byte[] values, float[] scales) {
  private static final int MOST = 127;

  /** One scale a row. */
  static Quantized byRow(float[] matrix, int rows, int columns) {
    return of(matrix, rows, columns, true);
  }

  /** One scale a column. */
  static Quantized byColumn(float[] matrix, int rows, int columns) {
    return of(matrix, rows, columns, false);
  }

  private static Quantized of(float[] matrix, int rows, int columns, boolean byRow) {
    float[] scales = new float[byRow ? rows : columns];
    for (int i = 0; i < matrix.length; i++) {
      int group = byRow ? i / columns : i % columns;
      scales[group] = Math.max(scales[group], Math.abs(matrix[i]));
    }
    for (int group = 0; group < scales.length; group++) {
      float scale = scales[group] / MOST;
      // Where all is 0, or so near that the scale is, any scale is right.
      scales[group] = scale == 0 ? 1 : scale;
    }
    byte[] values = new byte[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      int rounded = Math.round(matrix[i] / scales[byRow ? i / columns : i % columns]);
      values[i] = (byte) Math.max(-MOST, Math.min(MOST, rounded));
    }
    return new Quantized(values, scales);
  }
}
