package org.hearsay.coverage.sameness;

import java.util.List;
import java.util.Map;
import org.hearsay.text.Fold;
import org.hearsay.text.languages.WordLists;

/** Enough of a word to find its other forms by, by the rules of a language. Immutable. */
final class Stems {
  /** Stands in the rules for two letters that are the same. */
  private static final String DOUBLED = "doubled";

  private static final int LONGEST = 6;

  /** An ending is cut off where more letters than these are left. */
  private static final int LEFT = 2;

  /** The last letter is looked at where more letters than these stand before it. */
  private static final int BEFORE_LAST = 2;

  private final List<String> endings;
  private final Map<String, String> lastLetters;

  Stems(WordLists words) {
    endings = List.copyOf(words.words("endings"));
    lastLetters = words.table("last-letters");
  }

  String of(String word) {
    String base = withoutEnding(Fold.name(word));
    int last = base.length() - 1;
    if (last > BEFORE_LAST) {
      base = lastChanged(base, last);
    }
    return base.substring(0, Math.min(LONGEST, base.length()));
  }

  private String withoutEnding(String word) {
    for (String ending : endings) {
      if (word.length() > ending.length() + LEFT && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private String lastChanged(String base, int last) {
    boolean doubled = base.charAt(last) == base.charAt(last - 1);
    for (Map.Entry<String, String> rule : lastLetters.entrySet()) {
      if (rule.getKey().equals(DOUBLED) ? doubled : base.endsWith(rule.getKey())) {
        return base.substring(0, last) + rule.getValue();
      }
    }
    return base;
  }
}
