package org.hearsay.framing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Quotations;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.ReadSentence;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.entities.EntityMention;
import org.hearsay.framing.evidence.ClaimFinder;
import org.hearsay.framing.evidence.Grammar;
import org.hearsay.framing.evidence.HeadlineCheck;
import org.hearsay.framing.evidence.ScareQuotes;
import org.hearsay.framing.evidence.TermFinder;
import org.hearsay.framing.evidence.TextParts;
import org.hearsay.framing.evidence.Units;
import org.hearsay.framing.tallies.NamingVariants;
import org.hearsay.framing.tallies.SourceShares;
import org.hearsay.framing.tallies.VoiceTally;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.hearsay.text.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a text is worded. Holds no state of a document: threads may share one. The encoder
 * stays its caller's to close.
 */
public final class FramingAnalyzer {
  private static final int MOST_MOVED = 5;

  private final Grammar grammar;
  private final TermFinder terms;
  private final ClaimFinder cues;
  private final ScareQuotes scareQuotes;
  private final NamingVariants naming;
  private final SourceShares sources;
  private final LinearModel model;
  private final SentenceReader reader;

  /**
   * Keeps the reader.
   *
   * @param terms the terms
   * @param language what the rules know of the language of the texts
   * @param model {@link #model}
   * @param reader one that reads for the model
   */
  public FramingAnalyzer(
      FramingTerms terms, FramingLanguage language, LinearModel model, SentenceReader reader) {
    this.grammar = language.grammar();
    this.terms = new TermFinder(terms, grammar);
    this.cues = new ClaimFinder(terms, this.terms);
    this.scareQuotes = new ScareQuotes(grammar);
    this.naming = new NamingVariants(grammar);
    this.sources = new SourceShares(grammar, cues);
    this.model = model;
    this.reader = reader;
  }

  /** Loads the model of bias that ships with this library. */
  public static LinearModel model() {
    return LinearModel.load(FramingAnalyzer.class, "bias-model.txt");
  }

