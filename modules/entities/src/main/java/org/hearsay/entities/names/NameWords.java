package org.hearsay.entities.names;

import java.util.Set;
import org.hearsay.entities.words.Possessives;
import org.hearsay.language.FirstNames;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * Which names are words besides, in one language.
 *
 * @param words names and acronyms that are words when they are written without a capital, folded
 * @param shortWords words of two and three letters, and others, that a name of one word may be
 * @param articles what may stand before a small acronym that is a name: "the eu"
 * @param possessives what may stand within a name
 * @param small what is left out of a name's first letters in an acronym of a catalogue file
 * @param firstNames the first names of persons
 */
public record NameWords(
    Set<String> words,
    Set<String> shortWords,
    Set<String> articles,
    Possessives possessives,
    Set<String> small,
    FirstNames firstNames) {

  /** Those of a language's folder. */
  public static NameWords read(LanguageFolder folder, FirstNames firstNames) {
    WordLists lists = folder.words("words-that-are-names.txt");
    return new NameWords(
        Set.copyOf(lists.words("words")),
        Set.copyOf(lists.words("short-words")),
        Set.copyOf(lists.words("articles")),
        Possessives.read(folder),
        Set.copyOf(lists.words("small-in-catalogues")),
        firstNames);
  }

  /** Whether a folded name is a word as well. */
  public boolean isWord(String folded) {
    return words.contains(folded) || shortWords.contains(folded);
  }
}
