package org.hearsay.training.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.encoder.Window;
import org.hearsay.encoder.Word;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph and what people found in its article: where the model's examples come from.
 *
 * @param words its words
 * @param attributions the article's whole list
 */
public record Paragraph(List<Word> words, List<AnnotatedArticle.Attribution> attributions) {
  /** No part of anything. */
  public static final int OUTSIDE = 0;

  /** The first word of a cue; in a marked window, a word of its source. */
  public static final int FIRST_OR_SOURCE = 1;

  /** A later word of a cue; in a marked window, a word of its content. */
  public static final int LATER_OR_CONTENT = 2;

  /** A half-open range of words. */
  public record Cue(int first, int end) {}

  /** The cues that a model sees in a paragraph, each with a first word at least so likely. */
  public static List<Cue> cues(TaggedParagraph paragraph, double least) {
    List<Cue> cues = new ArrayList<>();
    int at = 0;
    while (at < paragraph.size()) {
      int first = at++;
      if (paragraph.begins(first) >= least
          && paragraph.begins(first) >= paragraph.continues(first)) {
        while (at < paragraph.size()
            && paragraph.continues(at) > paragraph.outside(at)
            && paragraph.continues(at) > paragraph.begins(at)) {
          at++;
        }
        cues.add(new Cue(first, at));
      }
    }
    return cues;
  }

  /** The paragraphs of an article that have words. */
  public static List<Paragraph> of(AnnotatedArticle article, WordPiece wordPiece) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Map<String, int[]> seen = new HashMap<>();
    String text = article.text();
    int start = 0;
    while (start < text.length()) {
      int line = text.indexOf('\n', start);
      int end = line < 0 ? text.length() : line;
      List<Word> words = wordPiece.words(text, new Span(start, end), seen);
      if (!words.isEmpty()) {
        List<AnnotatedArticle.Attribution> near =
            article.attributions().stream().filter(a -> anyIn(words, a.cue())).toList();
        paragraphs.add(new Paragraph(words, near));
      }
      start = end + 1;
    }
    return paragraphs;
  }

  /** The plain windows: which words are cues? */
  public List<Example> plain() {
    List<Example> examples = new ArrayList<>();
    for (Window window : Window.over(words)) {
      int[] labels = new int[window.size()];
      for (AnnotatedArticle.Attribution attribution : attributions) {
        Cue cue = cue(attribution);
        for (int i = window.first(); i < window.end(); i++) {
          if (cue != null && isIn(words.get(i), attribution.cue())) {
            labels[i - window.first()] = i == cue.first() ? FIRST_OR_SOURCE : LATER_OR_CONTENT;
          }
        }
      }
      examples.add(new Example(this, window, labels));
    }
    return examples;
  }

  /** The marked windows: what are each cue's source and content? */
  public List<Example> marked() {
    List<Example> examples = new ArrayList<>();
    for (AnnotatedArticle.Attribution attribution : attributions) {
      Cue cue = cue(attribution);
      if (cue != null) {
        examples.add(marked(cue, attribution));
      }
    }
    return examples;
  }

  /**
   * The marked window of a cue that a model took for one: with the source and content of the cue
   * that it overlaps, or none where there is no such cue. Null where it is a cue just as annotated.
   */
  public @Nullable Example correction(Cue found) {
    for (AnnotatedArticle.Attribution attribution : attributions) {
      if (found.equals(cue(attribution))) {
        return null;
      }
    }
    return marked(found, overlapping(found));
  }

  /** The first attribution whose cue shares a word with this one; null for none. */
  public AnnotatedArticle.@Nullable Attribution overlapping(Cue found) {
    for (AnnotatedArticle.Attribution attribution : attributions) {
      Cue cue = cue(attribution);
      if (cue != null && found.first() < cue.end() && cue.first() < found.end()) {
        return attribution;
      }
    }
    return null;
  }

  private Example marked(Cue cue, AnnotatedArticle.@Nullable Attribution attribution) {
    Window window = Window.around(words, cue.first(), cue.end());
    return new Example(this, window, roles(window, attribution));
  }

  /** For each word of a window whether it is an attribution's source or content; null for none. */
  public int[] roles(Window window, AnnotatedArticle.@Nullable Attribution attribution) {
    int[] labels = new int[window.size()];
    if (attribution != null) {
      for (int i = 0; i < labels.length; i++) {
        Word word = words.get(window.first() + i);
        if (isIn(word, attribution.source())) {
          labels[i] = FIRST_OR_SOURCE;
        } else if (isIn(word, attribution.content())) {
          labels[i] = LATER_OR_CONTENT;
        }
      }
    }
    return labels;
  }

  /** From the first word of an attribution's cue to its last; null where none is here. */
  public @Nullable Cue cue(AnnotatedArticle.Attribution attribution) {
    int first = -1;
    int end = -1;
    for (int i = 0; i < words.size(); i++) {
      if (isIn(words.get(i), attribution.cue())) {
        first = first < 0 ? i : first;
        end = i + 1;
      }
    }
    return first < 0 ? null : new Cue(first, end);
  }

  private static boolean anyIn(List<Word> words, List<Span> spans) {
    return words.stream().anyMatch(word -> isIn(word, spans));
  }

  /** Whether a word is, at least in part, in one of these spans. */
  public static boolean isIn(Word word, List<Span> spans) {
    for (Span span : spans) {
      if (span.overlaps(word.span())) {
        return true;
      }
    }
    return false;
  }
}
