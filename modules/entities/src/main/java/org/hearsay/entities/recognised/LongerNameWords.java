package org.hearsay.entities.recognised;

import java.util.Set;
import org.hearsay.entities.words.OutletWords;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What tells a name from a part of a longer one in one language: the lists of {@code
 * longer-names.txt} and others, whose remarks say what each holds.
 *
 * @param small left out of a name's first letters in an acronym
 * @param anotherBody what makes a longer name another body's
 * @param endsBodies countries' names that end those of bodies
 * @param endsBodiesLast those that do only where nothing follows
 * @param otherPlace what makes a place's name another place's: "New Mexico"
 * @param goesOnOutlet what an outlet's longer name may go on with: "Fox News Channel"
 * @param lastOfPapers last words of papers' names
 */
public record LongerNameWords(
    Set<String> small,
    Set<String> anotherBody,
    Set<String> endsBodies,
    Set<String> endsBodiesLast,
    Set<String> otherPlace,
    Set<String> goesOnOutlet,
    Set<String> lastOfPapers) {

  /** Those of a language's folder. */
  public static LongerNameWords read(LanguageFolder folder) {
    WordLists lists = folder.words("longer-names.txt");
    OutletWords outlets = OutletWords.read(folder);
    return new LongerNameWords(
        Set.copyOf(lists.words("small")),
        Set.copyOf(lists.words("another-body")),
        Set.copyOf(lists.words("ends-bodies")),
        Set.copyOf(lists.words("ends-bodies-last")),
        Set.copyOf(folder.words("place-names.txt").words("other-place")),
        outlets.goesOn(),
        outlets.foldedPapers());
  }
}
