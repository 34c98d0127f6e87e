package org.hearsay.claims.document;

import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.language.FirstNames;
import org.hearsay.language.PersonNouns;
import org.hearsay.text.Fold;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.WordLists;

/**
 * By which words a language names and calls those who speak.
 *
 * @param outlets outlets that no catalogue knows
 * @param beforeOutlet what may stand before an outlet that is known by name
 * @param name a name, group 1, with what may stand before it
 * @param definite before somebody whom the text may have named
 * @param ofNamedOnes by what texts call the persons whom they have named, folded
 * @param formsOfAddress what stands before a name and says no more, folded, without a dot
 * @param firstNames first names of persons
 * @param persons nouns that mean a person
 */
public record DocumentWords(
    OutletNames outlets,
    Pattern beforeOutlet,
    Pattern name,
    Pattern definite,
    Set<String> ofNamedOnes,
    Set<String> formsOfAddress,
    FirstNames firstNames,
    PersonNouns persons) {

  /** Those of a language. */
  public static DocumentWords of(
      Expressions outlets,
      WordLists words,
      Set<String> formsOfAddress,
      FirstNames firstNames,
      PersonNouns persons) {
    return new DocumentWords(
        new OutletNames(outlets, words.words("no-names"), firstNames),
        outlets.pattern("before-outlet"),
        outlets.pattern("name"),
        outlets.pattern("definite"),
        words.words("of-named-ones"),
        formsOfAddress,
        firstNames,
        persons);
  }

  /** Whether a word that is tagged as a name addresses a person, or is a first name. */
  boolean beginsPersonsName(String word) {
    int end = word.length() - (word.endsWith(".") ? 1 : 0);
    return formsOfAddress.contains(Fold.name(word.substring(0, end)))
        || firstNames.genderOf(word).isPresent();
  }
}
