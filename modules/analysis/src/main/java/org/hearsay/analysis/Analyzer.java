package org.hearsay.analysis;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.claims.AttributingWords;
import org.hearsay.analysis.claims.ClaimPlaces;
import org.hearsay.analysis.claims.IdentifiedClaims;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.mentions.MentionWords;
import org.hearsay.analysis.mentions.Mentions;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.PublishedBefore;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.claims.CheckWorthiness;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimExtractor;
import org.hearsay.claims.ClaimLanguage;
import org.hearsay.claims.Quotations;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.ToneTagger;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.entities.EntityLinker;
import org.hearsay.entities.EntityMention;
import org.hearsay.framing.Framing;
import org.hearsay.framing.FramingAnalyzer;
import org.hearsay.framing.FramingLanguage;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.language.LanguageDetector;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.hearsay.text.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * The language work on an article. Immutable once loaded and shared by threads: load it once a JVM,
 * since the models take seconds to read and hundreds of megabytes to keep.
 */
public final class Analyzer implements AutoCloseable {
  /** How far into a reader's comment claims are looked for, in UTF-16 code units. */
  static final int LONGEST_COMMENT = 3000;

  /**
   * How long the work on an article may take, and that on a reader's comment, in milliseconds of
   * the thread's processor time: as much as some 100,000 characters of quotations take. What takes
   * longer is analysed in part, see {@link Annotation#partial}.
   */
  static final long MOST_MILLIS = 15_000;

  /** Up to which share of that time each part of the work may go on; the last one to its end. */
  private static final double LANGUAGE = .25;

  private static final double CLAIMS = .8;
  private static final double FRAMING = .9;

  private final Publisher publisher;
  private final EntityLinker linker;
  private final Models models;
  private final Supplier<WorkBudget> budgets;

  /** What every catalogue shares: models and the words of the language. */
  private record Models(
      Words words,
      LanguageDetector detector,
      LanguageAnnotator annotator,
      ClaimTagger tagger,
      CheckWorthiness worth,
      ToneTagger tones,
      Framer framer) {

    ClaimExtractor extractor() {
      return new ClaimExtractor(tagger, words.claims());
    }
  }

  /** The words of one language, and its code. */
  private record Words(
      String language, ClaimLanguage claims, MentionWords mentions, AttributingWords attributing) {}

  /** The analyzer of framing, and the encoder that it reads with. */
  private record Framer(FramingAnalyzer analyzer, SentenceEncoder encoder) {}

  private Analyzer(
      Catalogue catalogue, EntityLinker linker, Models models, Supplier<WorkBudget> budgets) {
    this.publisher = new Publisher(catalogue);
    this.linker = linker;
    this.models = models;
    this.budgets = budgets;
  }

  /** Loads the models of a language, with the terms that come with Hearsay; takes seconds. */
  public static Analyzer load(Catalogue catalogue, String language) {
    return load(catalogue, FramingTerms.builtIn(language), language);
  }

  /**
   * Loads the models of a language; takes seconds.
   *
   * @param terms of framing, in that language
   * @param language the ISO 639-1 code of the language that claims and framing are found in
   */
  public static Analyzer load(Catalogue catalogue, FramingTerms terms, String language) {
    SentenceEncoder encoder = SentenceEncoder.load();
    LinearModel bias = FramingAnalyzer.model();
    LinearModel worth = CheckWorthiness.model();
    // One reading serves both: it costs more than all that is made of it.
    SentenceReader reader = new SentenceReader(encoder, List.of(bias, worth));
    FramingAnalyzer framing =
        new FramingAnalyzer(terms, FramingLanguage.load(language), bias, reader);
    return new Analyzer(
        catalogue,
        new EntityLinker(catalogue, EntityLanguage.load(language)),
        new Models(
            new Words(
                language,
                ClaimLanguage.load(language),
                MentionWords.load(language),
                AttributingWords.load(language)),
            LanguageDetector.load(),
            LanguageAnnotator.load(language),
            ClaimTagger.load(),
            new CheckWorthiness(worth, reader),
            ToneTagger.load(),
            new Framer(framing, encoder)),
        () -> WorkBudget.ofThisThread(MOST_MILLIS));
  }

  /** The same models with another catalogue; closing either closes both. */
  public Analyzer with(Catalogue other) {
    return new Analyzer(other, linker.with(other), models, budgets);
  }

  /**
   * The same models under another limit of time; closing either closes both.
   *
   * @param other gives what an article or a comment may take, when the work on it begins
   */
  public Analyzer within(Supplier<WorkBudget> other) {
    return new Analyzer(catalogue(), linker, models, other);
  }

  /** The ISO 639-1 code of the language that claims and framing are found in. */
  public String language() {
    return models.words.language();
  }

