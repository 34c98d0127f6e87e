package org.hearsay.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter 2019), with gradients clipped to a norm of 1, and beside the weights
 * their moving average, which is what is kept in the end.
 */
public final class Optimizer {
  private static final float BETA_1 = .9f;
  private static final float BETA_2 = .999f;
  private static final float EPSILON = 1e-6f;
  private static final float WEIGHT_DECAY = .01f;
  private static final double LARGEST_NORM = 1;

  /** DJL clamps gradients to this; with 0 it would clamp to nothing what is above 0. */
  private static final float NO_CLAMP = 1e9f;

  /**
   * One such step would undo many others: gradients this many times the usual norm are not used.
   */
  private static final double GARBAGE = 8;

  private static final int USUAL_AFTER = 20;
  private static final double USUAL_DECAY = .95;

  /** What starts untrained learns faster; word vectors, most of which are seldom seen, slower. */
  private static final float NEW_RATE = 3;

  private static final float WORD_RATE = .5f;

  private static final int AVERAGE_EVERY = 5;
  private static final double AVERAGE_DECAY = .98;

  private final Map<String, NDArray> parameters;
  private final Map<String, NDArray> mean = new LinkedHashMap<>();
  private final Map<String, NDArray> variance = new LinkedHashMap<>();
  private final Map<String, NDArray> average = new LinkedHashMap<>();
  private final Architecture architecture;
  private long steps;
  private double usualNorm;

  /**
   * Starts anew.
   *
   * @param manager owns the optimizer's numbers, three for each of the network's
   * @param network what is trained
   * @param architecture the network's
   */
  public Optimizer(NDManager manager, Network network, Architecture architecture) {
    this.architecture = architecture;
    this.parameters = network.parameters();
    parameters.forEach(
        (name, numbers) -> {
          numbers.setRequiresGradient(true);
          mean.put(name, manager.zeros(numbers.getShape()));
          variance.put(name, manager.zeros(numbers.getShape()));
          average.put(name, manager.create(numbers.toFloatArray(), numbers.getShape()));
        });
  }

  /** What a later run needs to go on: the numbers, and how many steps they took. */
  public record State(
      long steps, double usualNorm, Weights mean, Weights variance, Weights average) {}

  /** A copy of the state. */
  public State state() {
    return new State(steps, usualNorm, copy(mean), copy(variance), copy(average));
  }

  /** Goes on from a state. */
  public void restore(State state) {
    steps = state.steps();
    usualNorm = state.usualNorm();
    restore(mean, state.mean());
    restore(variance, state.variance());
    restore(average, state.average());
  }

  /** The moving average of the weights. */
  public Weights average() {
    return copy(average);
  }

  private Weights copy(Map<String, NDArray> arrays) {
    Map<String, float[]> values = new LinkedHashMap<>();
    arrays.forEach((name, numbers) -> values.put(name, numbers.toFloatArray()));
    return new Weights(architecture, values);
  }

  private static void restore(Map<String, NDArray> arrays, Weights weights) {
    arrays.forEach((name, numbers) -> numbers.set(weights.get(name)));
  }

  /** How many steps were made, those included that were left out. */
  public long steps() {
    return steps;
  }

  /**
   * Makes one step along the gradients that a backward pass has left.
   *
   * @param pass ends after the step
   * @param rate the learning rate
   * @return the gradients' norm when they were garbage and were not used, else 0
   */
  public double step(NDManager pass, double rate) {
    steps++;
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    double squares = 0;
    for (Map.Entry<String, NDArray> parameter : parameters.entrySet()) {
      NDArray gradient = parameter.getValue().getGradient();
      gradient.attach(pass);
      gradients.put(parameter.getKey(), gradient);
      squares += gradient.square().sum().getFloat();
    }
    double norm = Math.sqrt(squares);
    boolean used = Double.isFinite(norm) && (steps <= USUAL_AFTER || norm < GARBAGE * usualNorm);
    if (!used) {
      parameters.values().forEach(numbers -> JniUtils.zeroGrad((PtNDArray) numbers));
      return norm;
    }
    usualNorm = usualNorm == 0 ? norm : USUAL_DECAY * usualNorm + (1 - USUAL_DECAY) * norm;
    float scale = (float) Math.min(1, LARGEST_NORM / (norm + EPSILON));
    double made = (double) steps;
    float correction =
        (float) (Math.sqrt(1 - Math.pow(BETA_2, made)) / (1 - Math.pow(BETA_1, made)));
    gradients.forEach(
        (name, gradient) -> update(name, gradient, (float) rate * rate(name), correction, scale));
    if (steps % AVERAGE_EVERY == 0) {
      average(pass);
    }
    return 0;
  }

  private void update(String name, NDArray gradient, float rate, float correction, float scale) {
    NDArray weights = get(parameters, name);
    weights
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weights, gradient, get(mean, name), get(variance, name)),
            new NDList(weights),
            rate,
            rate * correction,
            decays(name) ? WEIGHT_DECAY : 0,
            scale,
            NO_CLAMP,
            BETA_1,
            BETA_2,
            EPSILON,
            false,
            true);
  }

  private static float rate(String name) {
    if (name.startsWith("head.") || name.equals("type")) {
      return NEW_RATE;
    }
    return name.equals("word") ? WORD_RATE : 1;
  }

  private static boolean decays(String name) {
    return name.endsWith(".weight") && !name.endsWith("norm.weight");
  }

  private void average(NDManager pass) {
    // The first steps' weights are no better than the start's: the average forgets them sooner.
    double rounds = (double) steps / AVERAGE_EVERY;
    double kept = Math.min(AVERAGE_DECAY, (1 + rounds) / (10 + rounds));
    average.forEach(
        (name, numbers) -> {
          try (NDManager part = pass.newSubManager()) {
            NDArray now = get(parameters, name).stopGradient();
            now.attach(part);
            NDArray share = now.mul(part.create((float) (1 - kept)));
            share.attach(part);
            numbers.muli(part.create((float) kept)).addi(share);
          }
        });
  }

  private static NDArray get(Map<String, NDArray> arrays, String name) {
    NDArray numbers = arrays.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return numbers;
  }
}
