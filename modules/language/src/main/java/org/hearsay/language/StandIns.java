package org.hearsay.language;

import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What a tagger of a language in Latin letters is shown instead of words in other scripts: it would
 * try every tag on them, at milliseconds a word.
 *
 * @param capitalised instead of a word that begins with a capital
 * @param small instead of any other
 */
record StandIns(String capitalised, String small) {
  /** Instead of a sign that is no letter. */
  private static final String SIGN = "*";

  /** Those of a language's folder. */
  static StandIns read(LanguageFolder folder) {
    WordLists lists = folder.words("stand-ins.txt");
    return new StandIns(lists.value("stand-ins", "capitalised"), lists.value("stand-ins", "small"));
  }

  /** A word as it is shown. */
  String of(String word) {
    int first = word.codePointAt(0);
    if (first < 0x250 || (first >= 0x2000 && first < 0x2100)) {
      return word;
    }
    if (!Character.isLetter(first)) {
      return SIGN;
    }
    return Character.isUpperCase(first) ? capitalised : small;
  }
}
