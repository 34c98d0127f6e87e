package org.hearsay.entities.reading;

import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;

/**
 * What a reading tells sentences of an inflected language among a text's own by.
 *
 * @param own words that sentences of the text's language have
 * @param slavic words that Serbian sentences have and hardly any others in Latin letters
 * @param slavicLetters letters that only Serbian has among Latin ones
 */
public record ReadingWords(Set<String> own, Set<String> slavic, String slavicLetters) {
  /** Those of the folders of the text's language and of the inflected one. */
  public static ReadingWords read(LanguageFolder folder, LanguageFolder slavic) {
    return new ReadingWords(
        Set.copyOf(folder.words("sentence-words.txt").words("sentence-words")),
        Set.copyOf(slavic.words("slavic-words.txt").words("sentence-words")),
        String.join("", slavic.words("slavic-words.txt").words("letters")));
  }
}
