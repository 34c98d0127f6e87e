package org.hearsay.text.languages;

import java.util.Set;
import org.hearsay.text.Fold;

/** What stands before persons' names and is no part of them: "president", "mrs". */
public final class Titles {
  private Titles() {}

  /**
   * The titles of a language, folded ({@link Fold#name}), without dots.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when the language has no such list
   */
  public static Set<String> of(String language) {
    return Set.copyOf(
        LanguageFolder.of(Titles.class, language).words("titles-of-persons.txt").words("titles"));
  }
}
