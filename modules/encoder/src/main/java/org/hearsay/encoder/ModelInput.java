package org.hearsay.encoder;

import java.util.Arrays;
import java.util.List;

/**
 * What the model reads: windows as rows of equal width, padded at the end. The arrays hold one row
 * after the other and are not to be written to.
 *
 * @param rows how many windows
 * @param width the pieces of the longest, with the two that frame it
 * @param ids the pieces' ids in the vocabulary, 0 for padding
 * @param types of each piece, the shape of its word, and {@link #SHAPES} more where it is marked
 * @param mask 1 for a piece, 0 for padding
 */
// The arrays go to the runtime as they are: copies of a million numbers would guard nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ModelInput(int rows, int width, long[] ids, long[] types, long[] mask) {
  /** How many shapes a word may have. */
  public static final int SHAPES = 3;

  /** Lays windows out. */
  public static ModelInput of(List<Window> windows) {
    int rows = windows.size();
    int width = windows.stream().mapToInt(Window::length).max().orElse(0);
    long[] ids = new long[rows * width];
    long[] types = new long[rows * width];
    long[] mask = new long[rows * width];
    for (int row = 0; row < rows; row++) {
      Window window = windows.get(row);
      int at = row * width;
      ids[at++] = WordPiece.FIRST;
      for (int i = window.first(); i < window.end(); i++) {
        Word word = window.words().get(i);
        int type = word.shape() + (window.marks(i) ? SHAPES : 0);
        for (int piece = 0; piece < word.size(); piece++) {
          ids[at] = word.piece(piece);
          types[at++] = type;
        }
      }
      ids[at++] = WordPiece.LAST;
      Arrays.fill(mask, row * width, at, 1);
    }
    return new ModelInput(rows, width, ids, types, mask);
  }
}
