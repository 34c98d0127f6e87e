package org.hearsay.lineage.fingerprints;

import org.hearsay.lineage.Prepared;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of fingerprints say of an article.
 *
 * @param id the article's id
 * @param seen when it was first seen, in milliseconds
 * @param outlet who publishes it, empty where that is not known
 * @param fingerprints how many fingerprints it has
 */
public record Sighting(String id, long seen, String outlet, int fingerprints)
    implements Comparable<Sighting> {

  /**
   * What is said of an article.
   *
   * @param seen when it was first seen, or any number that puts articles in the same order
   */
  public static Sighting of(Prepared article, long seen) {
    @Nullable String outlet = article.piece().outlet();
    return new Sighting(
        article.piece().id(), seen, outlet == null ? "" : outlet, article.fingerprintCount());
  }

  public boolean isOfOutlet(Sighting other) {
    return !outlet.isEmpty() && outlet.equals(other.outlet);
  }

  /** By first sight, the earliest first. */
  @Override
  public int compareTo(Sighting other) {
    int bySeen = Long.compare(seen, other.seen);
    return bySeen != 0 ? bySeen : id.compareTo(other.id);
  }
}
