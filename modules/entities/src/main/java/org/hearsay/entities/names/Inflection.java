package org.hearsay.entities.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What a word may be a case of: the endings of nouns, names and adjectives as folded words have
 * them, and those of possessive adjectives ("Vučićev"). Immutable.
 *
 * <p>Far more is proposed than is a word. A proposal counts only where the catalogue has a name of
 * that spelling.
 */
public final class Inflection {
  /** The shortest word that a case is looked for. */
  private static final int SHORTEST = 4;

  /**
   * The shortest name whose possessive adjective is looked for: "Titov" is a surname of its own.
   */
  private static final int SHORTEST_OWNER = 5;

  private static final int LONGEST_ENDING = 3;

  private static final String NOTHING = "-";

  /** Endings, and what the word may end in instead where it is not inflected. */
  private final Map<String, List<String>> cases;

  private final List<String> adjectiveEndings;
  private final List<String> possessive;
  private final List<String> ownerEndings;

  /** What falls out between a name's last two consonants where it is inflected. */
  private final List<String> fleeting;

  private final String vowels;
  private final String lastLetters;

  private Inflection(WordLists lists) {
    Map<String, List<String>> read = new HashMap<>();
    lists.table("cases").forEach((ending, instead) -> read.put(ending, endings(instead)));
    this.cases = Map.copyOf(read);
    this.adjectiveEndings = endings(String.join(",", lists.words("adjective-endings")));
    this.possessive = List.copyOf(lists.words("possessive"));
    this.ownerEndings = endings(String.join(",", lists.words("owner-endings")));
    this.fleeting = List.copyOf(lists.words("fleeting"));
    this.vowels = String.join("", lists.words("vowels"));
    this.lastLetters = String.join("", lists.words("last-letters"));
  }

  /** The endings that a language's folder has. */
  public static Inflection read(LanguageFolder folder) {
    return new Inflection(folder.words("slavic-words.txt"));
  }

  private static List<String> endings(String written) {
    List<String> endings = new ArrayList<>();
    for (String ending : written.split(",", -1)) {
      endings.add(ending.strip().equals(NOTHING) ? "" : ending.strip());
    }
    return List.copyOf(endings);
  }

  /** Whether a folded word ends as inflected words do. */
  public boolean mayBe(String word) {
    return word.length() >= SHORTEST && lastLetters.indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  /** What a folded word may be a case of, folded; without the word itself. */
  public Set<String> bases(String word) {
    Set<String> bases = new LinkedHashSet<>();
    for (int length = 1; length <= LONGEST_ENDING && word.length() - length >= 3; length++) {
      int cut = word.length() - length;
      for (String instead : cases.getOrDefault(word.substring(cut), List.of())) {
        add(bases, word.substring(0, cut) + instead);
      }
    }
    bases.remove(word);
    return bases;
  }

  /** Whose a folded word may be, as a possessive adjective: "Vučićeva", "Kurtijev". */
  public Set<String> owners(String word) {
    Set<String> owners = new LinkedHashSet<>();
    for (String ending : adjectiveEndings) {
      for (String mark : possessive) {
        int cut = word.length() - ending.length() - mark.length();
        if (cut >= SHORTEST_OWNER - 1 && word.endsWith(mark + ending)) {
          String stem = word.substring(0, cut);
          for (String end : ownerEndings) {
            if (stem.length() + end.length() >= SHORTEST_OWNER) {
              owners.add(stem + end);
            }
          }
        }
      }
    }
    return owners;
  }

  private void add(Set<String> bases, String base) {
    if (base.length() < SHORTEST) {
      return;
    }
    bases.add(base);
    int last = base.length() - 1;
    boolean open =
        vowels.indexOf(base.charAt(last)) < 0 && vowels.indexOf(base.charAt(last - 1)) < 0;
    if (open) {
      for (String vowel : fleeting) {
        bases.add(base.substring(0, last) + vowel + base.charAt(last));
      }
    }
  }
}
