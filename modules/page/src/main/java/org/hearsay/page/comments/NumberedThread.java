package org.hearsay.page.comments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * A thread whose comments are numbered.
 *
 * @param start the first block with a number
 * @param last the last block
 * @param shift how many blocks before its number a comment starts: a board sets the time above
 */
record NumberedThread(int start, int last, int shift) {
  /** A comment's number; "12. June 2031" starts a date. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?!\\d{1,2}\\. ?\\p{L}{3,9}\\.?,? (?:19|20)\\d\\d)(?:#(\\d{1,4})[.):]?|(\\d{1,4})[.):])(?:\\s|$)");

  /** So many numbered comments make a thread. */
  private static final int LEAST_NUMBERED = 4;

  /** The first block. */
  int first() {
    return start - shift;
  }

  /**
   * The thread whose comments are numbered, up or down, each with a day and a time of day; else
   * null. A list of ten best films is numbered, too, but has no clock.
   */
  static @Nullable NumberedThread find(List<Block> blocks) {
    NumberedThread best = null;
    int most = LEAST_NUMBERED - 1;
    for (int step : new int[] {1, -1}) {
      // What belongs to a longer run starts none: a page of a million numbers costs no square.
      BitSet counted = new BitSet(blocks.size());
      for (int i = 0; i < blocks.size(); i++) {
        if (counted.get(i) || number(blocks.get(i).text()) < 0) {
          continue;
        }
        Run run = new Run(blocks, i, step, counted);
        if (run.starts.size() > most && run.isStamped()) {
          most = run.starts.size();
          best = run.thread();
        }
      }
    }
    return best;
  }

  /** Numbers that follow one another, from a block on. */
  private static final class Run {
    private final List<Block> blocks;
    private final List<Integer> starts = new ArrayList<>();

    /** How many comments have a day and a time of day in or under their first line. */
    private int stamped;

    /** How many have them above their number. */
    private int above;

    private int end;

    Run(List<Block> blocks, int start, int step, BitSet counted) {
      this.blocks = blocks;
      int number = number(blocks.get(start).text());
      int last = start;
      end = start;
      boolean stamp = CommentAuthors.isStamp(blocks.get(start).text());
      starts.add(start);
      above = isStampAbove(blocks, start) ? 1 : 0;
      for (int k = start + 1; k < blocks.size() && k - end <= ThreadSearch.AHEAD; k++) {
        String line = blocks.get(k).text();
        if (number(line) == number + starts.size() * step) {
          counted.set(k);
          starts.add(k);
          above += isStampAbove(blocks, k) ? 1 : 0;
          stamped += stamp ? 1 : 0;
          stamp = CommentAuthors.isStamp(line);
          last = k;
          end = k;
        } else if (!stamp && k - last <= 4 && CommentAuthors.isStamp(line)) {
          stamp = true;
          end = k;
        }
      }
      stamped += stamp ? 1 : 0;
    }

    boolean isStamped() {
      return Math.max(above, stamped) * 10 >= starts.size() * 8;
    }

    NumberedThread thread() {
      int shift = above == starts.size() ? 1 : 0;
      int to = shift == 1 ? lastEnd(starts) - 1 : Math.max(end, lastEnd(starts));
      return new NumberedThread(starts.get(0), Math.min(blocks.size() - 1, to), shift);
    }
  }

  /** Whether the block above gives a day and a time of day, and nothing else. */
  private static boolean isStampAbove(List<Block> blocks, int i) {
    String above = i == 0 ? "" : blocks.get(i - 1).text();
    return CommentAuthors.isStamp(above) && CommentAuthors.withoutStamp(above).isEmpty();
  }

  /** Where the last comment ends if it is as long as the others are, in blocks. */
  private static int lastEnd(List<Integer> starts) {
    int n = starts.size() - 1;
    int[] lengths = new int[n];
    for (int i = 0; i < n; i++) {
      lengths[i] = starts.get(i + 1) - starts.get(i);
    }
    Arrays.sort(lengths);
    return starts.get(n) + (n == 0 ? 1 : lengths[n / 2]) - 1;
  }

  /** The number that the line starts with, as comments are numbered, else -1. */
  static int number(String line) {
    Matcher matcher = NUMBER.matcher(line);
    if (!matcher.lookingAt()) {
      return -1;
    }
    return Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }

  /** The line without its number. */
  static String withoutNumber(String line) {
    return NUMBER.matcher(line).replaceFirst("").strip();
  }
}
