package org.hearsay.page.lexicon;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's language by its letters and its commonest words (Grefenstette 1995, "Comparing two
 * language identification schemes"), so that what a page declares need not be trusted.
 */
public final class Languages {
  /** How much of a text is looked at, in characters. */
  private static final int SAMPLE = 20_000;

  /** Shorter texts say too little, in words. */
  private static final int LEAST = 25;

  /** So many of a text's words are among its language's commonest, at least. */
  private static final double COMMON = 0.12;

  /** The next language's words are so much rarer, at least, where both use the same letters. */
  private static final double MARGIN = 1.15;

  /** Fewer letters do not show that a page declares another language than it is in. */
  private static final int FEWEST_LETTERS = 20;

  private final List<String> codes = new ArrayList<>();

  /** The languages that a word is common in, by their places in the list of codes. */
  private final Map<String, int[]> words = new HashMap<>();

  /** The scripts that a language's commonest words are written in. */
  private final Map<String, Set<UnicodeScript>> scripts = new HashMap<>();

  /** With the commonest words of {@code any/function-words.txt}. */
  public Languages() {
    Map<String, List<Integer>> lists = new HashMap<>();
    for (LanguageLine line : PageLexicon.any().lines("function-words.txt")) {
      String[] fields = line.text().split(" ", -1);
      codes.add(fields[0]);
      Set<UnicodeScript> written =
          scripts.computeIfAbsent(code(codes.size() - 1), k -> EnumSet.noneOf(UnicodeScript.class));
      for (int i = 1; i < fields.length; i++) {
        written.add(UnicodeScript.of(fields[i].codePointAt(0)));
        List<Integer> of = lists.computeIfAbsent(fields[i], k -> new ArrayList<>());
        if (!of.contains(codes.size() - 1)) {
          of.add(codes.size() - 1);
        }
      }
    }
    lists.forEach((word, of) -> words.put(word, of.stream().mapToInt(i -> i).toArray()));
  }

  /**
   * The language's code (ISO 639-1).
   *
   * @param declared what the page says it is, which decides where the text says too little, unless
   *     the text is in letters that this language has not
   */
  public @Nullable String of(String text, @Nullable String declared) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    String script = script(sample);
    if (script != null) {
      return script;
    }
    double[] found = new double[codes.size()];
    int count = 0;
    int start = -1;
    String low = sample.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= low.length(); i++) {
      boolean letter =
          i < low.length()
              && (Character.isLetter(low.charAt(i)) || (start >= 0 && low.charAt(i) == '-'));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        count++;
        for (int language : words.getOrDefault(low.substring(start, i), new int[0])) {
          found[language]++;
        }
        start = -1;
      }
    }
    int best = 0;
    for (int i = 1; i < found.length; i++) {
      best = found[i] > found[best] ? i : best;
    }
    if (count < LEAST || found[best] < COMMON * count) {
      return isIn(declared, sample) ? declared : null;
    }
    for (int i = 0; i < found.length; i++) {
      String code = code(i);
      // Near relatives (Serbian and Croatian, Danish and Norwegian) are told apart by the page.
      if (i != best && found[i] * MARGIN > found[best] && code.equals(declared)) {
        return declared;
      }
    }
    return code(best);
  }

  /** Whether a text is written in letters of a language; so it is where those are not known. */
  private boolean isIn(@Nullable String language, String text) {
    @Nullable Set<UnicodeScript> written = language == null ? null : scripts.get(language);
    if (written == null) {
      return true;
    }
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    long own = Arrays.stream(letters).filter(c -> written.contains(UnicodeScript.of(c))).count();
    return letters.length < FEWEST_LETTERS || own * 2 >= letters.length;
  }

  private String code(int language) {
    String code = codes.get(language);
    int dash = code.indexOf('-');
    return dash < 0 ? code : code.substring(0, dash);
  }

  /** The language of texts whose letters only it uses, else null. */
  private static @Nullable String script(String text) {
    int letters = 0;
    int kana = 0;
    int han = 0;
    int hangul = 0;
    int hebrew = 0;
    int thai = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if (c < 0x590) {
          continue;
        }
        switch (UnicodeScript.of(c)) {
          case HIRAGANA, KATAKANA -> kana++;
          case HAN -> han++;
          case HANGUL -> hangul++;
          case HEBREW -> hebrew++;
          case THAI -> thai++;
          default -> {
            // another script
          }
        }
      }
    }
    int most = Math.max(20, letters / 2);
    if (kana + han > most) {
      return kana * 10 > han ? "ja" : "zh";
    }
    // Arabic letters and Devanagari write several languages: the page says which.
    return hangul > most ? "ko" : hebrew > most ? "he" : thai > most ? "th" : null;
  }
}
