package org.hearsay.coverage.sameness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers of a text of a language, in figures and in words, each in one form: {@code 14000000},
 * {@code 90%} (also for "nine out of ten" and "half"), the day of a date. "One" is none: it is a
 * pronoun as often.
 */
final class Quantities {
  private final SamenessLanguage language;

  Quantities(SamenessLanguage language) {
    this.language = language;
  }

  /**
   * A number as it was found.
   *
   * @param value what it says
   * @param end the token after it
   */
  private record FoundNumber(double value, int end) {}

  boolean isMonth(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return language.months().contains(lower)
        && (!language.unsureMonths().contains(lower) || Character.isUpperCase(token.charAt(0)));
  }

  /** Whether a word says a number. */
  boolean isNumber(String lower) {
    return language.cardinals().containsKey(lower) || language.scales().containsKey(lower);
  }

  /** The numbers among a text's tokens. */
  Set<String> in(List<String> given) {
    List<String> tokens = new ArrayList<>(given.size());
    given.forEach(token -> tokens.add(token.toLowerCase(Locale.ROOT)));
    Set<String> out = new TreeSet<>();
    for (int i = 0; i < tokens.size(); ) {
      FoundNumber found = at(tokens, i);
      if (found.end == i) {
        if (language.parts().containsKey(tokens.get(i)) && isPart(tokens, i)) {
          out.add(percent(language.parts().getOrDefault(tokens.get(i), 0)));
        } else if (language.ordinals().contains(tokens.get(i)) && isBesideMonth(given, i)) {
          out.add(plain(language.ordinals().indexOf(tokens.get(i))));
        }
        i++;
        continue;
      }
      i = found.end;
      FoundNumber whole = whole(tokens, i);
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
  private FoundNumber at(List<String> tokens, int from) {
    double sum = 0;
    double value = 0;
    int i = from;
    while (i < tokens.size()) {
      String token = tokens.get(i);
      boolean first = i == from;
      if (first && Character.isDigit(token.charAt(0))) {
        value = figures(token);
      } else if (language.cardinals().containsKey(token)
          && (first || fits(value, language.cardinals().getOrDefault(token, 0)))) {
        value += language.cardinals().getOrDefault(token, 0);
      } else if (!first && language.scales().containsKey(token)) {
        double scale = language.scales().getOrDefault(token, 1.0);
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
    return new FoundNumber(sum + value, i);
  }

  /** "Twenty" and "four" are one number, "two" and "three" are not. */
  private static boolean fits(double value, int next) {
    return value == 0 || (next < 10 && value >= 20 && value % 10 == 0) || value % 100 == 0;
  }

  /** The ten in "of ten", "out of ten" and "in ten"; what ends at {@code at} where none is. */
  private FoundNumber whole(List<String> tokens, int at) {
    for (List<String> before : language.beforeWholes()) {
      if (stands(before, tokens, at)) {
        int from = at + before.size();
        FoundNumber found = at(tokens, from);
        boolean years = found.value > 1000;
        return found.end == from || years ? new FoundNumber(0, at) : found;
      }
    }
    return new FoundNumber(0, at);
  }

  private boolean isPercent(List<String> tokens, int at) {
    String token = at < tokens.size() ? tokens.get(at) : "";
    return token.equals("%")
        || language.hundredthsBeginnings().stream().anyMatch(token::startsWith)
        || language.hundredths().stream().anyMatch(words -> stands(words, tokens, at));
  }

  private static boolean stands(List<String> words, List<String> tokens, int at) {
    int end = at + words.size();
    return end <= tokens.size() && tokens.subList(at, end).equals(words);
  }

  /** "A third" and "one third", not "the third". */
  private boolean isPart(List<String> tokens, int at) {
    String before = at == 0 ? "" : tokens.get(at - 1);
    return !language.unsureParts().contains(tokens.get(at))
        || language.beforeUnsureParts().contains(before);
  }

  private boolean isBesideMonth(List<String> tokens, int at) {
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
