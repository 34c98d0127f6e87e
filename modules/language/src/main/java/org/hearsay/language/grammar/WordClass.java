package org.hearsay.language.grammar;

/**
 * A class of words that any language may have: the universal parts of speech of Universal
 * Dependencies, by the names that they have there (https://universaldependencies.org/u/pos/).
 */
public enum WordClass {
  /** An adjective: "loud". */
  ADJ,
  /** A preposition or a postposition: "in", "during". */
  ADP,
  /** An adverb: "loudly", "there", "when". */
  ADV,
  /** An auxiliary verb, where it is told from others: "would". */
  AUX,
  /** Joins equals: "and". */
  CCONJ,
  /** Opens a noun phrase: "the", "this", "no". */
  DET,
  /** An interjection: "hello". */
  INTJ,
  /** A noun that is no name: "mayor". */
  NOUN,
  /** A number: "four", "4". */
  NUM,
  /** Belongs to another word and is of no other class: "'s", "to" before a verb. */
  PART,
  /** Stands for a noun: "she", "who", "his". */
  PRON,
  /** A name or a part of one: "Norfield". */
  PROPN,
  /** A punctuation mark. */
  PUNCT,
  /** Joins a clause to another that it depends on, where it is told from prepositions. */
  SCONJ,
  /** A sign that is no punctuation: "%". */
  SYM,
  /** A verb: "said". */
  VERB,
  /** None of these: a foreign word. */
  X
}
