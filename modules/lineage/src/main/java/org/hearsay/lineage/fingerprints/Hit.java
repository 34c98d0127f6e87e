package org.hearsay.lineage.fingerprints;

/**
 * What a shard tells of one pair.
 *
 * @param id the article that was seen first
 * @param seen when, in milliseconds
 * @param fingerprint one that both have
 * @param enough whether the shard knows enough to have the two compared; else they share that
 *     fingerprint and no other one here
 */
public record Hit(String id, long seen, long fingerprint, boolean enough) {
  /** The same, as what is to be compared or not. */
  public Hit sent(boolean isSent) {
    return new Hit(id, seen, fingerprint, isSent);
  }
}
