package org.hearsay.entities;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Serbian or Russian word may be a case of: the endings of nouns, names and adjectives in
 * both languages, as folded words have them, and those of possessive adjectives ("Vučićev").
 *
 * <p>Far more is proposed than is a word. A proposal counts only where the catalogue has a name of
 * that spelling.
 */
final class Inflection {
  /** The shortest word that a case is looked for. */
  static final int SHORTEST = 4;

  /**
   * The shortest name whose possessive adjective is looked for: "Titov" is a surname of its own.
   */
  private static final int SHORTEST_OWNER = 5;

  private static final int LONGEST_ENDING = 3;
  private static final String VOWELS = "aeiou";

  /** Endings, and what the word may end in instead where it is not inflected. */
  private static final Map<String, List<String>> CASES =
      Map.ofEntries(
          // Vučića, Kosova; ujedinjenih nacija; Srba
          Map.entry("a", List.of("", "o", "e", "i")),
          // Vučiću, Kosovu, Srbiju
          Map.entry("u", List.of("", "o", "a", "i")),
          // Srbije; Белграде, Косове; Srbe
          Map.entry("e", List.of("a", "", "o", "i")),
          // Srbiji, Москвы; Сербии
          Map.entry("i", List.of("a", "ja", "e")),
          // Beogradom, Kosovom, Srbijom; Novom Pazaru; Зеленском
          Map.entry("om", List.of("", "o", "a", "i", "ii")),
          // Vučićem
          Map.entry("em", List.of("", "o", "i")),
          // Kurtija, Kurtiju, Kurtijem; Сергея
          Map.entry("ja", List.of("", "i")),
          Map.entry("ju", List.of("", "i")),
          Map.entry("jem", List.of("", "i")),
          // Сербией, Москвой; Hrvatskoj
          Map.entry("ei", List.of("ja", "a")),
          Map.entry("oi", List.of("a", "aja")),
          Map.entry("oj", List.of("a")),
          // Novog Pazara, Зеленского, Зеленскому; Путиным
          Map.entry("og", List.of("i")),
          Map.entry("oga", List.of("i")),
          Map.entry("ome", List.of("i")),
          Map.entry("ogo", List.of("ii", "i")),
          Map.entry("omu", List.of("ii", "i")),
          Map.entry("im", List.of("", "i", "ii", "e")),
          Map.entry("ih", List.of("e", "i")),
          // Ujedinjenim nacijama; Srbima
          Map.entry("ama", List.of("e", "a")),
          Map.entry("ima", List.of("i")),
          // Американци; Американцев
          Map.entry("ov", List.of("i")),
          Map.entry("ev", List.of("i")),
          // Americi
          Map.entry("ci", List.of("ka")));

  private static final List<String> OF_ADJECTIVES =
      List.of("", "a", "o", "e", "i", "u", "og", "om", "im", "ih", "oj");

  private static final List<String> POSSESSIVE = List.of("jev", "ov", "ev");

  private Inflection() {}

  /** Whether a folded word ends as inflected words do. */
  static boolean mayBe(String word) {
    if (word.length() < SHORTEST) {
      return false;
    }
    char last = word.charAt(word.length() - 1);
    return VOWELS.indexOf(last) >= 0 || "mvghj".indexOf(last) >= 0;
  }

  /** What a folded word may be a case of, folded; without the word itself. */
  static Set<String> bases(String word) {
    Set<String> bases = new LinkedHashSet<>();
    for (int length = 1; length <= LONGEST_ENDING && word.length() - length >= 3; length++) {
      int cut = word.length() - length;
      for (String instead : CASES.getOrDefault(word.substring(cut), List.of())) {
        add(bases, word.substring(0, cut) + instead);
      }
    }
    bases.remove(word);
    return bases;
  }

  /** Whose a folded word may be, as a possessive adjective: "Vučićeva", "Kurtijev". */
  static Set<String> owners(String word) {
    Set<String> owners = new LinkedHashSet<>();
    for (String ending : OF_ADJECTIVES) {
      for (String possessive : POSSESSIVE) {
        int cut = word.length() - ending.length() - possessive.length();
        if (cut >= SHORTEST_OWNER - 1 && word.endsWith(possessive + ending)) {
          String stem = word.substring(0, cut);
          if (stem.length() >= SHORTEST_OWNER) {
            owners.add(stem);
          }
          owners.add(stem + "o");
        }
      }
    }
    return owners;
  }

  private static void add(Set<String> bases, String base) {
    if (base.length() < SHORTEST) {
      return;
    }
    bases.add(base);
    int last = base.length() - 1;
    boolean open =
        VOWELS.indexOf(base.charAt(last)) < 0 && VOWELS.indexOf(base.charAt(last - 1)) < 0;
    if (open) {
      // Aleksandra, Leskovca: an a stands between the last two consonants of the nominative.
      bases.add(base.substring(0, last) + 'a' + base.charAt(last));
    }
  }
}
