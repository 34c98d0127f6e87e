package org.hearsay.cli.options;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hearsay.text.Fold;

/** Which names somebody may have meant who wrote one that there is not. */
public final class NearNames {
  private static final int SHOWN = 3;

  /** Words from so many letters on are near each other by one slip, whatever else the name has. */
  private static final int LONG_ENOUGH = 4;

  private NearNames() {}

  /**
   * A name and how far it is from the one that is looked for.
   *
   * @param distance more by one where only a word of it is near
   * @param slips how many of them there are
   */
  private record Near(String name, int distance, int slips) {}

  /**
   * The nearest names, at most three, the nearest first: those a few slips of typing away, as a
   * whole or in one of their words, but none with more than the best has, unless it is one slip
   * away as a whole; where there is none, those with one slip in a word that is not short. Case and
   * diacritics do not count.
   */
  public static List<String> of(String wanted, Collection<String> names) {
    String folded = Fold.name(wanted);
    int most = Math.max(1, folded.length() / 3);
    List<String> near = nearest(folded, names, one -> one.distance() <= most);
    return near.isEmpty() ? nearest(folded, names, one -> hasWord(one.name(), folded)) : near;
  }

  private static List<String> nearest(
      String folded, Collection<String> names, Predicate<Near> isNear) {
    // An id often is the name, spelt with hyphens.
    Set<String> shown = new HashSet<>();
    List<Near> near =
        names.stream().distinct().map(name -> near(folded, name)).filter(isNear).toList();
    int fewest = near.stream().mapToInt(Near::slips).min().orElse(0);
    int nearest = near.stream().mapToInt(Near::distance).min().orElse(0);
    return near.stream()
        .filter(one -> one.slips() == fewest || (one.slips() == 1 && one.distance() == nearest))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(Near::name)
        .filter(name -> shown.add(Fold.name(name).replace('-', ' ')))
        .limit(SHOWN)
        .toList();
  }

  /** Those that so few slips of typing as a whole make of the one that is looked for. */
  static List<String> within(String wanted, Collection<String> names, int slips) {
    return names.stream().filter(name -> slips(wanted, name) <= slips).limit(SHOWN).toList();
  }

  /** What follows a name that there is not: the nearest ones in brackets, if any. */
  public static String meant(String wanted, Collection<String> names) {
    List<String> near = of(wanted, names);
    return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
  }

  /** By the whole name or by one of its words, whichever is nearer. */
  private static Near near(String wanted, String name) {
    String folded = Fold.name(name);
    int whole = slips(wanted, folded);
    int inWord = words(folded).mapToInt(word -> slips(wanted, word)).reduce(whole, Math::min);
    return new Near(name, Math.min(whole, inWord + 1), Math.min(whole, inWord));
  }

  /** Whether one of the name's words is the one looked for but for one slip, and none is short. */
  private static boolean hasWord(String name, String wanted) {
    return wanted.length() >= LONG_ENOUGH
        && words(Fold.name(name))
            .anyMatch(word -> word.length() >= LONG_ENOUGH && slips(wanted, word) <= 1);
  }

  private static Stream<String> words(String name) {
    return Arrays.stream(name.split("[ -]+", -1));
  }

  /**
   * Letters to insert, drop, replace or swap with their neighbour to make one text of the other
   * (optimal string alignment: Damerau 1964).
   */
  private static int slips(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = cost[i - 1][j - 1] + (same ? 0 : 1);
        least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[one.length()][other.length()];
  }
}