  /** What it knows by name. */
  public Catalogue catalogue() {
    return publisher.catalogue();
  }

  /** Says who publishes the article and where it came from, without language work. */
  public Publication publish(PageArticle article, @Nullable String fetchedFrom) {
    return publisher.publish(article, fetchedFrom);
  }

  /** As {@link Publisher#restore}. */
  public Publication restore(
      PublishedBefore before, PageArticle article, @Nullable String fetchedFrom) {
    return publisher.restore(before, article, fetchedFrom);
  }

  /**
   * Finds the mentions, the claims and the framing of an article.
   *
   * <p>Claims and framing are looked for in {@link #language} only: in another the annotation says
   * so in {@link Annotation#partial} and carries mentions alone. A text that takes longer than
   * {@value #MOST_MILLIS} ms is analysed as far as that allows, and says there how far that is.
   */
  public Annotation annotate(Publication publication) {
    PageArticle article = publication.article();
    String body = article.body();
    @Nullable String language = language(article);
    WorkBudget budget = budgets.get();
    AnnotatedText text =
        models.annotator.annotate(body, article.paragraphs(), budget.upTo(LANGUAGE)).asFarAsRead();
    List<EntityMention> mentions = linker.link(text, day(article));
    List<String> partial = new ArrayList<>(article.partial());
    partial.addAll(text.partial());
    Quotations quotations = Quotations.of(text);
    if (!isRead(language)) {
      partial.add(
          "LANGUAGE: claims and framing are found in "
              + Locale.forLanguageTag(models.words.language()).getDisplayLanguage(Locale.ENGLISH)
              + " only, this text looks like "
              + language);
      Voices voices = Voices.of(body, List.of(), quotations);
      return new Annotation(
          language,
          text.sentences().size(),
          new Mentions(models.words.mentions(), text, List.of(), voices).ofArticle(mentions),
          List.of(),
          Framing.NONE,
          partial);
    }
    ClaimExtractor.Extracted extracted =
        models.extractor().extract(text, mentions, quotations, budget.upTo(CLAIMS));
    List<Claim> claims = extracted.claims();
    Voices voices = Voices.of(body, claims, quotations);
    Framing framing =
        models
            .framer
            .analyzer()
            .article(text, mentions, claims, voices, title(article), budget.upTo(FRAMING));
    List<ArticleMention> placed =
        new Mentions(models.words.mentions(), text, claims, voices).ofArticle(mentions);
    List<ArticleClaim> identified =
        identified(
                text,
                mentions,
                placed.stream().map(ArticleMention::mention).toList(),
                claims,
                budget.upTo(FRAMING))
            .of(publication.id(), publication.origin(), publication.outletId());
    List<ArticleMention> toned = toned(body, placed, identified, budget);
    partial.addAll(overTime(text, extracted, framing, toned));
    return new Annotation(language, text.sentences().size(), toned, identified, framing, partial);
  }

  /** What there was no time for. */
  private static List<String> overTime(
      AnnotatedText text,
      ClaimExtractor.Extracted extracted,
      Framing framing,
      List<ArticleMention> mentions) {
    List<String> out = new ArrayList<>();
    String of = " of " + text.text().length() + " characters";
    if (extracted.reached() < text.text().length()) {
      out.add("OVER_TIME: looked for claims in the first " + extracted.reached() + of);
    } else if (extracted.reachedAgain() < text.text().length()) {
      out.add(
          "OVER_TIME: looked for claims inside claims in the first "
              + extracted.reachedAgain()
              + of);
    }
    int read = framing.sentences().size();
    if (read < text.sentences().size()) {
      int end = read == 0 ? 0 : framing.sentences().get(read - 1).span().end();
      out.add("OVER_TIME: read the framing of the first " + end + of);
    }
    long toned = mentions.stream().filter(mention -> mention.tone() != null).count();
    if (toned < mentions.size()) {
      out.add("OVER_TIME: read the tone of " + toned + " of " + mentions.size() + " mentions");
    }
    return out;
  }

  /**
   * The one decision of an article's language: what its page's reader made of its words and of what
   * the page declares; where that is nothing, what the letters look like.
   */
  private @Nullable String language(PageArticle article) {
    @Nullable String read = article.language();
    return read == null ? models.detector.detect(article.body()) : read;
  }

  private boolean isRead(@Nullable String language) {
    return language == null || language.equals(models.words.language());
  }

  private @Nullable AnnotatedText title(PageArticle article) {
    @Nullable String title = article.title();
    return title == null
        ? null
        : models.annotator.annotate(title, LanguageAnnotator.paragraphs(title));
  }

