package org.hearsay.page.comments;

import java.util.BitSet;
import java.util.List;
import org.hearsay.page.block.Block;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;

/** Tells the lines that say who wrote from the texts between them. */
final class Sayers {
  private final LineKinds words;
  private final CommentAuthors authors;

  Sayers(LineKinds words, CommentAuthors authors) {
    this.words = words;
    this.authors = authors;
  }

  boolean isSayer(Block block) {
    return authors.isSayer(block);
  }

  /** Whether the line is a name and nothing else. */
  boolean isNameLine(Block block) {
    String line = block.text();
    return line.length() <= 40
        && AuthorLine.isName(line)
        && !words.isCommentChrome(line)
        && !words.isChrome(line);
  }

  /** Whether more than one line says who wrote, with texts between them. */
  boolean isThread(List<Block> blocks, List<Integer> at) {
    int turns = 0;
    boolean says = false;
    for (int i : at) {
      boolean sayer = isSayer(blocks.get(i));
      turns += sayer && !says ? 1 : 0;
      says = sayer;
    }
    return turns >= 2;
  }

  /** Whether there is a text among the blocks that is no form's and no menu's. */
  boolean isText(List<Block> blocks, int from, int to) {
    for (int i = from; i < to; i++) {
      String line = blocks.get(i).text();
      boolean text =
          TextShape.count(line) >= 3
              && blocks.get(i).linkDensity() < 0.5
              && !words.isCommentChrome(line)
              && !words.isChrome(line);
      if (text) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lines that say who wrote in and around a thread. Where none says so in words, by a time or
   * by markup, names that stand alone do.
   */
  BitSet of(List<Block> blocks, List<Integer> thread) {
    int first = Math.max(0, thread.get(0) - 4);
    int last = Math.min(blocks.size() - 1, thread.get(thread.size() - 1) + 4);
    BitSet sayers = new BitSet();
    BitSet names = new BitSet();
    for (int i = first; i <= last; i++) {
      sayers.set(i, isSayer(blocks.get(i)));
      names.set(i, isNameLine(blocks.get(i)));
    }
    if (sayers.isEmpty()) {
      names.clear(0, Math.max(0, thread.get(0) - 1));
      names.clear(Math.min(last, thread.get(thread.size() - 1) + 1) + 1, last + 1);
      int texts = 0;
      for (int i : thread) {
        texts += names.get(i) ? 0 : 1;
      }
      return names.cardinality() >= 2 && names.cardinality() * 2 >= texts ? names : sayers;
    }
    // Names above the lines that give the time: above all of them, since a text may be as short.
    BitSet above = new BitSet();
    int turns = 0;
    for (int i = sayers.nextSetBit(1); i > 0; i = sayers.nextSetBit(i + 1)) {
      if (!sayers.get(i - 1)) {
        turns++;
        above.set(i - 1, names.get(i - 1));
      }
    }
    if (turns >= 2 && above.cardinality() * 10 >= turns * 9) {
      sayers.or(above);
    }
    return sayers;
  }
}
