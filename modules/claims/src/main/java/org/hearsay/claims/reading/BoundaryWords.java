package org.hearsay.claims.reading;

import java.util.regex.Pattern;
import org.hearsay.text.languages.Expressions;

/**
 * By which words {@link Boundaries} tell where a content begins and ends; {@code boundaries.txt}
 * says what each is.
 *
 * @param adds begins a clause that adds to the sentence
 * @param tells a cue that says to whom, before it says what
 * @param addressee to whom
 * @param infinitive begins what somebody means to do
 * @param withTense begins what the sentence's subject does besides
 */
public record BoundaryWords(
    Pattern adds, Pattern tells, Pattern addressee, Pattern infinitive, Pattern withTense) {

  /** Those of a language. */
  public static BoundaryWords of(Expressions in) {
    return new BoundaryWords(
        in.pattern("adds"),
        in.pattern("tells"),
        in.pattern("addressee"),
        in.pattern("infinitive"),
        in.pattern("with-tense"));
  }
}
