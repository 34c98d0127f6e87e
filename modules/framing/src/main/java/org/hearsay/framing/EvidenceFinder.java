package org.hearsay.framing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.claims.Claim;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.Lexicon.Term;
import org.hearsay.framing.Units.Unit;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Finds the lexicon's terms in a sentence, where its grammar lets them mean what they show. */
final class EvidenceFinder {
  /** How many words before a term a negation reaches it. */
  private static final int REACH_OF_NEGATION = 3;

  private static final int REACH_OF_AGENT = 10;
  private static final int REACH_OF_CLAUSE = 4;
  private static final double NAMELESS_CLAIM = .5;
  private static final double SCARE_QUOTE = .6;

  private static final Set<String> NEGATIONS =
      Set.of("not", "n't", "never", "no", "nor", "neither", "without", "hardly", "nobody");
  private static final Set<String> CLAUSE_OPENERS =
      Set.of("that", "how", "why", "whether", "what", "who", "where");
  private static final Set<String> CLAUSE_ENDS =
      Set.of(",", ";", ":", ".", "!", "?", "–", "—", "--", "and", "but", "or", "who", "which");

  /** Words after which marks name something, and do not distance. */
  private static final Set<String> NAMING =
      Set.of(
          "call",
          "name",
          "dub",
          "title",
          "entitle",
          "nickname",
          "codename",
          "know",
          "word",
          "term",
          "phrase",
          "song",
          "album",
          "film",
          "movie",
          "book",
          "novel",
          "poem",
          "play",
          "show",
          "series",
          "episode",
          "headline",
          "slogan",
          "brand",
          "label",
          "mean",
          "read",
          "chant",
          "hashtag",
          "operation",
          "project",
          "bill",
          "act",
          "report",
          "program",
          "programme");

  /** Matched by rules of their own, not wherever the term stands. */
  private static final Set<Category> BY_RULE =
      EnumSet.of(Category.JUDGING_VERB, Category.AGENTLESS_PASSIVE);

  private final Lexicon lexicon;

  EvidenceFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What a term was found in. */
  private record Found(Term term, int from, int to) {}

