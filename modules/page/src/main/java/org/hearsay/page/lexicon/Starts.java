package org.hearsay.page.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of many expressions can match a text at all, told from its first characters, so that a line
 * is shown to the few that are about its first word. An expression is asked of the first characters
 * alone; where it fails without having missed anything after them, no text that starts so matches
 * it. What was asked is remembered. Safe for use by several threads at once.
 */
public final class Starts {
  /** How many characters are looked at. */
  private static final int LENGTH = 3;

  /** How many starts are remembered; the pages of the world have few, those of an attacker many. */
  private static final int MOST = 8_192;

  private static final int[] NONE = {};

  private final List<Pattern> patterns;
  private final int[] all;
  private final ConcurrentMap<Long, int[]> known = new ConcurrentHashMap<>();

  /** For expressions in the order in which they are to be asked. */
  public Starts(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.all = new int[patterns.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
  }

  /** The expressions, by number and in order, that may match the text from there on. */
  public int[] of(String text, int from) {
    if (text.length() - from < LENGTH) {
      return all;
    }
    long start =
        ((long) text.charAt(from) << 32)
            | ((long) text.charAt(from + 1) << 16)
            | text.charAt(from + 2);
    int[] found = known.get(start);
    if (found == null) {
      found = find(text.substring(from, from + LENGTH));
      if (known.size() < MOST) {
        known.put(start, found);
      }
    }
    return found;
  }

  /** The expression of that number. */
  public Pattern pattern(int number) {
    return patterns.get(number);
  }

  private int[] find(String start) {
    int[] found = new int[all.length];
    int n = 0;
    for (int i : all) {
      Matcher matcher = patterns.get(i).matcher(start);
      if (matcher.lookingAt() || matcher.hitEnd()) {
        found[n++] = i;
      }
    }
    return n == 0 ? NONE : n == all.length ? all : Arrays.copyOf(found, n);
  }
}
