package org.hearsay.lineage.fingerprints;

/**
 * An article in the list of one fingerprint.
 *
 * @param article which
 * @param beside what stands beside the fingerprint there, see {@code Prepared.beside}
 */
public record Listing(Sighting article, int beside) implements Comparable<Listing> {
  /** By first sight, the earliest first. */
  @Override
  public int compareTo(Listing other) {
    return article.compareTo(other.article);
  }
}
