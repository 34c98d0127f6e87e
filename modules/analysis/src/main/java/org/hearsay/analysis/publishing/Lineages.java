package org.hearsay.analysis.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.page.PageArticle;
import org.jspecify.annotations.Nullable;

/** Publications as the lineage library looks at them. */
public final class Lineages {
  private Lineages() {}

  /**
   * The publication as an article that may be a copy of another or have copies.
   *
   * @param firstSeen when it was first seen, or {@link Piece#NOT_SEEN}
   */
  public static TracedArticle traced(Publication publication, Instant firstSeen) {
    PageArticle article = publication.article();
    List<String> declared = new ArrayList<>();
    for (ResolvedNotice resolved : publication.notices()) {
      @Nullable String origin =
          Piece.outletKey(resolved.outletId(), resolved.notice().name(), resolved.notice().url());
      if (origin != null) {
        declared.add(origin);
      }
    }
    Piece piece =
        new Piece(
            publication.id(),
            Piece.outletKey(publication.outletId(), publication.outletName(), article.url()),
            article.title(),
            article.dek(),
            article.body(),
            article.paragraphs(),
            article.publishedAt() == null ? null : article.publishedAt().toInstant(),
            firstSeen,
            declared);
    return new TracedArticle(
        piece, publication.outletId(), publication.outletName(), article.url());
  }
}
