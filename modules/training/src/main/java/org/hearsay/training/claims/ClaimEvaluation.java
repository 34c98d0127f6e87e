package org.hearsay.training.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.CueRequest;
import org.hearsay.encoder.RoleTags;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;

/**
 * What the exported model finds of articles that it was not trained on, decoded in the plainest
 * way: each word has its likeliest label.
 *
 * @param articles how many articles
 * @param gold how many attributions they have
 * @param figures one for each threshold that was tried
 */
public record ClaimEvaluation(int articles, int gold, List<Figure> figures) {
  private static final double[] THRESHOLDS = {.2, .3, .4, .5};

  /**
   * How right it was.
   *
   * @param threshold how likely a cue's first word must be, 0..1
   * @param predicted how many attributions were found
   * @param half F1, 0..1, counting those whose contents overlap with a character F1 of .5 or more
   * @param most the same of .8 or more
   * @param cues F1, 0..1, of cues with the right first and last word
   */
  public record Figure(double threshold, int predicted, double half, double most, double cues) {}

  /** Reads articles with a model. */
  public static ClaimEvaluation of(WordPiece wordPiece, Path model, List<AnnotatedArticle> articles)
      throws IOException {
    try (ClaimTagger tagger = ClaimTagger.load(wordPiece, model)) {
      return of(tagger, articles);
    }
  }

  /** Reads articles with a tagger, which stays the caller's to close. */
  public static ClaimEvaluation of(ClaimTagger tagger, List<AnnotatedArticle> articles) {
    List<List<FoundClaim>> found = new ArrayList<>();
    for (AnnotatedArticle article : articles) {
      found.add(read(tagger, article));
    }
    List<Figure> figures = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      figures.add(figure(articles, found, threshold));
    }
    int gold = articles.stream().mapToInt(a -> a.attributions().size()).sum();
    return new ClaimEvaluation(articles.size(), gold, figures);
  }

  private record FoundClaim(Span cue, float likelihood, BitSet content) {}

  private static List<FoundClaim> read(ClaimTagger tagger, AnnotatedArticle article) {
    List<Span> paragraphs = new ArrayList<>();
    int start = 0;
    for (String line : article.text().split("\n", -1)) {
      paragraphs.add(new Span(start, start + line.length()));
      start += line.length() + 1;
    }
    List<CueRequest> cues = new ArrayList<>();
    for (TaggedParagraph paragraph : tagger.tag(article.text(), paragraphs)) {
      for (Paragraph.Cue cue : Paragraph.cues(paragraph, THRESHOLDS[0])) {
        cues.add(new CueRequest(paragraph, cue.first(), cue.end()));
      }
    }
    List<FoundClaim> found = new ArrayList<>();
    for (RoleTags roles : tagger.roles(cues)) {
      CueRequest cue = roles.request();
      BitSet content = new BitSet();
      int last = -1;
      for (int i = roles.first(); i < roles.end(); i++) {
        if (roles.content(i) > roles.source(i) && roles.content(i) > roles.outside(i)) {
          Span span = cue.paragraph().span(i);
          // Neighbouring words hold what stands between them.
          boolean next = last >= 0 && last == i - 1;
          content.set(next ? cue.paragraph().span(last).end() : span.start(), span.end());
          last = i;
        }
      }
      if (!content.isEmpty()) {
        Span span =
            new Span(
                cue.paragraph().span(cue.first()).start(),
                cue.paragraph().span(cue.end() - 1).end());
        found.add(new FoundClaim(span, cue.paragraph().begins(cue.first()), content));
      }
    }
    return found;
  }

  private static Figure figure(
      List<AnnotatedArticle> articles, List<List<FoundClaim>> all, double threshold) {
    int gold = 0;
    int predicted = 0;
    int half = 0;
    int most = 0;
    int cues = 0;
    for (int i = 0; i < articles.size(); i++) {
      List<FoundClaim> found =
          all.get(i).stream().filter(f -> f.likelihood() >= threshold).toList();
      List<AnnotatedArticle.Attribution> wanted = articles.get(i).attributions();
      gold += wanted.size();
      predicted += found.size();
      half += pairs(wanted, found, .5);
      most += pairs(wanted, found, .8);
      for (FoundClaim one : found) {
        cues += wanted.stream().anyMatch(w -> bounds(w.cue()).equals(List.of(one.cue()))) ? 1 : 0;
      }
    }
    return new Figure(
        threshold,
        predicted,
        f1(half, predicted, gold),
        f1(most, predicted, gold),
        f1(cues, predicted, gold));
  }

  private static List<Span> bounds(List<Span> spans) {
    return spans.isEmpty()
        ? List.of()
        : List.of(
            new Span(
                spans.stream().mapToInt(Span::start).min().orElseThrow(),
                spans.stream().mapToInt(Span::end).max().orElseThrow()));
  }

  private record Pair(double overlap, int gold, int found) {}

  /** How many pairs there are when the best are taken first and each is taken once. */
  private static int pairs(
      List<AnnotatedArticle.Attribution> gold, List<FoundClaim> found, double least) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      BitSet wanted = new BitSet();
      gold.get(i).content().forEach(s -> wanted.set(s.start(), s.end()));
      for (int k = 0; k < found.size(); k++) {
        BitSet common = (BitSet) wanted.clone();
        common.and(found.get(k).content());
        double overlap =
            2.0
                * common.cardinality()
                / (wanted.cardinality() + found.get(k).content().cardinality());
        if (overlap >= least) {
          pairs.add(new Pair(overlap, i, k));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
    BitSet goldTaken = new BitSet();
    BitSet foundTaken = new BitSet();
    for (Pair pair : pairs) {
      if (!goldTaken.get(pair.gold()) && !foundTaken.get(pair.found())) {
        goldTaken.set(pair.gold());
        foundTaken.set(pair.found());
      }
    }
    return goldTaken.cardinality();
  }

  private static double f1(int right, int predicted, int gold) {
    return predicted + gold == 0 ? 0 : 2.0 * right / (predicted + gold);
  }
}
