package org.hearsay.topology;

import java.time.Instant;
import java.util.List;
import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * An article as the trace stage keeps it.
 *
 * @param piece what is compared; its outlet is the catalogue id, else the folded name, else the
 *     host
 * @param outletId the publisher's catalogue id, or null
 * @param outletName the publisher's name, or null
 * @param url the article's address, or null
 */
record TracedArticle(
    Piece piece, @Nullable String outletId, @Nullable String outletName, @Nullable String url) {

  /** The same, first seen at another time. */
  TracedArticle seenAt(Instant time) {
    Piece moved =
        new Piece(
            piece.id(),
            piece.outlet(),
            piece.title(),
            piece.dek(),
            piece.body(),
            piece.paragraphs(),
            piece.publishedAt(),
            time,
            piece.declared());
    return new TracedArticle(moved, outletId, outletName, url);
  }

  /**
   * What a fingerprint's list says of an article.
   *
   * @param id the article's id
   * @param seen when it was first seen, in milliseconds
   * @param outlet who publishes it, empty where that is not known
   * @param fingerprints how many fingerprints it has
   */
  record Posting(String id, long seen, String outlet, int fingerprints)
      implements Comparable<Posting> {

    boolean sameOutlet(Posting other) {
      return !outlet.isEmpty() && outlet.equals(other.outlet);
    }

    @Override
    public int compareTo(Posting other) {
      int bySeen = Long.compare(seen, other.seen);
      return bySeen != 0 ? bySeen : id.compareTo(other.id);
    }
  }

  /**
   * Some of an article's fingerprints, those of one shard.
   *
   * @param article whose they are
   * @param fingerprints ascending
   */
  record Fingerprinted(Posting article, List<Long> fingerprints) {
    /** Keeps its own copy of the list. */
    Fingerprinted {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /**
   * Fingerprints that two articles share.
   *
   * @param owner the one of the two whose partition counts them: the one with the lesser id
   * @param other the other
   * @param fingerprints which
   */
  record Hit(Posting owner, Posting other, List<Long> fingerprints) {
    /** Keeps its own copy of the list. */
    Hit {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /**
   * What one shard tells of an article's pairs.
   *
   * @param hits one a pair, all of one owner
   */
  record Hits(List<Hit> hits) {
    /** Keeps its own copy of the list. */
    Hits {
      hits = List.copyOf(hits);
    }
  }

  /**
   * What is known of a pair so far.
   *
   * @param fingerprints shared ones, no more than needed
   * @param ownerSeen the owner's first sight when the pair was sent on, -1 before that
   * @param otherSeen the other's
   */
  record Pair(List<Long> fingerprints, long ownerSeen, long otherSeen) {
    /** Keeps its own copy of the list. */
    Pair {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /**
   * An article sent to another's partition to be compared.
   *
   * @param article the one sent
   * @param otherSeen when the other one was first seen, in milliseconds
   */
  record Candidate(TracedArticle article, long otherSeen) {}
}
