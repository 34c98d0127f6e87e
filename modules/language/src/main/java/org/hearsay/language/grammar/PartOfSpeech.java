package org.hearsay.language.grammar;

import java.util.Set;

/**
 * What a word is in its sentence, whatever the language: its class and what else is known of it. A
 * tagger's own tags become these by a table of its language ({@link PartsOfSpeech}).
 *
 * @param wordClass its class
 * @param features its features
 */
public record PartOfSpeech(WordClass wordClass, Set<WordFeature> features) {

  /** Keeps its own copy of the set. */
  public PartOfSpeech {
    features = Set.copyOf(features);
  }

  /** Whether it is of a class. */
  public boolean is(WordClass one) {
    return wordClass == one;
  }

  /** Whether it has a feature. */
  public boolean has(WordFeature one) {
    return features.contains(one);
  }

  /** A noun or a name. */
  public boolean isNoun() {
    return is(WordClass.NOUN) || isName();
  }

  /** A noun that is no name, and means one: "mayor". */
  public boolean isOneThing() {
    return is(WordClass.NOUN) && has(WordFeature.SINGULAR);
  }

  /** A name or a part of one. */
  public boolean isName() {
    return is(WordClass.PROPN);
  }

  /** A name of one: "Norfield", not "Balkans". */
  public boolean isNameOfOne() {
    return isName() && has(WordFeature.SINGULAR);
  }

  /** A verb in any form, auxiliaries that are told from others left out. */
  public boolean isVerb() {
    return is(WordClass.VERB);
  }

  /** "Saying", "told". */
  public boolean isParticiple() {
    return isVerb() && has(WordFeature.PARTICIPLE);
  }

  /** "Saying". */
  public boolean isPresentParticiple() {
    return isParticiple() && has(WordFeature.PRESENT);
  }

  /** "Told" in "was told". */
  public boolean isPastParticiple() {
    return isParticiple() && has(WordFeature.PAST);
  }

  /** "Wrote" or "written". */
  public boolean isPastOfVerb() {
    return isVerb() && has(WordFeature.PAST);
  }

  /** An adjective. */
  public boolean isAdjective() {
    return is(WordClass.ADJ);
  }

  /** An adverb that begins no clause: "loudly", not "where". */
  public boolean isAdverb() {
    return is(WordClass.ADV) && !has(WordFeature.RELATIVE);
  }

  /** "The", "this"; not what stands before such: "all the". */
  public boolean isDeterminer() {
    return is(WordClass.DET) && !has(WordFeature.TOTAL);
  }

  /** "She" or "his". */
  public boolean isPersonal() {
    return is(WordClass.PRON) && has(WordFeature.PERSONAL);
  }

  /** "His": whose the thing is that follows. */
  public boolean isPersonalPossessive() {
    return isPersonal() && has(WordFeature.POSSESSIVE);
  }

  /** "Who", "which": not "whose". */
  public boolean isRelativePronoun() {
    return is(WordClass.PRON) && has(WordFeature.RELATIVE) && !has(WordFeature.POSSESSIVE);
  }

  /** What makes the noun before it an owner: "'s". */
  public boolean isPossessiveMark() {
    return is(WordClass.PART) && has(WordFeature.POSSESSIVE);
  }

  /** What stands before a verb in dictionary form: "to". */
  public boolean isInfinitiveMark() {
    return is(WordClass.PART) && has(WordFeature.INFINITIVE);
  }

  /** A mark that opens a quotation. */
  public boolean isOpeningQuotationMark() {
    return has(WordFeature.QUOTATION_MARK) && has(WordFeature.OPENING);
  }
}
