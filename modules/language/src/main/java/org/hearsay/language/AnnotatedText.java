package org.hearsay.language;

import java.util.List;
import org.hearsay.text.Span;

/**
 * A text with its sentences and names.
 *
 * @param text the text; every span is an offset into it, in UTF-16 code units
 * @param paragraphs its paragraphs, in order
 * @param sentences its sentences, in order
 * @param names the names found, in order
 * @param partial why the annotation is not whole (limits reached, language), empty when it is
 */
public record AnnotatedText(
    String text,
    List<Span> paragraphs,
    List<Sentence> sentences,
    List<NamedEntity> names,
    List<String> partial) {

  /** Keeps its own copies of the lists. */
  public AnnotatedText {
    paragraphs = List.copyOf(paragraphs);
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
    partial = List.copyOf(partial);
  }

  /**
   * The same with no more paragraphs than were annotated, the last one up to where it was: beyond
   * that no name is known. The same where all of it was.
   */
  public AnnotatedText asFarAsRead() {
    if (partial.isEmpty()) {
      return this;
    }
    int end = sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).span().end();
    List<Span> read =
        paragraphs.stream()
            .filter(paragraph -> paragraph.start() < end)
            .map(paragraph -> new Span(paragraph.start(), Math.min(paragraph.end(), end)))
            .toList();
    return new AnnotatedText(text, read, sentences, names, partial);
  }
}
