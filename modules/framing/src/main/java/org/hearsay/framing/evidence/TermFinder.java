package org.hearsay.framing.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Voices;
import org.hearsay.framing.evidence.Units.Unit;
import org.hearsay.framing.terms.Category;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.framing.terms.FramingTerms.Term;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;

/** Finds terms in a sentence, where its grammar lets them mean what they show. */
public final class TermFinder {
  /** How many words before a term a negation reaches it. */
  private static final int REACH_OF_NEGATION = 3;

  private static final int REACH_OF_AGENT = 10;
  private static final int REACH_OF_CLAUSE = 4;

  /** Matched by rules of their own, not wherever the term stands. */
  private static final Set<Category> BY_RULE =
      Set.of(Category.JUDGING_VERB, Category.AGENTLESS_PASSIVE);

  private final FramingTerms terms;
  private final Grammar grammar;

  /** Finds some terms by a language's grammar. */
  public TermFinder(FramingTerms terms, Grammar grammar) {
    this.terms = terms;
    this.grammar = grammar;
  }

  /** What a term was found in. */
  private record FoundTerm(Term term, int from, int to) {}

  /**
   * The evidence of one sentence that needs no claims, in text order.
   *
   * @param isNamed whether a span lies in a name
   * @param headline whether it is in headline case, in which capitals and tags say little
   */
  public List<Evidence> inSentence(
      Units units, String text, Voices voices, Predicate<Span> isNamed, boolean headline) {
    List<FoundTerm> found = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Set<Category> seen = EnumSet.noneOf(Category.class);
      for (Term term : candidates(units.get(i))) {
        int to = i + term.words().size();
        if (to <= units.size()
            && !BY_RULE.contains(term.category())
            && term.parts().indexOf('s') < 0
            && matches(units, i, term)
            && inPart(units, i, to, term, headline)
            && !isPartOfAName(units, i, to, term, isNamed, headline)
            && seen.add(term.category())) {
          found.add(new FoundTerm(term, i, to));
        }
      }
    }
    List<Evidence> out = new ArrayList<>();
    for (FoundTerm one : found) {
      if (found.stream().noneMatch(other -> goesBefore(other, one))) {
        out.add(
            evidence(
                units.span(one.from, one.to), text, one.term, voices, isNegated(units, one.from)));
      }
    }
    passives(units, text, voices, out);
    return out;
  }

  List<Term> candidates(Unit unit) {
    List<Term> byText = terms.startingWith(unit.text());
    if (unit.lemma().equals(unit.text())) {
      return byText;
    }
    List<Term> all = new ArrayList<>(byText);
    all.addAll(terms.startingWith(unit.lemma()));
    all.sort(Comparator.comparingInt(t -> -t.words().size()));
    return all;
  }

  static boolean matches(Units units, int from, Term term) {
    for (int k = 0; k < term.words().size(); k++) {
      if (!units.get(from + k).is(term.words().get(k))) {
        return false;
      }
    }
    return true;
  }

  boolean inPart(Units units, int from, int to, Term term, boolean headline) {
    if (term.parts().isEmpty()) {
      return true;
    }
    PartOfSpeech first = units.get(from).partOfSpeech();
    PartOfSpeech last = units.get(to - 1).partOfSpeech();
    if (headline && last.isName()) {
      return true;
    }
    for (int i = 0; i < term.parts().length(); i++) {
      boolean fits =
          switch (term.parts().charAt(i)) {
            case 'n' -> last.isNoun();
            case 'v' -> first.isVerb();
            case 'a' -> last.isAdjective() || last.isParticiple();
            case 'r' -> last.isAdverb();
            case 'm' -> first.is(WordClass.AUX);
            case 'c' -> first.isVerb() && hasClause(units, to);
            default -> false;
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private boolean hasClause(Units units, int to) {
    for (int i = to; i < Math.min(units.size(), to + REACH_OF_CLAUSE); i++) {
      if (grammar.endsClause(units.get(i).text())) {
        return false;
      }
      if (grammar.clauseOpeners.contains(units.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartOfAName(
      Units units, int from, int to, Term term, Predicate<Span> isNamed, boolean headline) {
    if (isNamed.test(units.span(from, to))) {
      return true;
    }
    if (headline || term.category() == Category.LABEL || to - from > 1) {
      return false;
    }
    return from > 0 && units.get(from).isName();
  }

  /**
   * Of two findings that overlap the longer stays, whatever it shows; of two on the same words, a
   * label stays before a loaded word.
   */
  private static boolean goesBefore(FoundTerm other, FoundTerm one) {
    if (other.equals(one) || other.from >= one.to || one.from >= other.to) {
      return false;
    }
    Category a = other.term.category();
    Category b = one.term.category();
    int longer = Integer.compare(other.to - other.from, one.to - one.from);
    if (longer != 0) {
      return longer > 0;
    }
    return (a == Category.LABEL && b == Category.LOADED) || (a == b && other.from < one.from);
  }

  boolean isNegated(Units units, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH_OF_NEGATION); i--) {
      String text = units.get(i).text();
      if (grammar.negations.contains(text)) {
        return true;
      }
      if (grammar.endsClause(text)) {
        return false;
      }
    }
    return false;
  }

  static Evidence evidence(Span span, String text, Term term, Voices voices, boolean negated) {
    return new Evidence(
        span,
        span.of(text),
        term.category(),
        voices.of(span),
        negated ? term.weight() / 2 : term.weight(),
        negated,
        negated ? term.reason() + " (negated here)" : term.reason());
  }

  private void passives(Units units, String text, Voices voices, List<Evidence> into) {
    for (int i = 1; i < units.size(); i++) {
      if (!units.get(i).partOfSpeech().isPastParticiple()) {
        continue;
      }
      int auxiliary = auxiliary(units, i);
      if (auxiliary < 0) {
        continue;
      }
      for (Term term : candidates(units.get(i))) {
        int to = i + term.words().size();
        if (term.category() == Category.AGENTLESS_PASSIVE
            && to <= units.size()
            && matches(units, i, term)) {
          if (!hasAgent(units, to)) {
            into.add(evidence(units.span(auxiliary, to), text, term, voices, isNegated(units, i)));
          }
          break;
        }
      }
    }
  }

  /** The verb that makes a participle a passive, adverbs between; -1 for none. */
  private int auxiliary(Units units, int participle) {
    for (int i = participle - 1; i >= Math.max(0, participle - 3); i--) {
      Unit unit = units.get(i);
      if (grammar.passiveVerbs.contains(unit.text())
          || grammar.passiveVerbs.contains(unit.lemma())) {
        return i;
      }
      if (!unit.partOfSpeech().isAdverb()) {
        return -1;
      }
    }
    return -1;
  }

  private boolean hasAgent(Units units, int from) {
    for (int i = from; i < Math.min(units.size(), from + REACH_OF_AGENT); i++) {
      String word = units.get(i).text();
      if (grammar.agent.contains(word)) {
        return true;
      }
      if (grammar.endsClause(word)) {
        return false;
      }
    }
    return false;
  }
}
