package org.hearsay.training.tagger;

import org.hearsay.training.network.Schedule;

/**
 * How to train.
 *
 * @param length how long
 * @param seed of everything random
 * @param batchPieces the most pieces of a batch, padding included
 * @param schedule the learning rate's way
 * @param dropout the share of numbers that are dropped in training, 0..1
 * @param weighing what counts how much
 * @param judging how often it is judged, and on what
 */
public record Settings(
    Length length,
    long seed,
    int batchPieces,
    Schedule schedule,
    double dropout,
    Weighing weighing,
    Judging judging) {

  /**
   * How long a training takes: until the first of the two is reached.
   *
   * @param epochs how often every example is read
   * @param minutes the longest that the training may take, of which the learning rate's way down is
   *     part; {@link Double#POSITIVE_INFINITY} for as long as the epochs take
   */
  public record Length(double epochs, double minutes) {
    /** How much of it is done, 0..1, by epochs or by time, whichever is further. */
    public double done(double epochsRead, double seconds) {
      return Math.max(epochsRead / epochs, seconds / (60 * minutes));
    }
  }

  /**
   * What counts how much.
   *
   * @param markedShare the share of the marked windows that an epoch reads, chosen at random, 0..1
   * @param cueWeight how much a word of a plain window counts against one of a marked window
   */
  public record Weighing(double markedShare, double cueWeight) {
    /** Every window is read, and every word counts the same. */
    public static final Weighing EVEN = new Weighing(1, 1);
  }

  /**
   * How a training is judged.
   *
   * @param validation the share of the articles that is kept from the training to judge it, 0..1
   * @param evaluations how often it is judged, evenly spread; 1 or more
   * @param patience after how many judgements in a row without a better one training ends
   */
  public record Judging(double validation, int evaluations, int patience) {}
}
