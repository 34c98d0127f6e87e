package org.hearsay.lineage.fingerprints;

import java.util.Comparator;

/** What an article shares with another one, of the fingerprints of one shard. */
final class SharedPhrases {
  static final Comparator<SharedPhrases> MOST_TELLING =
      Comparator.comparing((SharedPhrases what) -> -what.count)
          .thenComparing(what -> !what.isNextToo)
          .thenComparing(what -> what.place)
          .thenComparing(what -> what.first);

  private final long first;
  private int count;
  private boolean isEarly;
  private boolean isFirst;
  private boolean isNextToo;
  private boolean goesOn;
  private int place;

  /**
   * @param first the first fingerprint that they share
   */
  SharedPhrases(long first) {
    this.first = first;
  }

  /** Adds a fingerprint, with the places that the two have in its list. */
  void add(PlacedFingerprint fingerprint, Listing other, int earlier, int later) {
    count++;
    isEarly |= later < CandidateRules.STOCK;
    isFirst |= earlier == 0;
    place = later;
    isNextToo |= Fingerprints.isNextToo(fingerprint.beside(), other.beside());
    goesOn |= Fingerprints.goesOn(fingerprint.beside(), other.beside());
  }

  /** Whether it is more than what may be a stock phrase. */
  boolean tells() {
    return isEarly || goesOn;
  }

  /** Whether one of the two is the first who used one of the phrases. */
  boolean isOfTheFirst() {
    return isFirst;
  }

  /** One is enough for a short article only while it is no stock phrase. */
  boolean isEnough(int needed) {
    return goesOn || count >= (isEarly ? needed : Math.max(needed, 2));
  }

  long first() {
    return first;
  }
}
