package org.hearsay.page.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockFeatures;
import org.hearsay.page.notices.NoticeFinder;

/** Finds the line that heads a copied page's article. */
final class Headlines {
  /** How many lines above the prose may head it. */
  private static final int ABOVE = 25;

  /** The longest headline, in characters. */
  private static final int LONGEST_TITLE = 200;

  /** How many lines above the prose, or above itself, a headline stands that is shown twice. */
  private static final int JUST_ABOVE = 8;

  /** A headline that is told by being shown twice has so many words: menus come twice, too. */
  private static final int LEAST_TWICE = 3;

  /** A headline has at most so many words more than its dek. */
  private static final int LONGER = 2;

  /** Of so many words a line above a dek heads the article though none of them comes again. */
  private static final int LEAST_ALONE = 4;

  /** In words. */
  private static final int LONGEST_LABEL = 3;

  /** A line of a list. */
  private static final Pattern BULLET = Pattern.compile("[*•·‣▪●○◦–—-]\\s.*");

  /** Lines that score less head nothing. */
  private static final double LEAST_SCORE = 0.2;

  private final LineKinds words;
  private final NoticeFinder notices;

  Headlines(LineKinds words, NoticeFinder notices) {
    this.words = words;
    this.notices = notices;
  }

  /**
   * The line that heads the article, else -1: the one that is shown twice; else not far above the
   * first prose, of words that come again in the article, and often followed by who wrote and when;
   * else the first that looks like one.
   *
   * @param prose the article's lines, one at least
   */
  int above(List<CopiedLine> lines, BitSet prose) {
    int first = prose.nextSetBit(0);
    int found = shownTwice(lines, first);
    if (found < 0) {
      found = aboveItsDek(lines, prose, likeliest(lines, prose));
    }
    return found < 0 ? first(lines, first) : found;
  }

