package org.hearsay.language.grammar;

import org.jspecify.annotations.Nullable;

/**
 * What rules ask of a word besides its class: features of Universal Dependencies
 * (https://universaldependencies.org/u/feat/), each written as there: {@code Number=Sing}.
 */
public enum WordFeature {
  /** One: "mayor". */
  SINGULAR("Number=Sing"),
  /** Several: "mayors". */
  PLURAL("Number=Plur"),
  /** A verb with a tense of its own: "says", "said". */
  FINITE("VerbForm=Fin"),
  /** A verb in dictionary form, and what marks it: "to say". */
  INFINITIVE("VerbForm=Inf"),
  /** A participle: "saying", "told". */
  PARTICIPLE("VerbForm=Part"),
  /** Of the present: "says", "saying". */
  PRESENT("Tense=Pres"),
  /** Of the past: "wrote", "written". */
  PAST("Tense=Past"),
  /** Of persons: "she", "his". */
  PERSONAL("PronType=Prs"),
  /** Asks, or begins a clause about what it stands for: "who", "which", "where". */
  RELATIVE("PronType=Rel"),
  /** All of something: "all" and "both" before "the". */
  TOTAL("PronType=Tot"),
  /** Says whose: "his", "whose", "'s". */
  POSSESSIVE("Poss=Yes"),
  /** A comma. */
  COMMA("PunctType=Comm"),
  /** A hyphen that joins words. */
  DASH("PunctType=Dash"),
  /** A quotation mark. */
  QUOTATION_MARK("PunctType=Quot"),
  /** A bracket. */
  BRACKET("PunctType=Brck"),
  /** Ends a sentence. */
  FULL_STOP("PunctType=Peri"),
  /** The first of two marks. */
  OPENING("PunctSide=Ini"),
  /** The second of two marks. */
  CLOSING("PunctSide=Fin");

  private final String written;

  WordFeature(String written) {
    this.written = written;
  }

  /** The feature that is written so; null for none. */
  static @Nullable WordFeature of(String written) {
    for (WordFeature feature : values()) {
      if (feature.written.equals(written)) {
        return feature;
      }
    }
    return null;
  }
}
