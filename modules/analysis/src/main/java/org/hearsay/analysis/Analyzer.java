package org.hearsay.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimExtractor;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.LinkRole;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityLinker;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.language.LanguageDetector;
import org.hearsay.language.Sentence;
import org.hearsay.page.PageArticle;
import org.hearsay.text.Ids;
import org.hearsay.text.Span;
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

  private Analyzer(Catalogue catalogue, ClaimTagger tagger) {
    this.publisher = new Publisher(catalogue);
    this.detector = LanguageDetector.load();
    this.annotator = LanguageAnnotator.load();
    this.linker = new EntityLinker(catalogue);
    this.tagger = tagger;
    this.extractor = new ClaimExtractor(tagger);
  }

  /** Loads the models; takes seconds. */
  public static Analyzer load(Catalogue catalogue) {
    return new Analyzer(catalogue, ClaimTagger.load());
  }

  /** Says who publishes the article and where it came from, without language work. */
  public Publication publish(PageArticle article, @Nullable String fetchedFrom) {
    return publisher.publish(article, fetchedFrom);
  }

  /**
   * Finds the mentions and the claims of an article.
   *
   * <p>Claims are looked for in English only: in another language the annotation says so in {@link
   * Annotation#partial} and carries mentions alone.
   */
  public Annotation annotate(Publication publication) {
    PageArticle article = publication.article();
    String body = article.body();
    @Nullable String language = detector.detect(body);
    AnnotatedText text = annotator.annotate(body, article.paragraphs());
    List<EntityMention> mentions = linker.link(text);
    List<String> partial = new ArrayList<>(article.partial());
    partial.addAll(text.partial());
    List<Claim> claims;
    if (language == null || language.equals(ENGLISH)) {
      claims = extractor.extract(text, mentions);
    } else {
      claims = List.of();
      partial.add("LANGUAGE: claims are found in English only, this text looks like " + language);
    }
    List<ArticleClaim> identified = identify(publication, claims);
    return new Annotation(
        language,
        text.sentences().size(),
        voices(text, mentions, claims, body),
        identified,
        partial);
  }

  private static List<ArticleClaim> identify(Publication publication, List<Claim> claims) {
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
      out.add(new ArticleClaim(ids.get(i), within, claim, chain));
    }
    return out;
  }

  private static List<ArticleMention> voices(
      AnnotatedText text, List<EntityMention> mentions, List<Claim> claims, String body) {
    List<ArticleMention> out = new ArrayList<>(mentions.size());
    int sentence = 0;
    List<Sentence> sentences = text.sentences();
    for (EntityMention mention : mentions) {
      while (sentence + 1 < sentences.size()
          && sentences.get(sentence + 1).span().start() <= mention.span().start()) {
        sentence++;
      }
      Span place = sentences.isEmpty() ? mention.span() : sentences.get(sentence).span();
      out.add(new ArticleMention(mention, voice(mention.span(), claims, body), place));
    }
    return out;
  }

  private static Voice voice(Span span, List<Claim> claims, String body) {
    Voice voice = Voice.OUTLET;
    for (Claim claim : claims) {
      for (Span content : claim.content()) {
        if (!content.contains(span)) {
          continue;
        }
        boolean quoted =
            claim.form() == ClaimForm.DIRECT
                || (claim.form() == ClaimForm.MIXED && inMarks(body, content, span));
        if (quoted) {
          return Voice.QUOTED;
        }
        voice = Voice.REPORTED;
      }
    }
    return voice;
  }

  /** Whether an odd number of double marks stands between the content's start and the span. */
  private static boolean inMarks(String body, Span content, Span span) {
    boolean open = false;
    for (int i = content.start(); i < span.start(); i++) {
      switch (body.charAt(i)) {
        case '“', '„', '«' -> open = true;
        case '”', '»' -> open = false;
        case '"' -> open = !open;
        default -> {}
      }
    }
    return open;
  }

  @Override
  public void close() {
    tagger.close();
  }
}
