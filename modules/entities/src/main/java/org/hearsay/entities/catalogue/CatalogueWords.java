package org.hearsay.entities.catalogue;

import java.util.Set;
import org.hearsay.entities.words.Possessives;
import org.hearsay.text.Fold;
import org.hearsay.text.languages.LanguageFolder;

/**
 * What names in catalogue files have in the files' language and may go without elsewhere.
 *
 * @param articles what an outlet's name may begin with, folded: "The Guardian"
 * @param possessives within a name
 */
public record CatalogueWords(Set<String> articles, Possessives possessives) {
  /** Those of a language's folder. */
  public static CatalogueWords read(LanguageFolder folder) {
    return new CatalogueWords(
        Set.copyOf(folder.words("words-that-are-names.txt").words("articles")),
        Possessives.read(folder));
  }

  /** A name as it is compared: folded, without an article before it. */
  public String key(String name) {
    String folded = Fold.name(name).strip();
    int space = folded.indexOf(' ');
    return space > 0 && articles.contains(folded.substring(0, space))
        ? folded.substring(space + 1)
        : folded;
  }
}
