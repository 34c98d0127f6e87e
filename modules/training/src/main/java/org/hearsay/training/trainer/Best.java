package org.hearsay.training.trainer;

import org.hearsay.training.network.Weights;

/** The best weights of those that were judged, and how long there has been nothing better. */
public final class Best {
  private Weights weights;
  private double loss;
  private int worse;

  /** Nothing has been judged. */
  public Best(Weights start) {
    this(start, Double.POSITIVE_INFINITY, 0);
  }

  /** As it was when it was written down. */
  public Best(Weights weights, double loss, int worse) {
    this.weights = weights;
    this.loss = loss;
    this.worse = worse;
  }

  /** Judges weights by their loss; true where they are the best so far. */
  public boolean offer(Weights some, double theirs) {
    boolean better = theirs < loss;
    if (better) {
      weights = some;
      loss = theirs;
      worse = 0;
    } else {
      worse++;
    }
    return better;
  }

  /** The best; where nothing was judged, what there was at the start. */
  public Weights weights() {
    return weights;
  }

  /** Their loss: less is better. */
  public double loss() {
    return loss;
  }

  /** How many judgements in a row brought nothing better. */
  public int worse() {
    return worse;
  }
}
