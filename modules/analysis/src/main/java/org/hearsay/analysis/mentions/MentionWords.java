package org.hearsay.analysis.mentions;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.language.FirstNames;
import org.hearsay.language.PersonNouns;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * By which words a language stands for somebody who was named; {@code mentions.txt} and {@code
 * sources.txt} say what each is.
 *
 * @param standsForAName a source of a claim that is no name
 * @param nominative what a pronoun of a person is where that person does something, by its forms
 * @param either between pronouns of either sex
 * @param indefinite before somebody who was not named
 * @param is before what somebody is said to be, in dictionary form
 * @param firstNames which pronoun goes with a name
 * @param persons nouns that mean a person
 */
public record MentionWords(
    Pattern standsForAName,
    Map<String, String> nominative,
    Set<String> either,
    Set<String> indefinite,
    Set<String> is,
    FirstNames firstNames,
    PersonNouns persons) {

  /** Those of a language, by its ISO 639-1 code. */
  public static MentionWords load(String language) {
    LanguageFolder folder = LanguageFolder.of(MentionWords.class, language);
    WordLists words = folder.words("mentions.txt");
    return new MentionWords(
        folder.expressions("sources.txt").pattern("stands-for-a-name"),
        words.table("nominative"),
        words.words("either"),
        words.words("indefinite"),
        words.words("is"),
        FirstNames.load(language),
        PersonNouns.load(language));
  }
}
