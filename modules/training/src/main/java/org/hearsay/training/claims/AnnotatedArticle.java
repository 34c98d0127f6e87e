package org.hearsay.training.claims;

import java.util.List;
import org.hearsay.text.Span;

/**
 * An annotated article.
 *
 * @param id its name in the file
 * @param text its text; paragraphs stand on lines of their own
 * @param attributions what people found in it
 */
public record AnnotatedArticle(String id, String text, List<Attribution> attributions) {

  /**
   * Who says what: each part may be split, and all but the cue may be missing. Spans are in UTF-16
   * code units.
   */
  public record Attribution(List<Span> source, List<Span> cue, List<Span> content) {}
}