  /**
   * The evidence of one sentence that needs no claims, in text order.
   *
   * @param isNamed whether a span lies in a name
   * @param headline whether it is in headline case, in which capitals and tags say little
   */
  List<Evidence> inSentence(
      Units units, String text, Voices voices, Predicate<Span> isNamed, boolean headline) {
    List<Found> found = new ArrayList<>();
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
          found.add(new Found(term, i, to));
        }
      }
    }
    List<Evidence> out = new ArrayList<>();
    for (Found one : found) {
      if (found.stream().noneMatch(other -> goesBefore(other, one))) {
        out.add(
            evidence(
                units.span(one.from, one.to), text, one.term, voices, isNegated(units, one.from)));
      }
    }
    passives(units, text, voices, out);
    return out;
  }

  private List<Term> candidates(Unit unit) {
    List<Term> byText = lexicon.startingWith(unit.text());
    if (unit.lemma().equals(unit.text())) {
      return byText;
    }
    List<Term> all = new ArrayList<>(byText);
    all.addAll(lexicon.startingWith(unit.lemma()));
    all.sort(Comparator.comparingInt(t -> -t.words().size()));
    return all;
  }

  private static boolean matches(Units units, int from, Term term) {
    for (int k = 0; k < term.words().size(); k++) {
      if (!units.get(from + k).is(term.words().get(k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean inPart(Units units, int from, int to, Term term, boolean headline) {
    if (term.parts().isEmpty()) {
      return true;
    }
    String first = units.get(from).tag();
    String last = units.get(to - 1).tag();
    if (headline && last.startsWith("NNP")) {
      return true;
    }
    for (int i = 0; i < term.parts().length(); i++) {
      boolean fits =
          switch (term.parts().charAt(i)) {
            case 'n' -> last.startsWith("NN");
            case 'v' -> first.startsWith("VB");
            case 'a' -> last.startsWith("JJ") || last.equals("VBN") || last.equals("VBG");
            case 'r' -> last.startsWith("RB");
            case 'm' -> first.equals("MD");
            case 'c' -> first.startsWith("VB") && hasClause(units, to);
            default -> false;
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasClause(Units units, int to) {
    for (int i = to; i < Math.min(units.size(), to + REACH_OF_CLAUSE); i++) {
      if (CLAUSE_ENDS.contains(units.get(i).text())) {
        return false;
      }
      if (CLAUSE_OPENERS.contains(units.get(i).text())) {
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
  private static boolean goesBefore(Found other, Found one) {
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

  private static boolean isNegated(Units units, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH_OF_NEGATION); i--) {
      String text = units.get(i).text();
      if (NEGATIONS.contains(text)) {
        return true;
      }
      if (CLAUSE_ENDS.contains(text)) {
        return false;
      }
    }
    return false;
  }

  private static Evidence evidence(
      Span span, String text, Term term, Voices voices, boolean negated) {
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
      if (!units.get(i).tag().equals("VBN")) {
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

  /** The form of "be" or "get" that a participle leans on, adverbs between; -1 for none. */
  private static int auxiliary(Units units, int participle) {
    for (int i = participle - 1; i >= Math.max(0, participle - 3); i--) {
      Unit unit = units.get(i);
      if (unit.is("be") || unit.is("get")) {
        return i;
      }
      if (!unit.tag().startsWith("RB")) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hasAgent(Units units, int from) {
    for (int i = from; i < Math.min(units.size(), from + REACH_OF_AGENT); i++) {
      String word = units.get(i).text();
      if (word.equals("by")) {
        return true;
      }
      if (CLAUSE_ENDS.contains(word)) {
        return false;
      }
    }
    return false;
  }

  /** What the cue of a claim and its source show. */
  List<Evidence> inClaim(
      Claim claim,
      List<Units> sentences,
      List<EntityMention> mentions,
      String text,
      Voices voices) {
    List<Evidence> out = new ArrayList<>();
    for (Span cue : claim.cue()) {
      @Nullable Units units = holding(sentences, cue);
      if (units == null) {
        continue;
      }
      for (int i = 0; i < units.size(); i++) {
        if (!cue.contains(units.get(i).span())) {
          continue;
        }
        for (Term term : candidates(units.get(i))) {
          int to = i + term.words().size();
          if (term.category() == Category.JUDGING_VERB
              && to <= units.size()
              && matches(units, i, term)
              && inPart(units, i, to, term, false)) {
            out.add(evidence(units.span(i, to), text, term, voices, isNegated(units, i)));
            break;
          }
        }
      }
    }
    nameless(claim, sentences, mentions, text, voices, out);
    return out;
  }

  private void nameless(
      Claim claim,
      List<Units> sentences,
      List<EntityMention> mentions,
      String text,
      Voices voices,
      List<Evidence> into) {
    if (claim.source().isEmpty()) {
      if (!claim.cue().isEmpty()) {
        Span cue = claim.cue().get(0);
        into.add(
            new Evidence(
                cue,
                cue.of(text),
                Category.UNATTRIBUTED,
                voices.of(cue),
                NAMELESS_CLAIM,
                false,
                "nobody is said to have said it"));
      }
      return;
    }
    @Nullable Term term = nameless(claim, sentences, mentions);
    if (term != null) {
      Span source = claim.source().get(0);
      into.add(
          new Evidence(
              source,
              source.of(text),
              term.category(),
              voices.of(source),
              term.weight(),
              false,
              term.reason()));
    }
  }

  /** The term that a claim's source is headed by, where no person is named in it; null for none. */
  @Nullable Term nameless(Claim claim, List<Units> sentences, List<EntityMention> mentions) {
    if (claim.source().isEmpty()) {
      return null;
    }
    Span source = claim.source().get(0);
    for (EntityMention mention : mentions) {
      if (mention.type() == EntityType.PERSON && mention.span().overlaps(source)) {
        return null;
      }
    }
    @Nullable Units units = holding(sentences, source);
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
              || !units.get(i + 1).tag().startsWith("NN");
      if (!last) {
        continue;
      }
      for (Term term : lexicon.startingWith(units.get(i).lemma())) {
        if (term.parts().indexOf('s') >= 0 && term.words().size() == 1) {
          return term;
        }
      }
      if (units.get(i).tag().startsWith("NN")) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Units holding(List<Units> sentences, Span span) {
    for (Units units : sentences) {
      if (units.sentence().span().overlaps(span)) {
        return units;
      }
    }
    return null;
  }

  /** Whether quoted words of the outlet's own distance it from them, rather than name something. */
  @Nullable Evidence scareQuote(Span quoted, Units units, String text, Voices voices) {
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

  private static boolean isIntroduced(Units units, int first) {
    int words = 0;
    for (int i = first - 1; i >= 0 && words < 3; i--) {
      if (NAMING.contains(units.get(i).lemma())) {
        return true;
      }
      if (units.get(i).isWord()) {
        words++;
      }
    }
    return false;
  }
}
