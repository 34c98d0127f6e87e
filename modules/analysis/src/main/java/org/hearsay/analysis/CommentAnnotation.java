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
 */
public record CommentAnnotation(
    List<ArticleMention> mentions, List<ArticleClaim> claims, Framing framing) {

  /** Keeps its own copies of the lists. */
  public CommentAnnotation {
    mentions = List.copyOf(mentions);
    claims = List.copyOf(claims);
  }
}
