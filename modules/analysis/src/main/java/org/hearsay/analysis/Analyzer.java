package org.hearsay.analysis;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.CheckWorthiness;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimExtractor;
import org.hearsay.claims.ClaimLanguage;
import org.hearsay.claims.LinkRole;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.ToneTagger;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityLinker;
import org.hearsay.entities.EntityMention;
import org.hearsay.framing.Framing;
import org.hearsay.framing.FramingAnalyzer;
import org.hearsay.framing.Lexicon;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.language.LanguageDetector;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The language work on an article. Immutable once loaded and shared by threads: load it once a JVM,
 * since the models take seconds to read and hundreds of megabytes to keep.
 */
public final class Analyzer implements AutoCloseable {
  private static final String ENGLISH = "en";

  private final Publisher publisher;
  private final LanguageDetector detector;
  private final LanguageAnnotator annotator;
  private final EntityLinker linker;
  private final ClaimTagger tagger;
  private final ClaimExtractor extractor;
  private final SentenceEncoder encoder;
  private final CheckWorthiness worth;
  private final ToneTagger tones;
  private final FramingAnalyzer framer;

  private Analyzer(
      Catalogue catalogue,
      LanguageDetector detector,
      LanguageAnnotator annotator,
      ClaimTagger tagger,
      SentenceEncoder encoder,
      CheckWorthiness worth,
      ToneTagger tones,
      FramingAnalyzer framer) {
    this.publisher = new Publisher(catalogue);
    this.detector = detector;
    this.annotator = annotator;
    this.linker = new EntityLinker(catalogue);
    this.tagger = tagger;
    this.extractor = new ClaimExtractor(tagger, ClaimLanguage.load("en"));
    this.encoder = encoder;
    this.worth = worth;
    this.tones = tones;
    this.framer = framer;
  }

  /** Loads the models, with the terms that come with Hearsay; takes seconds. */
  public static Analyzer load(Catalogue catalogue) {
    return load(catalogue, Lexicon.builtIn());
  }

  /** Loads the models; takes seconds. */
  public static Analyzer load(Catalogue catalogue, Lexicon lexicon) {
    SentenceEncoder encoder = SentenceEncoder.load();
    LinearModel bias = FramingAnalyzer.model();
    LinearModel worth = CheckWorthiness.model();
    // One reading serves both: it costs more than all that is made of it.
    SentenceReader reader = new SentenceReader(encoder, List.of(bias, worth));
    return new Analyzer(
        catalogue,
        LanguageDetector.load(),
        LanguageAnnotator.load(),
        ClaimTagger.load(),
        encoder,
        new CheckWorthiness(worth, reader),
        ToneTagger.load(),
        new FramingAnalyzer(lexicon, bias, reader));
  }

  /** The same models with another catalogue; closing either closes both. */
  public Analyzer with(Catalogue other) {
    return new Analyzer(other, detector, annotator, tagger, encoder, worth, tones, framer);
  }

  /** What it knows by name. */
  public Catalogue catalogue() {
    return publisher.catalogue();
  }

  /** Says who publishes the article and where it came from, without language work. */
  public Publication publish(PageArticle article, @Nullable String fetchedFrom) {
    return publisher.publish(article, fetchedFrom);
  }

  /**
   * Finds the mentions, the claims and the framing of an article.
   *
   * <p>Claims and framing are looked for in English only: in another language the annotation says
   * so in {@link Annotation#partial} and carries mentions alone.
   */
  public Annotation annotate(Publication publication) {
    PageArticle article = publication.article();
    String body = article.body();
    @Nullable String language = detector.detect(body);
    AnnotatedText text = annotator.annotate(body, article.paragraphs());
    List<EntityMention> mentions = linker.link(text, day(article));
    List<String> partial = new ArrayList<>(article.partial());
    partial.addAll(text.partial());
    List<Claim> claims = List.of();
    List<Double> worths = List.of();
    Framing framing = Framing.NONE;
    if (isRead(language)) {
      claims = extractor.extract(text, mentions);
      worths = worth.of(text, claims);
      framing = framer.article(text, mentions, claims, title(article));
    } else {
      partial.add(
          "LANGUAGE: claims and framing are found in English only, this text looks like "
              + language);
    }
    List<ArticleMention> placed = new Mentions(text, claims).ofArticle(mentions);
    if (isRead(language)) {
      placed = toned(body, placed);
    }
    List<ArticleClaim> identified = identify(publication, claims, worths);
    return new Annotation(language, text.sentences().size(), placed, identified, framing, partial);
  }

  private static boolean isRead(@Nullable String language) {
    return language == null || language.equals(ENGLISH);
  }

  private @Nullable AnnotatedText title(PageArticle article) {
    @Nullable String title = article.title();
    return title == null ? null : annotator.annotate(title, LanguageAnnotator.paragraphs(title));
  }

  /**
   * Finds the mentions and the framing of a reader's comment, all in the reader's voice. Each
   * comment is read by itself: in a stream its article need not have come yet.
   *
   * @return spans count UTF-16 code units from the start of the comment's text
   */
  public CommentAnnotation annotate(ReaderComment comment) {
    String words = comment.text();
    AnnotatedText text = annotator.annotate(words, LanguageAnnotator.paragraphs(words));
    List<EntityMention> mentions = linker.link(text);
    List<ArticleMention> placed = new Mentions(text, List.of()).ofReader(mentions);
    if (!isRead(detector.detect(words))) {
      return new CommentAnnotation(placed, Framing.NONE);
    }
    return new CommentAnnotation(toned(words, placed), framer.comment(text, mentions));
  }

  /**
   * The same mentions, with how their sentences speak of them. A sentence is asked once a thing
   * that it names, however often it does.
   */
  private List<ArticleMention> toned(String text, List<ArticleMention> mentions) {
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
    List<Double> found = tones.tones(text, requests);
    List<ArticleMention> out = new ArrayList<>(mentions.size());
    for (int i = 0; i < answer.length; i++) {
      ArticleMention m = mentions.get(i);
      out.add(new ArticleMention(m.mention(), m.voice(), m.sentence(), found.get(answer[i])));
    }
    return out;
  }

  private static @Nullable LocalDate day(PageArticle article) {
    // The day where it was published, not in Greenwich.
    @Nullable OffsetDateTime at = article.publishedAt();
    return at == null ? null : at.toLocalDate();
  }

  private static List<ArticleClaim> identify(
      Publication publication, List<Claim> claims, List<Double> worths) {
    List<String> ids = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      ids.add(Ids.of(publication.id(), claim.content().toString(), claim.cue().toString()));
    }
    List<ArticleClaim> out = new ArrayList<>(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      List<ChainLink> chain = new ArrayList<>(publication.origin());
      for (ChainLink link : claim.chain()) {
        // "SouthFront reports" on SouthFront's own page adds nothing to the chain.
        boolean itself =
            link.role() == LinkRole.RELAY
                && link.id() != null
                && link.id().equals(publication.outletId());
        if (!itself) {
          chain.add(link);
        }
      }
      @Nullable String within = claim.within() < 0 ? null : ids.get(claim.within());
      out.add(new ArticleClaim(ids.get(i), within, claim, worths.get(i), chain));
    }
    return out;
  }

  @Override
  public void close() {
    tagger.close();
    tones.close();
    encoder.close();
  }
}
