package org.hearsay.page.text;

import java.util.BitSet;
import java.util.List;
import org.hearsay.page.block.CopiedLine;

/**
 * The readers' part of a copied page.
 *
 * @param start its first line, or how many lines there are
 * @param end its last line
 * @param lines those of its lines that are not a page's furniture
 */
record ReadersPart(int start, int end, List<CopiedLine> lines) {

  /** Of a page of that many lines, none of which is a reader's. */
  static ReadersPart none(int lines) {
    return new ReadersPart(lines, lines, List.of());
  }

  boolean holds(int line) {
    return line >= start && line <= end;
  }

  /** Its lines by number, among so many. */
  BitSet taken(int lines) {
    BitSet taken = new BitSet(lines);
    if (start < lines) {
      taken.set(start, end + 1);
    }
    return taken;
  }
}
