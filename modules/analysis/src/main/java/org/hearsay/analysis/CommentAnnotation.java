package org.hearsay.analysis;

import java.util.List;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.framing.Framing;

/**
 * What the language work says of one reader's comment.
 *
 * @param mentions in text order, in the reader's voice
 * @param claims what the reader attributes to others, in text order; the chains hold what the
 *     comment itself says alone
 * @param framing how it is worded, in the reader's voice
 * @param partial why this is not the whole of it, empty when it is
 */
public record CommentAnnotation(
    List<ArticleMention> mentions,
    List<ArticleClaim> claims,
    Framing framing,
    List<String> partial) {
  /** What is said of a comment for which there was no time. */
  static final CommentAnnotation UNREAD =
      new CommentAnnotation(
          List.of(),
          List.of(),
          Framing.NONE,
          List.of("OVER_TIME: the page's other comments took all there was"));

  /** Keeps its own copies of the lists. */
  public CommentAnnotation {
    mentions = List.copyOf(mentions);
    claims = List.copyOf(claims);
    partial = List.copyOf(partial);
  }
}
