package org.hearsay.entities.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.text.Fold;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What outlets are named and called by in one language, of {@code outlet-words.txt}.
 *
 * @param papers last words of papers' names that make a town before them the paper's, as written
 * @param goesOn what an outlet's longer name may go on with, folded: "Fox News Channel"
 */
public record OutletWords(Set<String> papers, Set<String> goesOn) {
  /** Those of a folder's language, which libraries share. */
  public static OutletWords read(LanguageFolder folder) {
    WordLists lists = folder.shared().words("outlet-words.txt");
    Set<String> goesOn =
        of(
            lists,
            "goes-on",
            "kinds",
            "kinds-beside-names",
            "kinds-before-names",
            "kinds-beside-known-names",
            "broadcasting");
    return new OutletWords(
        of(lists, "papers", "papers-that-are-words", "papers-abroad", "papers-after-towns"),
        folded(goesOn));
  }

  private static Set<String> of(WordLists lists, String... names) {
    Set<String> all = new HashSet<>();
    List.of(names).forEach(name -> all.addAll(lists.words(name)));
    return Set.copyOf(all);
  }

  /** The last words of papers' names, folded. */
  public Set<String> foldedPapers() {
    return folded(papers);
  }

  private static Set<String> folded(Set<String> words) {
    return words.stream().map(Fold::name).collect(Collectors.toUnmodifiableSet());
  }
}
