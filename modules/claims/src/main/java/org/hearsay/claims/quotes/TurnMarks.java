package org.hearsay.claims.quotes;

import java.util.regex.Pattern;
import org.hearsay.text.languages.Expressions;

/**
 * How a language prints a conversation; {@code turns.txt} says what each is.
 *
 * @param label who speaks, group 1, and the colon, group 2
 * @param question a label of questions that nobody signs
 * @param answer a label of answers that nobody signs
 * @param firstPerson words of somebody who speaks of himself
 */
public record TurnMarks(Pattern label, Pattern question, Pattern answer, Pattern firstPerson) {

  /** Those of a language. */
  public static TurnMarks of(Expressions in) {
    return new TurnMarks(
        in.pattern("label"),
        in.pattern("question"),
        in.pattern("answer"),
        in.pattern("first-person"));
  }
}
