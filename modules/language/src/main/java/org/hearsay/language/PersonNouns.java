package org.hearsay.language;

import java.util.Locale;
import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;

/** Which nouns mean a person: "architect", not "statement". Immutable. */
public final class PersonNouns {
  private final Set<String> known;

  private PersonNouns(Set<String> known) {
    this.known = known;
  }

  /**
   * The nouns of a language.
   *
   * @param language its ISO 639-1 code
   * @throws org.hearsay.text.languages.LanguageFileException when the language's folder lacks them
   */
  public static PersonNouns load(String language) {
    LanguageFolder folder = LanguageFolder.of(PersonNouns.class, language);
    return new PersonNouns(Set.copyOf(folder.words("person-nouns.txt").words("persons")));
  }

  /** Whether a noun in the singular means somebody. */
  public boolean has(String noun) {
    return known.contains(noun.toLowerCase(Locale.ROOT));
  }
}
