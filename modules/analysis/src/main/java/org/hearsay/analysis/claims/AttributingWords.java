package org.hearsay.analysis.claims;

import java.util.Set;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFolder;

/**
 * By which words a language attributes.
 *
 * @param verbs its attributing verbs
 * @param noVerbs what looks like a verb in a cue and is none, folded
 */
public record AttributingWords(AttributingVerbs verbs, Set<String> noVerbs) {
  /** Keeps its own copy of the set. */
  public AttributingWords {
    noVerbs = Set.copyOf(noVerbs);
  }

  /** Those of a language, by its ISO 639-1 code. */
  public static AttributingWords load(String language) {
    return new AttributingWords(
        AttributingVerbs.load(language),
        LanguageFolder.of(AttributingWords.class, language).words("claims.txt").words("no-verbs"));
  }
}
