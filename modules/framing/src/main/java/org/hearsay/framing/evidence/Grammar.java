package org.hearsay.framing.evidence;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.WordLists;

/** Words of one language by whose grammar the rules go; {@code grammar.txt} says what each is. */
public final class Grammar {
  private static final Set<String> MARKS = Set.of(",", ";", ":", ".", "!", "?", "–", "—", "--");

  final Set<String> negations;
  final Set<String> clauseOpeners;
  final Set<String> naming;
  final Set<String> passiveVerbs;
  final Set<String> agent;

  /** Signs that a title says whose view it gives. */
  final Pattern attributed;

  private final Set<String> clauseEnds;
  private final Set<String> auxiliaryVerbs;
  private final Set<String> labelLinks;
  private final Set<String> officials;
  private final Set<String> noLonger;
  private final Map<String, String> verbsWith;

  private Grammar(WordLists words, Expressions headline) {
    this.negations = words.words("negations");
    this.clauseOpeners = words.words("clause-openers");
    this.naming = words.words("naming");
    this.passiveVerbs = words.words("passive-verbs");
    this.agent = words.words("agent");
    this.attributed = headline.pattern("attributed");
    this.clauseEnds = words.words("clause-ends");
    this.auxiliaryVerbs = words.words("auxiliary-verbs");
    this.labelLinks = words.words("label-links");
    this.officials = words.words("officials");
    this.noLonger = words.words("no-longer");
    this.verbsWith = words.table("verbs-with");
  }

  /** That of a language's folder. */
  public static Grammar of(WordLists words, Expressions headline) {
    return new Grammar(words, headline);
  }

  boolean endsClause(String word) {
    return MARKS.contains(word) || clauseEnds.contains(word);
  }

  /** Whether a verb says little itself: "be", "have". */
  public boolean isAuxiliary(Units.Unit unit) {
    return auxiliaryVerbs.contains(unit.text()) || auxiliaryVerbs.contains(unit.lemma());
  }

  /** Whether a word joins a label to the name that it is put on. */
  public boolean linksLabel(String word) {
    return labelLinks.contains(word);
  }

  /** Whether words mean a government, its offices or its forces, or who speaks for one. */
  public boolean isOfficial(Set<String> words) {
    return words.stream().anyMatch(officials::contains);
  }

  /** Whether words say that somebody is no longer what he was. */
  public boolean isFormer(Set<String> words) {
    return words.stream().anyMatch(noLonger::contains);
  }

  /** How a verb of attribution is written in a count: "according to". */
  public String counted(Units.Unit verb) {
    return verbsWith.getOrDefault(verb.text(), verb.lemma());
  }
}
