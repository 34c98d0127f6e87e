package org.hearsay.framing;

import org.hearsay.framing.evidence.Grammar;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;

/**
 * What the rules for framing know of one language, besides the terms. Immutable: load it once,
 * threads may share it.
 */
public final class FramingLanguage {
  private final Grammar grammar;

  private FramingLanguage(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * Reads a language's folder.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when it has none, or a file in it is not as it should be
   */
  public static FramingLanguage load(String language) {
    LanguageFolder folder = LanguageFolder.of(FramingLanguage.class, language);
    return new FramingLanguage(
        Grammar.of(
            folder.words("grammar.txt"),
            folder.expressions("headline.txt", AttributingVerbs.load(language))));
  }

  Grammar grammar() {
    return grammar;
  }
}
