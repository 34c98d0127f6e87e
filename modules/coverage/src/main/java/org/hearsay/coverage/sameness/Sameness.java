package org.hearsay.coverage.sameness;

import java.util.List;
import java.util.Set;

/**
 * Whether two claims of one speaker say the same: by what they mean, by the words they share, and
 * by what they disagree in (numbers, days, names, yes or no). What it says is the same whichever
 * claim is given first.
 */
public final class Sameness {
  private static final int FEWEST_STEMS = 3;

  /** A run of fewer words is a phrase. */
  private static final int SHORTEST_RUN = 6;

  /** How much of the shorter claim a run covers when the one quotes what the other quotes. */
  private static final double QUOTED = 0.8;

  /** Of the stems of both, how many both have where two claims may say the same. */
  private static final double SHARED = 0.35;

  private static final double SURE = 2;

  private final SamenessLanguage language;

  /** For claims in a language. */
  public Sameness(SamenessLanguage language) {
    this.language = language;
  }

  /**
   * What two wordings have in common and what they disagree in.
   *
   * @param meaning the cosine of their meanings
   * @param shared 0..1, of the stems of both how many both have
   * @param contained 0..1, of the stems of the shorter how many the other has
   * @param numbers whether each has a number that the other does not have
   * @param times whether both name days or months and none in common
   * @param names how many names the one has that the other does not have, the lesser of the two
   * @param opposite whether one says yes and the other no, as far as words tell
   * @param run how many words in a row both have, in the same order
   */
  record Likeness(
      double meaning,
      double shared,
      double contained,
      boolean numbers,
      boolean times,
      int names,
      boolean opposite,
      int run) {}

  /**
   * Whether two claims of one speaker say the same: what the one says stands in the other in a row,
   * or both mean much the same and disagree in little. Claims of fewer than three telling words are
   * the same in the same words only.
   */
  public boolean same(Statement a, Statement b) {
    return degree(a, b) > 0;
  }

  /**
   * How surely two claims of one speaker say the same: over zero where they do, and the more the
   * surer; without end where their words are the same.
   */
  public double degree(Statement a, Statement b) {
    if (a.wording().key().equals(b.wording().key())) {
      return Double.POSITIVE_INFINITY;
    }
    int stems = Math.min(a.wording().stems().size(), b.wording().stems().size());
    if (stems < FEWEST_STEMS) {
      return -1;
    }
    Likeness likeness = compare(a, b);
    int words = Math.min(a.wording().size(), b.wording().size());
    boolean quoted =
        likeness.run >= SHORTEST_RUN
            && likeness.run >= QUOTED * words
            && likeness.contained == 1
            && !likeness.numbers
            && a.wording().denied() == b.wording().denied();
    return quoted ? Math.max(SURE, score(likeness)) : score(likeness);
  }

  /**
   * Whether two claims may say the same as far as their words tell, whoever says them: what is
   * asked before it is known what they mean.
   */
  public static boolean maybe(Wording a, Wording b) {
    if (a.key().equals(b.key())) {
      return true;
    }
    int common = common(a.stems(), b.stems());
    int all = a.stems().size() + b.stems().size() - common;
    int run = longestRun(a.words(), b.words());
    return common >= FEWEST_STEMS
        && (common >= SHARED * all
            || (run >= SHORTEST_RUN && run >= QUOTED * Math.min(a.size(), b.size())));
  }

  /**
   * How much speaks for two claims being the same: the logarithm of the odds, by a logistic
   * regression on pairs of invented claims (claims-dev.tsv), rounded. A "no" tells the more the
   * more of the other words are the same.
   */
  static double score(Likeness c) {
    return -6.5
        + 7 * c.meaning
        + 1.8 * c.shared
        + 0.5 * c.contained
        - (c.numbers ? 3 : 0)
        - (c.times ? 1.5 : 0)
        - 0.7 * Math.min(2, c.names)
        - (c.opposite ? 1 + 3 * c.shared : 0);
  }

  Likeness compare(Statement one, Statement other) {
    Wording a = one.wording();
    Wording b = other.wording();
    int common = common(a.stems(), b.stems());
    int all = a.stems().size() + b.stems().size() - common;
    int least = Math.min(a.stems().size(), b.stems().size());
    int flips = a.negations() + b.negations() + opposites(a, b);
    return new Likeness(
        one.cosine(other),
        all == 0 ? 0 : (double) common / all,
        least == 0 ? 0 : (double) common / least,
        lacks(a.numbers(), b.numbers()) && lacks(b.numbers(), a.numbers()),
        !a.times().isEmpty() && !b.times().isEmpty() && common(a.times(), b.times()) == 0,
        Math.min(missing(a.names(), b), missing(b.names(), a)),
        flips % 2 == 1,
        longestRun(a.words(), b.words()));
  }

  private static int longestRun(List<String> a, List<String> b) {
    int longest = 0;
    int[] before = new int[b.size() + 1];
    for (String word : a) {
      int[] row = new int[b.size() + 1];
      for (int j = 1; j <= b.size(); j++) {
        row[j] = word.equals(b.get(j - 1)) ? before[j - 1] + 1 : 0;
        longest = Math.max(longest, row[j]);
      }
      before = row;
    }
    return longest;
  }

  private static int common(Set<String> a, Set<String> b) {
    int n = 0;
    for (String one : a) {
      n += b.contains(one) ? 1 : 0;
    }
    return n;
  }

  private static boolean lacks(Set<String> a, Set<String> b) {
    return !b.containsAll(a);
  }

  private static int missing(Set<String> names, Wording other) {
    int n = 0;
    for (String name : names) {
      n += other.folded().contains(name) ? 0 : 1;
    }
    return n;
  }

  /** How many pairs of opposites have one side in the one and the other side in the other. */
  private int opposites(Wording a, Wording b) {
    int n = 0;
    for (List<Set<String>> pair : language.opposites()) {
      boolean a0 = has(a, pair.get(0));
      boolean a1 = has(a, pair.get(1));
      boolean b0 = has(b, pair.get(0));
      boolean b1 = has(b, pair.get(1));
      n += (a0 && !a1 && b1 && !b0) || (a1 && !a0 && b0 && !b1) ? 1 : 0;
    }
    return n;
  }

  private static boolean has(Wording wording, Set<String> stems) {
    return common(stems, wording.allStems()) > 0;
  }
}
