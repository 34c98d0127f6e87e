package org.hearsay.framing.evidence;

import org.hearsay.framing.Evidence;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.framing.evidence.Units.Unit;
import org.hearsay.framing.terms.Category;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Tells quotation marks that keep a distance from those that quote or name. */
public final class ScareQuotes {
  private static final double SCARE_QUOTE = .6;

  /** How many words before marks may say that they name something. */
  private static final int REACH_OF_NAMING = 3;

  private final Grammar grammar;

  /** By a language's grammar. */
  public ScareQuotes(Grammar grammar) {
    this.grammar = grammar;
  }

  /** Whether quoted words of the outlet's own distance it from them, rather than name something. */
  public @Nullable Evidence check(Span quoted, Units units, String text, Voices voices) {
    int first = -1;
    int end = -1;
    int words = 0;
    for (int i = 0; i < units.size(); i++) {
      if (quoted.contains(units.get(i).span()) && units.get(i).isWord()) {
        first = first < 0 ? i : first;
        end = i + 1;
        words++;
      }
    }
    if (words == 0 || words >= Voices.WORDS_OF_A_QUOTATION || voices.of(quoted) != Voice.OUTLET) {
      return null;
    }
    boolean allNames = true;
    boolean someWord = false;
    for (int i = first; i < end; i++) {
      Unit unit = units.get(i);
      allNames &= !Character.isLowerCase(unit.written().charAt(0));
      someWord |= Character.isLetter(unit.text().charAt(0)) && unit.text().length() > 1;
    }
    if (allNames || !someWord || isIntroduced(units, first)) {
      return null;
    }
    return new Evidence(
        quoted,
        quoted.of(text),
        Category.SCARE_QUOTE,
        Voice.OUTLET,
        SCARE_QUOTE,
        false,
        "in quotation marks, and nobody is quoted: it keeps its distance");
  }

  private boolean isIntroduced(Units units, int first) {
    int words = 0;
    for (int i = first - 1; i >= 0 && words < REACH_OF_NAMING; i--) {
      if (grammar.naming.contains(units.get(i).lemma())) {
        return true;
      }
      if (units.get(i).isWord()) {
        words++;
      }
    }
    return false;
  }
}
