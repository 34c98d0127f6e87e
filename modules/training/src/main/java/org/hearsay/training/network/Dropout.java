package org.hearsay.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.SplittableRandom;

/**
 * Sets a random share of numbers to 0 and scales the others up. PyTorch draws every number anew,
 * which costs a tenth of a step on a processor; this takes a random part of a fixed pool of masks.
 */
public final class Dropout {
  private static final int POOL = 1 << 24;

  /** The parts begin at multiples of this, for the sake of vector instructions. */
  private static final int ALIGNMENT = 16;

  private final NDArray pool;
  private SplittableRandom random;

  /**
   * @param manager keeps the pool, 64 MiB
   * @param share how much is set to 0, 0..1
   * @param seed the pool's
   */
  public Dropout(NDManager manager, double share, long seed) {
    float[] masks = new float[POOL];
    float kept = (float) (1 / (1 - share));
    random = new SplittableRandom(seed);
    for (int i = 0; i < POOL; i++) {
      masks[i] = random.nextDouble() < share ? 0 : kept;
    }
    pool = manager.create(masks);
  }

  /** Makes what follows depend on this number alone. */
  public void seed(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Drops numbers of an array of at most 16 Mi. */
  public NDArray drop(NDArray numbers) {
    int size = (int) numbers.size();
    if (size > POOL) {
      throw new IllegalArgumentException(size + " numbers are more than " + POOL);
    }
    int first = random.nextInt((POOL - size) / ALIGNMENT + 1) * ALIGNMENT;
    NDArray mask = pool.get(new NDIndex("{}:{}", first, first + size));
    // A view belongs to the pool's manager, which lives as long as the training.
    mask.attach(numbers.getManager());
    return numbers.mul(mask.reshape(numbers.getShape()));
  }
}
