package org.hearsay.text.languages;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hearsay.text.Fold;

/**
 * What stands before persons' names and is no part of them: "president", "mrs". All folded ({@link
 * Fold#name}), without dots.
 */
public final class Titles {
  private static final String FILE = "titles-of-persons.txt";

  /** The folder of what belongs to no language. */
  private static final String ANY = "any";

  private Titles() {}

  /**
   * The titles of a language, its forms of address and those of any language among them.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when the language has no such list
   */
  public static Set<String> of(String language) {
    WordLists lists = lists(language);
    Set<String> titles = new HashSet<>(lists.words("titles"));
    lists(ANY).words("academic").forEach(title -> titles.add(Fold.name(title)));
    titles.addAll(lists.table("forms-of-address").keySet());
    return Set.copyOf(titles);
  }

  /**
   * The titles of a language that say nothing but that somebody's name follows ("mrs"), each with
   * the pronoun that goes with the name.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when the language has no such list
   */
  public static Map<String, String> formsOfAddress(String language) {
    return Map.copyOf(lists(language).table("forms-of-address"));
  }

  private static WordLists lists(String language) {
    return LanguageFolder.of(Titles.class, language).words(FILE);
  }
}
