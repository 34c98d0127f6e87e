package org.hearsay.coverage.sameness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers of a text, in figures and in words, each in one form: {@code 14000000}, {@code 90%}
 * (also for "nine out of ten" and "half"), the day of a date. "One" is none: it is a pronoun as
 * often.
 */
final class Quantities {
  private static final Map<String, Integer> CARDINALS = SamenessLanguage.ENGLISH.cardinals();
  private static final List<String> ORDINALS = SamenessLanguage.ENGLISH.ordinals();
  private static final Map<String, Double> SCALES = SamenessLanguage.ENGLISH.scales();
  private static final Map<String, Integer> PARTS = SamenessLanguage.ENGLISH.parts();
  private static final Set<String> MONTHS = SamenessLanguage.ENGLISH.months();

  /** Names of months that are other words as well, unless they begin with a capital. */
  private static final Set<String> UNSURE_MONTHS = SamenessLanguage.ENGLISH.unsureMonths();

  private Quantities() {}

  /**
   * A number as it was found.
   *
   * @param value what it says
   * @param end the token after it
   */
  private record Found(double value, int end) {}

  static boolean isMonth(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return MONTHS.contains(lower)
        && (!UNSURE_MONTHS.contains(lower) || Character.isUpperCase(token.charAt(0)));
  }

  /** Whether a word says a number. */
  static boolean isNumber(String lower) {
    return CARDINALS.containsKey(lower) || SCALES.containsKey(lower);
  }

  /** The numbers among a text's tokens. */
  static Set<String> in(List<String> given) {
    List<String> tokens = new ArrayList<>(given.size());
    given.forEach(token -> tokens.add(token.toLowerCase(Locale.ROOT)));
    Set<String> out = new TreeSet<>();
    for (int i = 0; i < tokens.size(); ) {
      Found found = at(tokens, i);
      if (found.end == i) {
        if (PARTS.containsKey(tokens.get(i)) && isPart(tokens, i)) {
          out.add(percent(PARTS.getOrDefault(tokens.get(i), 0)));
        } else if (ORDINALS.contains(tokens.get(i)) && isBesideMonth(given, i)) {
          out.add(plain(ORDINALS.indexOf(tokens.get(i))));
        }
        i++;
        continue;
      }
      i = found.end;
      Found whole = whole(tokens, i);
      if (isPercent(tokens, i)) {
        out.add(percent(found.value));
      } else if (whole.end > i && found.value < whole.value) {
        out.add(percent(100 * found.value / whole.value));
        i = whole.end;
      } else {
        out.add(plain(found.value));
      }
    }
    return out;
  }

  /** The number that begins at a token; one that ends there where none does. */
  private static Found at(List<String> tokens, int from) {
    double sum = 0;
    double value = 0;
    int i = from;
    while (i < tokens.size()) {
      String token = tokens.get(i);
      boolean first = i == from;
      if (first && Character.isDigit(token.charAt(0))) {
        value = figures(token);
      } else if (CARDINALS.containsKey(token)
          && (first || fits(value, CARDINALS.getOrDefault(token, 0)))) {
        value += CARDINALS.getOrDefault(token, 0);
      } else if (!first && SCALES.containsKey(token)) {
        double scale = SCALES.getOrDefault(token, 1.0);
        if (scale > 100) {
          sum += value * scale;
          value = 0;
        } else {
          value *= scale;
        }
      } else {
        break;
      }
      i++;
    }
    return new Found(sum + value, i);
  }

  /** "Twenty" and "four" are one number, "two" and "three" are not. */
  private static boolean fits(double value, int next) {
    return value == 0 || (next < 10 && value >= 20 && value % 10 == 0) || value % 100 == 0;
  }

  /** The ten in "of ten", "out of ten" and "in ten". */
  private static Found whole(List<String> tokens, int at) {
    int i = at;
    if (i < tokens.size() && tokens.get(i).equals("out")) {
      i++;
    }
    boolean of = i < tokens.size() && (tokens.get(i).equals("of") || tokens.get(i).equals("in"));
    Found found = of ? at(tokens, i + 1) : new Found(0, at);
    boolean years = found.value > 1000;
    return found.end == i + 1 || years ? new Found(0, at) : found;
  }

  private static boolean isPercent(List<String> tokens, int at) {
    String token = at < tokens.size() ? tokens.get(at) : "";
    String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
    return token.equals("%")
        || token.startsWith("percent")
        || (token.equals("per") && next.equals("cent"));
  }

  /** "A third" and "one third", not "the third". */
  private static boolean isPart(List<String> tokens, int at) {
    String before = at == 0 ? "" : tokens.get(at - 1);
    return !tokens.get(at).equals("third") || before.equals("a") || before.equals("one");
  }

  private static boolean isBesideMonth(List<String> tokens, int at) {
    for (int i = Math.max(0, at - 1); i < Math.min(tokens.size(), at + 3); i++) {
      if (isMonth(tokens.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static double figures(String token) {
    String bare = token.replaceAll("[a-z]+$", "").replaceAll("[.,](?=\\d{3}(\\D|$))", "");
    try {
      return Double.parseDouble(bare.replace(',', '.'));
    } catch (NumberFormatException e) {
      return bare.hashCode();
    }
  }

  private static String percent(double value) {
    return plain(value) + "%";
  }

  private static String plain(double value) {
    double rounded = Math.round(100 * value) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
