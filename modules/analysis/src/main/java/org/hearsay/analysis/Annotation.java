package org.hearsay.analysis;

import java.util.List;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.framing.Framing;
import org.jspecify.annotations.Nullable;

/**
 * What the language work says of one article.
 *
 * @param language the detected ISO 639-1 code, or null where there is too little text to tell
 * @param sentences how many sentences were annotated
 * @param mentions in text order
 * @param claims in text order
 * @param framing how it is worded; {@link Framing#NONE} in another language than the analyzer reads
 * @param partial why this is not the whole of it, empty when it is
 */
public record Annotation(
    @Nullable String language,
    int sentences,
    List<ArticleMention> mentions,
    List<ArticleClaim> claims,
    Framing framing,
    List<String> partial) {

  /** Keeps its own copies of the lists. */
  public Annotation {
    mentions = List.copyOf(mentions);
    claims = List.copyOf(claims);
    partial = List.copyOf(partial);
  }
}
