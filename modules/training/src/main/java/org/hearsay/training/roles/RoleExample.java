package org.hearsay.training.roles;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.CueRequest;
import org.hearsay.encoder.RoleInput;
import org.hearsay.encoder.RoleTags;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.encoder.Window;
import org.hearsay.encoder.Word;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A cue, what was read of its paragraph, and what should be said of the words around it.
 *
 * @param row what is read
 * @param labels for each word what people say: neither, source or content; null where nobody did
 * @param taught for each word the three probabilities that the teacher gives; none of both are to
 *     be written to
 */
@SuppressWarnings("ArrayRecordComponent")
public record RoleExample(RoleInput.Row row, int @Nullable [] labels, float[] taught) {
  /** What the model doubts more than this is asked about by nobody. */
  private static final double LEAST_CUE = .1;

  /** Pieces of a row, the two that frame it included. */
  public int length() {
    return row.window().length();
  }

  /**
   * The cues of texts: those that people marked, and those that the model sees. All cores read, as
   * this takes minutes.
   *
   * @param tagger finds the cues, and teaches what belongs to them by a pass of the whole encoder
   * @param articles the texts
   * @param annotated whether people marked them; else nobody says what is right but the teacher
   * @param seed how much is read with a cue
   */
  public static List<RoleExample> of(
      ClaimTagger tagger,
      WordPiece wordPiece,
      List<AnnotatedArticle> articles,
      boolean annotated,
      long seed) {
    return IntStream.range(0, articles.size())
        .parallel()
        .mapToObj(
            i -> of(tagger, wordPiece, articles.get(i), annotated, new Random(seed + 31L * i)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<RoleExample> of(
      ClaimTagger tagger,
      WordPiece wordPiece,
      AnnotatedArticle article,
      boolean annotated,
      Random random) {
    List<Paragraph> paragraphs = Paragraph.of(article, wordPiece);
    List<Span> spans =
        paragraphs.stream()
            .map(
                p ->
                    new Span(
                        p.words().get(0).span().start(),
                        p.words().get(p.words().size() - 1).span().end()))
            .toList();
    List<TaggedParagraph> tagged = tagger.tag(article.text(), spans);
    List<RoleExample> examples = new ArrayList<>();
    for (int i = 0; i < tagged.size(); i++) {
      int[] sentences = sentences(article.text(), paragraphs.get(i).words(), spans.get(i));
      examples.addAll(of(tagger, paragraphs.get(i), tagged.get(i), sentences, annotated, random));
    }
    return examples;
  }

  private static List<RoleExample> of(
      ClaimTagger tagger,
      Paragraph paragraph,
      TaggedParagraph tagged,
      int[] sentences,
      boolean annotated,
      Random random) {
    List<Paragraph.Cue> cues = new ArrayList<>();
    List<AnnotatedArticle.@Nullable Attribution> right = new ArrayList<>();
    for (AnnotatedArticle.Attribution attribution : paragraph.attributions()) {
      Paragraph.Cue cue = paragraph.cue(attribution);
      if (cue != null) {
        cues.add(cue);
        right.add(attribution);
      }
    }
    for (Paragraph.Cue cue : Paragraph.cues(tagged, LEAST_CUE)) {
      if (!cues.contains(cue)) {
        cues.add(cue);
        right.add(paragraph.overlapping(cue));
      }
    }
    List<RoleTags> taught =
        tagger.roles(
            cues.stream().map(cue -> new CueRequest(tagged, cue.first(), cue.end())).toList());
    List<RoleExample> examples = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      RoleInput.Row row = tagger.row(request(tagged, sentences, cues.get(i), random));
      Window window = row.window();
      RoleTags teacher = taught.get(i);
      // The teacher looks around the same cue and as far: at edges of long paragraphs it may
      // differ.
      if (window.first() >= teacher.first() && window.end() <= teacher.end()) {
        float[] said = new float[3 * window.size()];
        for (int w = 0; w < window.size(); w++) {
          said[3 * w] = teacher.outside(window.first() + w);
          said[3 * w + 1] = teacher.source(window.first() + w);
          said[3 * w + 2] = teacher.content(window.first() + w);
        }
        int[] labels = annotated ? paragraph.roles(window, right.get(i)) : null;
        examples.add(new RoleExample(row, labels, said));
      }
    }
    return examples;
  }

  /** The number of each word's sentence. */
  private static int[] sentences(String text, List<Word> words, Span paragraph) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(paragraph.of(text));
    int[] sentences = new int[words.size()];
    int sentence = 0;
    int end = breaks.next();
    for (int i = 0; i < sentences.length; i++) {
      while (end != BreakIterator.DONE && words.get(i).span().start() - paragraph.start() >= end) {
        end = breaks.next();
        sentence++;
      }
      sentences[i] = sentence;
    }
    return sentences;
  }

  /**
   * Half of the time the whole surroundings are read, else the cue's sentence, the one before or
   * both before it, and at times the one after.
   */
  private static CueRequest request(
      TaggedParagraph tagged, int[] sentences, Paragraph.Cue cue, Random random) {
    int from = 0;
    int to = sentences.length;
    if (random.nextBoolean()) {
      int first = sentences[cue.first()] - 1 - random.nextInt(2);
      int last = sentences[cue.end() - 1] + random.nextInt(3) / 2;
      from = cue.first();
      while (from > 0 && sentences[from - 1] >= first) {
        from--;
      }
      to = cue.end();
      while (to < sentences.length && sentences[to] <= last) {
        to++;
      }
    }
    return new CueRequest(tagged, cue.first(), cue.end(), from, to);
  }
}
