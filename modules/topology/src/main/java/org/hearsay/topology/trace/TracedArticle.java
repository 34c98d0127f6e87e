package org.hearsay.topology.trace;

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
public record TracedArticle(
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
   * What the lists of fingerprints say of an article.
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

    /** By first sight, the earliest first. */
    @Override
    public int compareTo(Posting other) {
      int bySeen = Long.compare(seen, other.seen);
      return bySeen != 0 ? bySeen : id.compareTo(other.id);
    }
  }

  /**
   * An article in the list of one fingerprint.
   *
   * @param article which
   * @param beside what stands beside the fingerprint there, see {@code Prepared.beside}
   */
  record Listed(Posting article, int beside) implements Comparable<Listed> {
    @Override
    public int compareTo(Listed other) {
      return article.compareTo(other.article);
    }
  }

  /**
   * A fingerprint of an article.
   *
   * @param fingerprint its value
   * @param beside what stands beside it, see {@code Prepared.beside}
   */
  record Mark(long fingerprint, int beside) {}

  /**
   * Some of an article's fingerprints, those of one shard.
   *
   * @param article whose they are
   * @param marks ascending
   */
  record Fingerprinted(Posting article, List<Mark> marks) {
    /** Keeps its own copy of the list. */
    Fingerprinted {
      marks = List.copyOf(marks);
    }
  }

  /**
   * What a shard tells of one pair.
   *
   * @param id the article that was seen first
   * @param seen when, in milliseconds
   * @param fingerprint one that both have
   * @param enough whether the shard knows enough to have the two compared; else they share that
   *     fingerprint and no other one here
   */
  record Hit(String id, long seen, long fingerprint, boolean enough) {}

  /**
   * What one shard tells of the pairs in which an article is the later one.
   *
   * @param id the article that was seen later
   * @param seen when, in milliseconds
   * @param hits one a pair
   */
  record Hits(String id, long seen, List<Hit> hits) {
    /** Keeps its own copy of the list. */
    Hits {
      hits = List.copyOf(hits);
    }
  }

  /**
   * What is known so far of the pairs in which an article is the later one.
   *
   * @param seen when it was first seen as far as was told, in milliseconds
   * @param pairs one an earlier article; {@link Hit#enough} of those that were sent on
   */
  record Pairs(long seen, List<Hit> pairs) {
    /** Keeps its own copy of the list. */
    Pairs {
      pairs = List.copyOf(pairs);
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
