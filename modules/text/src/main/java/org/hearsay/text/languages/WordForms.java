package org.hearsay.text.languages;

import java.util.Set;

/** A lexicon that expressions take forms of words from. */
@FunctionalInterface
public interface WordForms {
  /**
   * How a word is written in a form: mostly one way, sometimes several ("labeled", "labelled").
   *
   * @param word in dictionary form
   * @param form a name that the lexicon gives the form
   * @throws IllegalArgumentException when the lexicon has no such word or form; says what to do
   */
  Set<String> of(String word, String form);
}
