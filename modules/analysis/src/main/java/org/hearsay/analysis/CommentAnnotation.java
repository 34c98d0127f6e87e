package org.hearsay.analysis;

import java.util.List;
import org.hearsay.framing.Framing;

/**
 * What the language work says of one reader's comment.
 *
 * @param mentions in text order, in the reader's voice
 * @param framing how it is worded, in the reader's voice
 */
public record CommentAnnotation(List<ArticleMention> mentions, Framing framing) {

  /** Keeps its own copy of the list. */
  public CommentAnnotation {
    mentions = List.copyOf(mentions);
  }
}