  /**
   * The framing of an article.
   *
   * @param text its body
   * @param mentions the names in it
   * @param claims the claims in it
   * @param voices whose words its parts are
   * @param title its title, or null where it has none
   */
  public Framing article(
      AnnotatedText text,
      List<EntityMention> mentions,
      List<Claim> claims,
      Voices voices,
      @Nullable AnnotatedText title) {
    return article(text, mentions, claims, voices, title, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for a moment: the framing has as many of its
   * sentences as there was time for.
   */
  public Framing article(
      AnnotatedText text,
      List<EntityMention> mentions,
      List<Claim> claims,
      Voices voices,
      @Nullable AnnotatedText title,
      WorkBudget budget) {
    TextParts parts = new TextParts(text, mentions);
    List<Evidence> evidence = evidence(text, parts.sentences(), voices, false);
    SpanIndex known = SpanIndex.of(evidence, Evidence::span);
    for (Claim claim : claims) {
      for (Evidence found : cues.inClaim(claim, parts, text.text(), voices)) {
        if (known.overlapping(found.span(), evidence).stream()
            .noneMatch(e -> e.category() == found.category())) {
          known.add(evidence.size(), found.span());
          evidence.add(found);
        }
      }
    }
    evidence.addAll(scareQuotes(text, parts, voices));
    List<Evidence> headline =
        title == null ? List.of() : headline(title, text, parts, claims, voices);
    return framing(
        text,
        voices,
        evidence,
        headline,
        naming.of(parts.sentences(), mentions, evidence, voices),
        sources.of(claims, parts, voices),
        budget);
  }

  /** Whether anybody is named as the source, of each of some claims. */
  public List<SourceShare.Kind> sourceKinds(
      AnnotatedText text, List<EntityMention> mentions, List<Claim> claims) {
    TextParts parts = new TextParts(text, mentions);
    return claims.stream().map(claim -> sources.kind(claim, parts)).toList();
  }

  /** The framing of a reader's comment, all of whose words are one voice. */
  public Framing comment(
      AnnotatedText text, List<EntityMention> mentions, Voices voices, WorkBudget budget) {
    List<Units> units = text.sentences().stream().map(Units::of).toList();
    List<Evidence> evidence = evidence(text, units, voices, false);
    return framing(
        text,
        voices,
        evidence,
        List.of(),
        naming.of(units, mentions, evidence, voices),
        List.of(),
        budget);
  }

  private List<Evidence> evidence(
      AnnotatedText text, List<Units> sentences, Voices voices, boolean headline) {
    Predicate<Span> isNamed = named(text);
    List<Evidence> evidence = new ArrayList<>();
    for (Units units : sentences) {
      evidence.addAll(terms.inSentence(units, text.text(), voices, isNamed, headline));
    }
    return evidence;
  }

  private static Predicate<Span> named(AnnotatedText text) {
    return SpanIndex.of(text.names(), NamedEntity::span)::overlaps;
  }

  private List<Evidence> scareQuotes(AnnotatedText text, TextParts parts, Voices voices) {
    List<Evidence> out = new ArrayList<>();
    for (Span quoted : voices.quotations()) {
      for (Units units : parts.sentences(quoted)) {
        if (units.sentence().span().contains(quoted)) {
          @Nullable Evidence found = scareQuotes.check(quoted, units, text.text(), voices);
          if (found != null) {
            out.add(found);
          }
        }
      }
    }
    return out;
  }

  private List<Evidence> headline(
      AnnotatedText title,
      AnnotatedText body,
      TextParts bodyParts,
      List<Claim> claims,
      Voices voices) {
    TextParts titleParts = new TextParts(title, List.of());
    List<Units> parts = titleParts.sentences();
    Voices own = Voices.of(title.text(), List.of(), Quotations.of(title));
    List<Evidence> out = evidence(title, parts, own, isHeadlineCase(parts));
    out.addAll(
        new HeadlineCheck(grammar, body.text(), bodyParts, claims, voices)
            .check(title.text(), parts, out));
    for (Evidence scare : scareQuotes(title, titleParts, own)) {
      // What a title quotes is mostly somebody's words that the body gives whole.
      boolean inBody =
          voices.quotations().stream()
              .anyMatch(
                  q ->
                      q.of(body.text())
                          .toLowerCase(Locale.ROOT)
                          .contains(scare.text().toLowerCase(Locale.ROOT)));
      if (!inBody) {
        out.add(scare);
      }
    }
    out.sort(Comparator.comparing(Evidence::span));
    return out;
  }

  private static boolean isHeadlineCase(List<Units> parts) {
    int capitals = 0;
    int words = 0;
    for (Units units : parts) {
      for (Units.Unit unit : units.all()) {
        if (unit.isWord() && unit.text().length() > 3) {
          words++;
          capitals += Character.isUpperCase(unit.written().charAt(0)) ? 1 : 0;
        }
      }
    }
    return 2 * capitals > words;
  }

  private Framing framing(
      AnnotatedText text,
      Voices voices,
      List<Evidence> evidence,
      List<Evidence> headline,
      List<NamingVariant> naming,
      List<SourceShare> shares,
      WorkBudget budget) {
    evidence.sort(Comparator.comparing(Evidence::span).thenComparing(Evidence::category));
    List<Span> spans = text.sentences().stream().map(Sentence::span).toList();
    List<ReadSentence> read = reader.read(text.text(), spans, budget);
    Map<Voice, VoiceTally> tallies = new EnumMap<>(Voice.class);
    List<SentenceFraming> out = new ArrayList<>(spans.size());
    int next = 0;
    for (int i = 0; i < read.size(); i++) {
      Span span = spans.get(i);
      List<Evidence> own = new ArrayList<>();
      while (next < evidence.size() && evidence.get(next).span().start() < span.end()) {
        own.add(evidence.get(next++));
      }
      ReadSentence words = read.get(i);
      List<MovedBy> moved = moved(words, text.sentences().get(i), text.text(), voices);
      out.add(new SentenceFraming(span, voices.of(span), model.probability(words), own, moved));
      count(words, text.text(), voices, tallies);
    }
    for (Evidence one : evidence) {
      tallies.computeIfAbsent(one.voice(), v -> new VoiceTally()).add(one);
    }
    List<VoiceFraming> byVoice = new ArrayList<>();
    tallies.forEach((voice, tally) -> byVoice.add(tally.framing(voice)));
    return new Framing(bias(byVoice), byVoice, out, headline, naming, shares);
  }

  /** The words that moved a sentence's probability most, the strongest first. */
  private List<MovedBy> moved(ReadSentence words, Sentence sentence, String text, Voices voices) {
    List<MovedBy> moved = new ArrayList<>();
    for (LinearModel.Push push : model.pushes(words)) {
      Span at = words.span(push.word());
      if (moved.size() < MOST_MOVED
          && Character.isLetter(text.charAt(at.start()))
          && saysSomething(sentence, at)) {
        moved.add(new MovedBy(at, at.of(text), voices.at(at.start()), push.by()));
      }
    }
    return moved;
  }

  /** Adds a sentence's words to the voices that they are in. */
  private void count(
      ReadSentence words, String text, Voices voices, Map<Voice, VoiceTally> tallies) {
    for (Voice voice : Voice.values()) {
      Predicate<Span> spoken = word -> voices.at(word.start()) == voice;
      int count = 0;
      for (int word = 0; word < words.size(); word++) {
        if (spoken.test(words.span(word))
            && Character.isLetterOrDigit(text.charAt(words.span(word).start()))) {
          count++;
        }
      }
      if (count > 0) {
        tallies
            .computeIfAbsent(voice, v -> new VoiceTally())
            .add(count, model.probability(List.of(words), spoken));
      }
    }
  }

  private static @Nullable Double bias(List<VoiceFraming> byVoice) {
    double sum = 0;
    int words = 0;
    for (VoiceFraming voice : byVoice) {
      if (voice.voice() != Voice.QUOTED) {
        sum += voice.words() * voice.bias();
        words += voice.words();
      }
    }
    return words == 0 ? null : sum / words;
  }

  /** Whether a word is no mere grammar: the others move much and show little. */
  private static boolean saysSomething(Sentence sentence, Span word) {
    return sentence.tokens().stream()
        .filter(token -> token.span().overlaps(word))
        .findFirst()
        .map(Token::partOfSpeech)
        .filter(FramingAnalyzer::saysSomething)
        .isPresent();
  }

  private static boolean saysSomething(PartOfSpeech part) {
    return part.isNoun()
        || part.isVerb()
        || part.isAdjective()
        || part.isAdverb()
        || part.is(WordClass.INTJ);
  }
}
