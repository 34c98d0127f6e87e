package org.hearsay.lineage.fingerprints;

/** Caps and limits of the search for pairs, the same among files and on a stream. */
public final class CandidateRules {
  /** Articles remembered for one fingerprint, the earliest seen first. */
  public static final int MOST_LISTINGS = 12;

  /** Articles of one outlet remembered for one fingerprint: more are its standing text. */
  public static final int MOST_LISTINGS_OF_OUTLET = 3;

  /** Articles with a fingerprint from which on it may be a stock phrase. */
  public static final int STOCK = 3;

  /** Stock phrases of one article that are followed to the first who used them. */
  public static final int MOST_STOCK_PHRASES = 24;

  /** An article with no more fingerprints than this is short: about 140 words of its own. */
  private static final int FEW = 32;

  private CandidateRules() {}

  /**
   * How many fingerprints two articles share before they are compared: two, since a stock phrase
   * gives one; one where either is short, since it has few to share.
   *
   * @param one how many the one has
   * @param other how many the other has
   */
  public static int fingerprintsNeeded(int one, int other) {
    return Math.min(one, other) <= FEW ? 1 : 2;
  }
}
