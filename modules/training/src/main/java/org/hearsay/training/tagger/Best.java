package org.hearsay.training.tagger;

import org.hearsay.training.network.Weights;

/** The best weights of those that were judged, and how long there has been nothing better. */
public final class Best {
  private Judged judged;

  /** Nothing has been judged. */
  public Best(Weights start) {
    this(new Judged(start, Double.POSITIVE_INFINITY, 0));
  }

  /** As it was when it was written down. */
  Best(Judged judged) {
    this.judged = judged;
  }

  /**
   * What was the best when it was looked at.
   *
   * @param weights the best; where nothing was judged, what there was at the start
   * @param loss their loss: less is better
   * @param worse how many judgements in a row brought nothing better
   */
  record Judged(Weights weights, double loss, int worse) {}

  /** Judges weights by their loss; true where they are the best so far. */
  public boolean offer(Weights some, double loss) {
    boolean better = loss < judged.loss();
    judged =
        better
            ? new Judged(some, loss, 0)
            : new Judged(judged.weights(), judged.loss(), judged.worse() + 1);
    return better;
  }

  /** The best, to be written down. */
  Judged judged() {
    return judged;
  }

  /** The best weights; where nothing was judged, those of the start. */
  public Weights weights() {
    return judged.weights();
  }

  /** Their loss: less is better. */
  public double loss() {
    return judged.loss();
  }

  /** How many judgements in a row brought nothing better. */
  public int worse() {
    return judged.worse();
  }
}
