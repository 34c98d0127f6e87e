package org.hearsay.framing.evidence;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.Claim;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Voices;
import org.hearsay.framing.terms.Category;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.framing.terms.FramingTerms.Term;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Finds what the cues of claims show, and their sources. */
public final class ClaimFinder {
  private static final double NAMELESS_CLAIM = .5;

  private final FramingTerms terms;
  private final TermFinder finder;

  /** Finds what some terms show. */
  public ClaimFinder(FramingTerms terms, TermFinder finder) {
    this.terms = terms;
    this.finder = finder;
  }

  /** What the cue of a claim and its source show. */
  public List<Evidence> inClaim(Claim claim, TextParts parts, String text, Voices voices) {
    List<Evidence> out = new ArrayList<>();
    for (Span cue : claim.cue()) {
      @Nullable Units units = holding(parts, cue);
      if (units != null) {
        inCue(cue, units, text, voices, out);
      }
    }
    @Nullable Evidence nameless = nameless(claim, parts, text, voices);
    if (nameless != null) {
      out.add(nameless);
    }
    return out;
  }

  private void inCue(Span cue, Units units, String text, Voices voices, List<Evidence> into) {
    for (int i = 0; i < units.size(); i++) {
      if (!cue.contains(units.get(i).span())) {
        continue;
      }
      for (Term term : finder.candidates(units.get(i))) {
        int to = i + term.words().size();
        if (term.category() == Category.JUDGING_VERB
            && to <= units.size()
            && TermFinder.matches(units, i, term)
            && (finder.inPart(units, i, to, term, false) || isMisreadVerb(units, i, term))) {
          boolean negated = finder.isNegated(units, i);
          into.add(TermFinder.evidence(units.span(i, to), text, term, voices, negated));
          break;
        }
      }
    }
  }

  /**
   * Whether a verb that is spelt as a noun is, was taken for one: "The mayors, in a joint letter,
   * claim that …". The cue of a claim is a noun where a word before says so: "his claim that".
   */
  private static boolean isMisreadVerb(Units units, int at, Term term) {
    if (term.parts().indexOf('v') < 0
        || !units.get(at).partOfSpeech().is(WordClass.NOUN)
        || at + 1 == units.size()) {
      return false;
    }
    if (at == 0) {
      return false;
    }
    PartOfSpeech before = units.get(at - 1).partOfSpeech();
    return !before.isDeterminer()
        && !before.isAdjective()
        && !before.isPossessiveMark()
        && !before.isPersonalPossessive()
        && !before.is(WordClass.ADP)
        && !before.is(WordClass.NOUN);
  }

  private @Nullable Evidence nameless(Claim claim, TextParts parts, String text, Voices voices) {
    if (claim.source().isEmpty()) {
      return claim.cue().isEmpty() ? null : ofNobody(claim.cue().get(0), text, voices);
    }
    @Nullable Term term = nameless(claim, parts);
    return term == null
        ? null
        : TermFinder.evidence(claim.source().get(0), text, term, voices, false);
  }

  private static Evidence ofNobody(Span cue, String text, Voices voices) {
    return new Evidence(
        cue,
        cue.of(text),
        Category.UNATTRIBUTED,
        voices.of(cue),
        NAMELESS_CLAIM,
        false,
        "nobody is said to have said it");
  }

  /** The term that a claim's source is headed by, where no person is named in it; null for none. */
  public @Nullable Term nameless(Claim claim, TextParts parts) {
    if (claim.source().isEmpty()) {
      return null;
    }
    Span source = claim.source().get(0);
    for (EntityMention mention : parts.inSource(claim)) {
      if (mention.type() == EntityType.PERSON && mention.span().overlaps(source)) {
        return null;
      }
    }
    @Nullable Units units = holding(parts, source);
    if (units == null) {
      return null;
    }
    for (int i = 0; i < units.size(); i++) {
      if (!source.contains(units.get(i).span())) {
        continue;
      }
      // The head is the last noun before "of", "at", "in", "who" and the like.
      boolean last =
          i + 1 == units.size()
              || !source.contains(units.get(i + 1).span())
              || !units.get(i + 1).partOfSpeech().isNoun();
      if (!last) {
        continue;
      }
      for (Term term : terms.startingWith(units.get(i).lemma())) {
        if (term.parts().indexOf('s') >= 0 && term.words().size() == 1) {
          return term;
        }
      }
      if (units.get(i).partOfSpeech().isNoun()) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Units holding(TextParts parts, Span span) {
    List<Units> found = parts.sentences(span);
    return found.isEmpty() ? null : found.get(0);
  }
}