  /**
   * Finds the mentions, the claims and the framing of a reader's comment, all in the reader's
   * voice. Each comment is read by itself: in a stream its article need not have come yet. Claims
   * are looked for in its paragraphs up to {@value #LONGEST_COMMENT} UTF-16 code units: a longer
   * one mostly pastes an article.
   *
   * @param id the comment's id, see {@link Publication#commentId(int)}
   * @return spans count UTF-16 code units from the start of the comment's text
   */
  public CommentAnnotation annotate(String id, ReaderComment comment) {
    return annotate(id, comment, budgets.get());
  }

  /**
   * The same of all comments of a page, in their order. They may take as long together as the
   * article: what is left then says so in {@link CommentAnnotation#partial}.
   */
  public List<CommentAnnotation> readers(Publication publication, List<ReaderComment> comments) {
    WorkBudget budget = budgets.get();
    List<CommentAnnotation> out = new ArrayList<>(comments.size());
    for (ReaderComment comment : comments) {
      out.add(
          budget.isSpent()
              ? CommentAnnotation.UNREAD
              : annotate(publication.commentId(out.size()), comment, budget));
    }
    return out;
  }

  private CommentAnnotation annotate(String id, ReaderComment comment, WorkBudget budget) {
    String words = comment.text();
    AnnotatedText text =
        models.annotator.annotate(words, LanguageAnnotator.paragraphs(words), budget);
    List<EntityMention> mentions = linker.link(text);
    Voices voices = Voices.all(words, Voice.READER);
    List<ArticleMention> placed =
        new Mentions(models.words.mentions(), text, List.of(), voices).ofReader(mentions);
    if (!isRead(models.detector.detect(words))) {
      return new CommentAnnotation(placed, List.of(), Framing.NONE, text.partial());
    }
    AnnotatedText beginning =
        new AnnotatedText(
            words,
            text.paragraphs().stream().filter(p -> p.end() <= LONGEST_COMMENT).toList(),
            text.sentences(),
            text.names(),
            text.partial());
    ClaimExtractor.Extracted extracted =
        models.extractor().extract(beginning, mentions, Quotations.of(beginning), budget);
    List<ArticleClaim> identified =
        identified(text, mentions, mentions, extracted.claims(), budget).of(id, List.of(), null);
    List<ArticleMention> toned = toned(words, placed, identified, budget);
    Framing framing = models.framer.analyzer().comment(text, mentions, voices, budget);
    List<String> partial = new ArrayList<>(text.partial());
    partial.addAll(overTime(text, extracted, framing, toned));
    return new CommentAnnotation(toned, identified, framing, partial);
  }

  /**
   * Claims on the way to be identified.
   *
   * @param named the names in the text
   * @param mentions the names, and what else is known to mean somebody
   */
  private IdentifiedClaims identified(
      AnnotatedText text,
      List<EntityMention> named,
      List<EntityMention> mentions,
      List<Claim> claims,
      WorkBudget budget) {
    IdentifiedClaims.Text read =
        new IdentifiedClaims.Text(models.words.attributing(), catalogue(), text, mentions);
    return new IdentifiedClaims(
        read,
        claims,
        models.worth.of(text, claims, budget),
        models.framer.analyzer().sourceKinds(text, named, read.withSpeakersAsSources(claims)));
  }

  /**
   * The same mentions, with how their sentences speak of them, and in which of some claims they
   * stand. A sentence is asked once a thing that it names, however often it does.
   */
  private List<ArticleMention> toned(
      String text, List<ArticleMention> mentions, List<ArticleClaim> claims, WorkBudget budget) {
    List<ToneTagger.Request> requests = new ArrayList<>();
    Map<List<Object>, Integer> asked = new HashMap<>();
    int[] answer = new int[mentions.size()];
    for (int i = 0; i < answer.length; i++) {
      ArticleMention m = mentions.get(i);
      answer[i] =
          asked.computeIfAbsent(
              List.of(m.sentence(), m.mention().clusterId()),
              k -> {
                requests.add(new ToneTagger.Request(m.sentence(), m.mention().span()));
                return requests.size() - 1;
              });
    }
    List<Double> found = models.tones.tones(text, requests, budget);
    ClaimPlaces places = new ClaimPlaces(claims, text.length());
    List<ArticleMention> out = new ArrayList<>(mentions.size());
    for (int i = 0; i < answer.length; i++) {
      ArticleMention m = mentions.get(i);
      out.add(
          new ArticleMention(
              m.mention(),
              m.voice(),
              m.sentence(),
              answer[i] < found.size() ? found.get(answer[i]) : null,
              places.holding(m.mention().span())));
    }
    return out;
  }

  private static @Nullable LocalDate day(PageArticle article) {
    // The day where it was published, not in Greenwich.
    @Nullable OffsetDateTime at = article.publishedAt();
    return at == null ? null : at.toLocalDate();
  }

  @Override
  public void close() {
    models.tagger.close();
    models.tones.close();
    models.framer.encoder().close();
  }
}