  private int likeliest(List<CopiedLine> lines, BitSet prose) {
    int first = prose.nextSetBit(0);
    Set<String> said = wordsBelow(lines, prose, prose.nextSetBit(0));
    Map<String, Integer> times = new HashMap<>();
    for (CopiedLine line : lines) {
      times.merge(line.text().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    int best = -1;
    double most = LEAST_SCORE;
    for (int i = Math.max(0, first - ABOVE); i <= first; i++) {
      String line = lines.get(i).text();
      Set<String> own = longWords(line);
      if (!isHeadline(line) || own.isEmpty() || isOutlet(lines, i)) {
        continue;
      }
      long again = own.stream().filter(said::contains).count();
      double score = 0.6 * again / own.size() + 0.2 * Math.min(5, own.size());
      score += times.getOrDefault(line.toLowerCase(Locale.ROOT), 1) > 1 ? 0.4 : 0;
      score -= 0.08 * (first - i);
      // Who wrote and when stands below a headline, and is none.
      String below = i < first ? lines.get(i + 1).text() : "";
      score += BlockFeatures.isTime(below) || words.byline(below) != null ? 0.5 : 0;
      score -= BlockFeatures.isTime(line) && TextShape.count(line) < 14 ? 0.3 : 0;
      if (again > 0 && score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  /**
   * The line itself, or the one above it where that heads the article and this is its dek. A dek is
   * the longer of the two and nearer to who wrote, so that it is the likelier headline by itself.
   */
  private int aboveItsDek(List<CopiedLine> lines, BitSet prose, int found) {
    if (found < 1 || !isDek(lines.get(found).text(), "")) {
      return found;
    }
    int above = found - 1;
    String line = lines.get(above).text();
    String dek = lines.get(found).text();
    int count = TextShape.count(line);
    if (!isHeadline(line)
        || isOutlet(lines, above)
        || isLabel(line)
        || isWrittenLarge(dek)
        || isMenus(lines, above)
        || BlockFeatures.isTime(line)
        || line.contains(dek)
        || count > TextShape.count(dek) + LONGER) {
      return found;
    }
    Set<String> said = wordsBelow(lines, prose, -1);
    said.addAll(longWords(dek));
    Set<String> own = longWords(line);
    long again = own.stream().filter(said::contains).count();
    return again * 2 >= Math.max(1, own.size()) || (count > LEAST_ALONE && !isInList(lines, above))
        ? above
        : found;
  }

  /** Whether most of its longer words begin with a capital, as in a headline and in no sentence. */
  private static boolean isWrittenLarge(String line) {
    int large = 0;
    int small = 0;
    for (String word : line.split("[^\\p{L}\\p{N}’']+", -1)) {
      if (word.length() > 3) {
        large += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
        small += Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
      }
    }
    return large > small * 2;
  }

  /** Whether the line stands with the short ones above it, and apart from what is below. */
  private boolean isMenus(List<CopiedLine> lines, int line) {
    return line > 0
        && !isOutlet(lines, line - 1)
        && lines.get(line).blanks() == 0
        && lines.get(line + 1).blanks() > 0
        && TextShape.count(lines.get(line - 1).text()) <= LEAST_ALONE;
  }

  /** Whether the line is a name or a section: few words, all written large. */
  private static boolean isLabel(String line) {
    boolean large = true;
    for (String word : line.split(" ", -1)) {
      large &= word.length() < 4 || !Character.isLowerCase(word.codePointAt(0));
    }
    return large && TextShape.count(line) <= LONGEST_LABEL;
  }

  /**
   * Whether a line above is as long, so that the lines are other articles' headlines, in a list.
   */
  private boolean isInList(List<CopiedLine> lines, int line) {
    return line > 0
        && !isOutlet(lines, line - 1)
        && isHeadline(lines.get(line - 1).text())
        && TextShape.count(lines.get(line - 1).text()) >= LEAST_ALONE;
  }

  /**
   * Whether the line is the outlet's name: called as outlets are, or the line that the page's foot
   * repeats.
   */
  private boolean isOutlet(List<CopiedLine> lines, int at) {
    String line = lines.get(at).text();
    if (words.isOutletName(line)) {
      return true;
    }
    for (int i = at + 1; i < lines.size(); i++) {
      String publisher = words.publisher(lines.get(i).text());
      if (publisher != null && publisher.equalsIgnoreCase(line)) {
        return true;
      }
    }
    return false;
  }

  /** The long words of the article's first lines after a line. */
  private static Set<String> wordsBelow(List<CopiedLine> lines, BitSet prose, int after) {
    Set<String> said = new HashSet<>();
    int count = 0;
    for (int i = prose.nextSetBit(after + 1); i >= 0 && count < 12; i = prose.nextSetBit(i + 1)) {
      said.addAll(longWords(lines.get(i).text()));
      count++;
    }
    return said;
  }

  /** The headline that is shown above the article a second time, as the page's and as its own. */
  private int shownTwice(List<CopiedLine> lines, int first) {
    for (int i = first - 1; i >= Math.max(0, first - JUST_ABOVE); i--) {
      String line = lines.get(i).text();
      if (TextShape.count(line) < LEAST_TWICE || !isHeadline(line)) {
        continue;
      }
      for (int k = i - 1; k >= Math.max(0, i - JUST_ABOVE); k--) {
        if (lines.get(k).text().equalsIgnoreCase(line)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Set<String> longWords(String line) {
    Set<String> out = new HashSet<>();
    for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 3) {
        out.add(word);
      }
    }
    return out;
  }

  /** The first line before the end that looks like a headline, else -1. */
  int first(List<CopiedLine> lines, int end) {
    for (int least : new int[] {4, 2}) {
      for (int i = 0; i < end; i++) {
        String line = lines.get(i).text();
        if (isHeadline(line) && !isOutlet(lines, i) && TextShape.count(line) >= least) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isHeadline(String line) {
    return line.length() <= LONGEST_TITLE
        && TextShape.count(line) >= 2
        && !line.endsWith(".")
        && !line.endsWith(":")
        && !BULLET.matcher(line).matches()
        && !words.isChrome(line)
        && !words.startsComments(line)
        && words.byline(line) == null
        && notices.line(line) == null;
  }

  /** Whether the line below a headline is its dek. */
  boolean isDek(String line, String title) {
    return TextShape.count(line) >= 6
        && !line.equalsIgnoreCase(title)
        && !BULLET.matcher(line).matches()
        && !words.isChrome(line);
  }
}
