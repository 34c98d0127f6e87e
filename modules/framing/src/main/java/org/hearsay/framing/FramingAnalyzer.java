package org.hearsay.framing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Quotations;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.ReadSentence;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a text is worded. Holds no state of a document: threads may share one. The encoder
 * stays its caller's to close.
 */
public final class FramingAnalyzer {
  private static final double THOUSAND = 1000;
  private static final int MOST_MOVED = 5;
  private static final Pattern SAYING = Pattern.compile("NN|VB|JJ|RB|UH");

  /** How many words may stand between a label and the name that it is put on. */
  private static final int REACH_OF_LABEL = 4;

  private final EvidenceFinder finder;
  private final Sources sources;
  private final LinearModel model;
  private final SentenceReader reader;

  /**
   * Keeps the reader.
   *
   * @param lexicon the terms
   * @param model {@link #model}
   * @param reader one that reads for the model
   */
  public FramingAnalyzer(Lexicon lexicon, LinearModel model, SentenceReader reader) {
    this.finder = new EvidenceFinder(lexicon);
    this.sources = new Sources(finder);
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
   * @param title its title, or null where it has none
   */
  public Framing article(
      AnnotatedText text,
      List<EntityMention> mentions,
      List<Claim> claims,
      @Nullable AnnotatedText title) {
    Quotations quotations = new Quotations(text.text(), text.paragraphs());
    Voices voices = Voices.of(text.text(), claims, quotations);
    List<Units> units = text.sentences().stream().map(Units::of).toList();
    List<Evidence> evidence = evidence(text, units, voices, false);
    for (Claim claim : claims) {
      for (Evidence found : finder.inClaim(claim, units, mentions, text.text(), voices)) {
        if (evidence.stream()
            .noneMatch(e -> e.category() == found.category() && e.span().overlaps(found.span()))) {
          evidence.add(found);
        }
      }
    }
    evidence.addAll(scareQuotes(text, units, quotations, voices));
    List<Evidence> headline =
        title == null ? List.of() : headline(title, text, units, claims, quotations, voices);
    return framing(
        text,
        voices,
        evidence,
        headline,
        naming(units, mentions, evidence, voices),
        sources.of(claims, units, mentions, voices));
  }

  /** The framing of a reader's comment: every word of it is the reader's. */
  public Framing comment(AnnotatedText text, List<EntityMention> mentions) {
    Voices voices = Voices.all(text.text(), Voice.READER);
    List<Units> units = text.sentences().stream().map(Units::of).toList();
    List<Evidence> evidence = evidence(text, units, voices, false);
    return framing(
        text, voices, evidence, List.of(), naming(units, mentions, evidence, voices), List.of());
  }

  private List<Evidence> evidence(
      AnnotatedText text, List<Units> sentences, Voices voices, boolean headline) {
    Predicate<Span> isNamed = named(text);
    List<Evidence> evidence = new ArrayList<>();
    for (Units units : sentences) {
      evidence.addAll(finder.inSentence(units, text.text(), voices, isNamed, headline));
    }
    return evidence;
  }

  private static Predicate<Span> named(AnnotatedText text) {
    List<Span> names = text.names().stream().map(NamedEntity::span).sorted().toList();
    return span -> names.stream().anyMatch(name -> name.overlaps(span));
  }

  private List<Evidence> scareQuotes(
      AnnotatedText text, List<Units> sentences, Quotations quotations, Voices voices) {
    List<Evidence> out = new ArrayList<>();
    for (Span quoted : quotations.spans()) {
      for (Units units : sentences) {
        if (units.sentence().span().contains(quoted)) {
          @Nullable Evidence found = finder.scareQuote(quoted, units, text.text(), voices);
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
      List<Units> sentences,
      List<Claim> claims,
      Quotations quotations,
      Voices voices) {
    List<Units> parts = title.sentences().stream().map(Units::of).toList();
    Quotations marks = new Quotations(title.text(), title.paragraphs());
    Voices own = Voices.of(title.text(), List.of(), marks);
    List<Evidence> out = evidence(title, parts, own, isHeadlineCase(parts));
    out.addAll(
        new Headline(body.text(), sentences, claims, voices).check(title.text(), parts, out));
    for (Evidence scare : scareQuotes(title, parts, marks, own)) {
      // What a title quotes is mostly somebody's words that the body gives whole.
      boolean inBody =
          quotations.spans().stream()
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
      List<SourceShare> shares) {
    evidence.sort(Comparator.comparing(Evidence::span).thenComparing(Evidence::category));
    List<Span> spans = text.sentences().stream().map(Sentence::span).toList();
    List<ReadSentence> read = reader.read(text.text(), spans);
    Map<Voice, Tally> tallies = new EnumMap<>(Voice.class);
    List<SentenceFraming> out = new ArrayList<>(spans.size());
    int next = 0;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      List<Evidence> own = new ArrayList<>();
      while (next < evidence.size() && evidence.get(next).span().start() < span.end()) {
        own.add(evidence.get(next++));
      }
      ReadSentence words = read.get(i);
      List<MovedBy> moved = new ArrayList<>();
      for (LinearModel.Push push : model.pushes(words)) {
        Span at = words.span(push.word());
        if (moved.size() < MOST_MOVED
            && Character.isLetter(text.text().charAt(at.start()))
            && saysSomething(text.sentences().get(i), at)) {
          moved.add(new MovedBy(at, at.of(text.text()), voices.at(at.start()), push.by()));
        }
      }
      out.add(new SentenceFraming(span, voices.of(span), model.probability(words), own, moved));
      for (Voice voice : Voice.values()) {
        Predicate<Span> spoken = word -> voices.at(word.start()) == voice;
        int count = 0;
        for (int word = 0; word < words.size(); word++) {
          if (spoken.test(words.span(word))
              && Character.isLetterOrDigit(text.text().charAt(words.span(word).start()))) {
            count++;
          }
        }
        if (count > 0) {
          tallies
              .computeIfAbsent(voice, v -> new Tally())
              .add(count, model.probability(List.of(words), spoken));
        }
      }
    }
    for (Evidence one : evidence) {
      tallies.computeIfAbsent(one.voice(), v -> new Tally()).add(one);
    }
    List<VoiceFraming> byVoice = new ArrayList<>();
    tallies.forEach((voice, tally) -> byVoice.add(tally.framing(voice)));
    return new Framing(bias(byVoice), byVoice, out, headline, naming, shares);
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

  /** Whether a word is a noun, verb, adjective or adverb: the others move much and show little. */
  private static boolean saysSomething(Sentence sentence, Span word) {
    return sentence.tokens().stream()
        .filter(token -> token.span().overlaps(word))
        .findFirst()
        .filter(token -> SAYING.matcher(token.tag()).lookingAt())
        .isPresent();
  }

  /** One voice being counted. */
  private static final class Tally {
    private int words;
    private double bias;
    private int loaded;
    private final Map<Category, Integer> counts = new EnumMap<>(Category.class);

    void add(int count, double probability) {
      words += count;
      bias += count * probability;
    }

    void add(Evidence evidence) {
      counts.merge(evidence.category(), 1, Integer::sum);
      boolean counted =
          evidence.category() == Category.LOADED || evidence.category() == Category.LABEL;
      if (counted && !evidence.negated()) {
        loaded++;
      }
    }

    VoiceFraming framing(Voice voice) {
      double share = words == 0 ? 0 : 1.0 / words;
      return new VoiceFraming(voice, words, bias * share, loaded * THOUSAND * share, counts);
    }
  }

  private static List<NamingVariant> naming(
      List<Units> sentences, List<EntityMention> mentions, List<Evidence> evidence, Voices voices) {
    Map<List<String>, NamingVariant> variants = new LinkedHashMap<>();
    int sentence = 0;
    for (EntityMention mention : mentions) {
      while (sentence < sentences.size()
          && sentences.get(sentence).sentence().span().end() <= mention.span().start()) {
        sentence++;
      }
      @Nullable String label =
          sentence == sentences.size()
              ? null
              : label(sentences.get(sentence), mention.span(), evidence);
      Voice voice = voices.of(mention.span());
      List<String> key =
          List.of(mention.clusterId(), mention.text(), label == null ? "" : label, voice.name());
      NamingVariant one =
          new NamingVariant(mention.entityId(), mention.name(), mention.text(), label, voice, 1);
      variants.merge(
          key,
          one,
          (a, b) ->
              new NamingVariant(
                  a.entityId(), a.name(), a.variant(), a.label(), a.voice(), a.count() + 1));
    }
    return List.copyOf(variants.values());
  }

  /** The label in the noun phrase before a name: "the breakaway former province of X". */
  private static @Nullable String label(Units units, Span name, List<Evidence> evidence) {
    int at = 0;
    while (at < units.size() && units.get(at).span().end() <= name.start()) {
      at++;
    }
    int after = at;
    while (after < units.size() && units.get(after).span().start() < name.end()) {
      after++;
    }
    if (after < units.size() && units.get(after).tag().startsWith("NN")) {
      // "The breakaway Fenland province": the province is called so.
      return null;
    }
    for (int i = at - 1; i >= Math.max(0, at - REACH_OF_LABEL - 1); i--) {
      Units.Unit unit = units.get(i);
      boolean phrase =
          unit.tag().startsWith("NN")
              || unit.tag().startsWith("JJ")
              || unit.tag().startsWith("VBN")
              || unit.text().equals("of")
              || unit.tag().startsWith("``")
              || unit.tag().startsWith("RB");
      for (Evidence one : evidence) {
        if (one.category() == Category.LABEL && one.span().contains(unit.span())) {
          return one.text().toLowerCase(Locale.ROOT);
        }
      }
      if (!phrase) {
        return null;
      }
    }
    return null;
  }
}
