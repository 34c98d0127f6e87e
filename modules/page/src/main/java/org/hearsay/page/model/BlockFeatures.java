package org.hearsay.page.model;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a model is told of a block: its words' shape, its markup's names, its place in the page and
 * in its tree, and the same of the blocks around it. Nothing in it depends on a language, but for
 * the lexicons' say.
 */
public final class BlockFeatures {
  static final int OWN = 29;

  private static final int TREE = Hints.KINDS + 18;

  private static final int PLACE = 10;

  private static final int RHYTHM = 11;

  private static final int AROUND = 32;

  private static final int ECHO = 12;

  /** Which number of a block says that it is a line that heads comments. */
  static final int STARTS_COMMENTS = 17;

  /** Which number says that it looks like a name. */
  static final int NAME_LIKE = 21;

  /** Which number says how many marks of exclamation and question it has. */
  static final int MARKS = 11;

  /** How many numbers tell one block. */
  static final int SIZE = OWN + TREE + PLACE + RHYTHM + ECHO + AROUND;

  /** Where the numbers that come from class and id start. */
  public static final int HINTS_AT = OWN;

  /** How many ancestors are looked at. */
  static final int LEVELS = 10;

  static final Pattern TIME = PageLexicon.pattern("time-like");

  private final LineKinds words;

  /** Whether a date or a time stands in the line, which is short. */
  public static boolean isTime(String line) {
    return line.length() < 120 && TIME.matcher(line).find();
  }

  /** With the words of all languages. */
  public BlockFeatures(LineKinds words) {
    this.words = words;
  }

  /**
   * One row of {@link #SIZE} numbers a block.
   *
   * @param title the page's title, where its head gives one
   */
  public float[][] of(List<Block> blocks, @Nullable String title) {
    int n = blocks.size();
    PageSums page = new PageSums(blocks, words);
    TextNumbers text = new TextNumbers(words, title);
    TreeNumbers tree = new TreeNumbers(page);
    int titleAt = titleAt(blocks, title);
    float[][] rows = new float[n][SIZE];
    int before = 0;
    int proseBefore = 0;
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      text.write(rows[i], block, page.count[i]);
      int k = tree.write(rows[i], OWN, block);
      rows[i][k++] = (float) i / n;
      rows[i][k++] = (float) before / Math.max(1, page.all.chars);
      rows[i][k++] = (float) proseBefore / Math.max(1, page.all.prose);
      rows[i][k++] = log(page.all.prose);
      rows[i][k++] = titleAt < 0 ? -200 : Math.max(-100, Math.min(300, i - titleAt));
      writeAlike(rows[i], k, page.alike.get(i), page.all);
      before += block.text().length();
      proseBefore += page.prose(i);
    }
    new Rhythm(page, words).write(rows, OWN + TREE + PLACE);
    new Echo(page).write(rows, SIZE - AROUND - ECHO);
    for (int i = 0; i < n; i++) {
      writeAround(rows, i, page);
    }
    return rows;
  }

  /** The blocks whose markup is alike: how many, how long, how far apart. */
  private static void writeAlike(float[] row, int from, PageSums.Alike group, PageSums.Sum all) {
    int k = from;
    double mean = group.words / group.blocks;
    row[k++] = log(group.blocks);
    row[k++] = log((int) mean);
    row[k++] =
        (float) Math.sqrt(Math.max(0, group.squares / group.blocks - mean * mean))
            / (float) Math.max(1, mean);
    row[k++] = (float) group.blocks / (group.last - group.first + 1);
    row[k++] = (float) (group.words * 6 / Math.max(1, all.chars));
  }

  /** What stands before and after the block. */
  private static void writeAround(float[][] rows, int i, PageSums page) {
    int k = SIZE - AROUND;
    for (int d : new int[] {-3, -2, -1, 1, 2, 3}) {
      int j = i + d;
      boolean there = j >= 0 && j < rows.length;
      rows[i][k++] = there ? rows[j][1] : -1;
      rows[i][k++] = there ? rows[j][2] : -1;
      rows[i][k++] = there ? rows[j][4] : -1;
      rows[i][k++] =
          there && Objects.equals(parent(page.blocks.get(j)), parent(page.blocks.get(i))) ? 1 : 0;
      rows[i][k++] = there ? rows[j][21] * 2 + rows[j][22] : -1;
    }
    rows[i][k++] = sinceLong(page.count, i, -1);
    rows[i][k++] = sinceLong(page.count, i, 1);
  }

  private static @Nullable Element parent(Block block) {
    return block.element().parent();
  }

  private static float sinceLong(int[] count, int from, int step) {
    for (int d = 1; d <= 12; d++) {
      int i = from + d * step;
      if (i < 0 || i >= count.length) {
        return 20;
      }
      if (count[i] >= 20) {
        return d;
      }
    }
    return 13;
  }

  private static int titleAt(List<Block> blocks, @Nullable String title) {
    int heading = -1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (title != null && block.isHeading() && block.text().equalsIgnoreCase(title)) {
        return i;
      }
      if (heading < 0 && block.element().normalName().equals("h1")) {
        heading = i;
      }
    }
    return heading;
  }

  static float log(int n) {
    return (float) Math.log1p(n);
  }
}
