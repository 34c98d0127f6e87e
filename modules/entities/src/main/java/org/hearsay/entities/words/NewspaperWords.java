package org.hearsay.entities.words;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What newspapers are called by in one language.
 *
 * @param last last words of their names, folded
 */
public record NewspaperWords(Set<String> last) {
  /** Those of a language's folder. */
  public static NewspaperWords read(LanguageFolder folder) {
    WordLists lists = folder.words("newspaper-words.txt");
    Set<String> last = new HashSet<>(lists.words("papers"));
    last.addAll(lists.words("papers-that-are-words"));
    return new NewspaperWords(Set.copyOf(last));
  }

  /** The words as a name has them that is not all in capitals: with a capital first. */
  public Set<String> capitalised() {
    Set<String> out = new HashSet<>();
    last.forEach(
        word -> out.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
    return Set.copyOf(out);
  }
}
