package org.hearsay.lineage.candidates;

import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is kept while copies of it are looked for.
 *
 * @param piece what is compared; its outlet is the catalogue id, else the folded name, else the
 *     host
 * @param outletId the publisher's catalogue id, or null
 * @param outletName the publisher's name, or null
 * @param url the article's address, or null
 */
public record TracedArticle(
    Piece piece, @Nullable String outletId, @Nullable String outletName, @Nullable String url) {

  /** The article's id. */
  public String id() {
    return piece.id();
  }

  /** When it was first seen, in milliseconds. */
  public long seen() {
    return piece.firstSeen().toEpochMilli();
  }
}
