package org.hearsay.encoder;

import java.util.Arrays;
import java.util.List;

/**
 * What the layers read that tell a cue's source and content: windows as rows of equal width, padded
 * at the end. The arrays hold one row after the other and are not to be written to.
 *
 * @param rows how many windows
 * @param width the pieces of the longest, with the two that frame it
 * @param states what a middle layer said of each piece when the whole paragraph was read; 0 for
 *     padding
 * @param marks 1 for a piece of the cue, else 0
 * @param mask 1 for a piece, 0 for padding
 */
// The arrays go to the runtime as they are: copies of a million numbers would guard nobody.
@SuppressWarnings("ArrayRecordComponent")
public record RoleInput(int rows, int width, float[] states, long[] marks, long[] mask) {
  /** A piece is marked or is not. */
  public static final int MARKS = 2;

  /**
   * One row.
   *
   * @param read the window that was read without marks
   * @param states what a middle layer said of each of its pieces, the two that frame it too
   * @param window those of its words that are asked about, the cue's marked
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Row(Window read, float[] states, Window window) {
    /**
     * Checks the windows.
     *
     * @throws IllegalArgumentException when words are asked about that were not read
     */
    public Row {
      if (window.first() < read.first() || window.end() > read.end()) {
        throw new IllegalArgumentException("words that were not read: " + window);
      }
    }

    /** How many numbers a piece has. */
    int hidden() {
      return states.length / read.length();
    }
  }

  /** Lays rows out. */
  public static RoleInput of(List<Row> rows) {
    int width = rows.stream().mapToInt(row -> row.window().length()).max().orElse(0);
    int hidden = rows.isEmpty() ? 0 : rows.get(0).hidden();
    float[] states = new float[rows.size() * width * hidden];
    long[] marks = new long[rows.size() * width];
    long[] mask = new long[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Window window = row.window();
      int at = i * width;
      int from = 1;
      for (int word = row.read().first(); word < window.first(); word++) {
        from += window.words().get(word).size();
      }
      // The two that frame what was read frame this, too: attention rests on them.
      int pieces = window.length() - 2;
      System.arraycopy(row.states(), 0, states, at * hidden, hidden);
      System.arraycopy(row.states(), from * hidden, states, (at + 1) * hidden, pieces * hidden);
      System.arraycopy(
          row.states(), row.states().length - hidden, states, (at + 1 + pieces) * hidden, hidden);
      Arrays.fill(mask, at, at + window.length(), 1);
      int piece = at + 1;
      for (int word = window.first(); word < window.end(); word++) {
        int size = window.words().get(word).size();
        if (window.marks(word)) {
          Arrays.fill(marks, piece, piece + size, 1);
        }
        piece += size;
      }
    }
    return new RoleInput(rows.size(), width, states, marks, mask);
  }
}
