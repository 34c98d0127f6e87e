package org.hearsay.entities.words;

import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;

/**
 * What a possessive adds to a name behind an apostrophe, in one language: the s of "Kosovo's".
 *
 * @param endings folded
 */
public record Possessives(Set<String> endings) {
  /** Those of a folder's language, which libraries share. */
  public static Possessives read(LanguageFolder folder) {
    return new Possessives(Set.copyOf(folder.shared().words("possessives.txt").words("endings")));
  }

  /** Whether a word is such an ending, whatever stands before it. */
  public boolean isEnding(FoldedWord word) {
    return endings.contains(word.folded());
  }

  /** Whether a word of a text is such an ending right behind an apostrophe. */
  public boolean isEnding(String text, FoldedWord word) {
    int start = word.span().start();
    return start > 0
        && (text.charAt(start - 1) == '\'' || text.charAt(start - 1) == '’')
        && isEnding(word);
  }
}
