package org.hearsay.entities.people;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hearsay.entities.words.Possessives;
import org.hearsay.language.FirstNames;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.Titles;
import org.hearsay.text.languages.WordLists;

/**
 * What stands beside persons' names in one language; all words folded.
 *
 * @param titles what stands before a name
 * @param pronouns titles that say which pronoun goes with the name after them
 * @param ofOneNamedInFull titles after which a bare surname is that of one named in full
 * @param afterNames what stands after a name and is no part of the family's: Jr., a possessive
 * @param possessives what a possessive adds to a name
 * @param noFirstNames what stands before a surname and is no first name
 * @param firstNames first names
 */
public record TitleWords(
    Set<String> titles,
    Map<String, String> pronouns,
    Set<String> ofOneNamedInFull,
    Set<String> afterNames,
    Possessives possessives,
    Set<String> noFirstNames,
    FirstNames firstNames) {

  /** Those of a language's folder. */
  public static TitleWords read(LanguageFolder folder, FirstNames firstNames) {
    WordLists lists = folder.words("titles.txt");
    Possessives possessives = Possessives.read(folder);
    Set<String> afterNames = new HashSet<>(lists.words("after-names"));
    afterNames.addAll(possessives.endings());
    return new TitleWords(
        Titles.of(folder.language()),
        Titles.formsOfAddress(folder.language()),
        Set.copyOf(lists.words("of-one-named-in-full")),
        Set.copyOf(afterNames),
        possessives,
        Set.copyOf(lists.words("no-first-names")),
        firstNames);
  }

  /** Whether a folded word stands before a name. */
  public boolean isTitle(String folded) {
    return titles.contains(folded);
  }

  /** The pronoun that goes with a folded title; empty for one that says nothing. */
  String pronoun(String title) {
    return pronouns.getOrDefault(title, "");
  }
}
