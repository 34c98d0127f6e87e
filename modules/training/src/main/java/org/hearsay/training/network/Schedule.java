package org.hearsay.training.network;

/**
 * The learning rate: up in a straight line while warming up, then down in one to nothing.
 *
 * @param peak the highest rate
 * @param warmUp the share of the training that warming up takes, 0..1
 */
public record Schedule(double peak, double warmUp) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when the peak is not above 0 or the share not in [0, 1)
   */
  public Schedule {
    if (!(peak > 0) || !(warmUp >= 0 && warmUp < 1)) {
      throw new IllegalArgumentException("peak " + peak + ", warm-up " + warmUp);
    }
  }

  /**
   * The rate at a point of the training.
   *
   * @param progress how much of it is done, 0..1
   */
  public double rate(double progress) {
    if (progress < warmUp) {
      return peak * progress / warmUp;
    }
    return peak * Math.max(0, 1 - progress) / (1 - warmUp);
  }
}
