package org.hearsay.training.roles;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.hearsay.encoder.RoleInput;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Dropout;
import org.hearsay.training.network.Network;
import org.hearsay.training.network.Optimizer;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.network.Weights;
import org.hearsay.training.tagger.Batches;
import org.hearsay.training.tagger.Best;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;

/**
 * Trains the layers that read on from a claim tagger's middle, on what people marked and on what
 * the whole tagger says (knowledge distillation: Hinton et al. 2015, arXiv:1503.02531). The same
 * data, settings, start and number of threads give the same weights, as {@link
 * org.hearsay.training.tagger.Trainer} says.
 */
public final class RoleTrainer implements AutoCloseable {
  private static final double REPORT_SECONDS = 15;
  private static final int LABELS = Architecture.PASS_LABELS;

  private final Settings settings;
  private final double teacher;
  private final List<RoleExample> examples;
  private final List<RoleExample> validation;
  private final PrintStream progress;
  private final LongSupplier clock;
  private final NDManager base;
  private final Network network;
  private final Optimizer optimizer;
  private final Dropout dropout;

  private final Best best;

  /**
   * Prepares a training.
   *
   * @param settings how
   * @param teacher how much the teacher's word counts where people marked, too, 0..1
   * @param start the weights to start from
   * @param examples what to learn
   * @param validation what to judge by, all of it marked by people
   * @param progress where to say how it goes
   * @param clock nanoseconds
   */
  public RoleTrainer(
      Settings settings,
      double teacher,
      Weights start,
      List<RoleExample> examples,
      List<RoleExample> validation,
      PrintStream progress,
      LongSupplier clock) {
    this.settings = settings;
    this.teacher = teacher;
    this.examples = examples;
    this.validation = validation;
    this.progress = progress;
    this.clock = clock;
    this.best = new Best(start);
    // Gradients are wanted inside collectors only.
    JniUtils.setGradMode(false);
    base = NDManager.newBaseManager();
    network = new Network(base, start);
    optimizer = new Optimizer(base, network, start.architecture());
    dropout = new Dropout(base, settings.dropout(), settings.seed());
  }

  /** Examples laid out for the network. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Laid(RoleInput input, long[] places, float[] wanted) {}

  private static Laid laid(List<RoleExample> some, double teacher) {
    RoleInput input = RoleInput.of(some.stream().map(RoleExample::row).toList());
    int words = some.stream().mapToInt(e -> e.row().window().size()).sum();
    long[] places = new long[words];
    float[] wanted = new float[LABELS * words];
    int at = 0;
    for (int row = 0; row < some.size(); row++) {
      RoleExample example = some.get(row);
      int[] labels = example.labels();
      float share = (float) (labels == null ? 1 : teacher);
      int[] pieces = example.row().window().firstPieces();
      for (int i = 0; i < pieces.length; i++, at++) {
        places[at] = (long) row * input.width() + pieces[i];
        for (int k = 0; k < LABELS; k++) {
          wanted[LABELS * at + k] = share * example.taught()[LABELS * i + k];
        }
        if (labels != null) {
          wanted[LABELS * at + labels[i]] += 1 - share;
        }
      }
    }
    return new Laid(input, places, wanted);
  }

  /** Trains to the end; the best of the weights that were judged are what comes of it. */
  public Outcome train() {
    long started = clock.getAsLong();
    Schedule schedule = settings.schedule();
    int evaluations = 0;
    double done = 0;
    double epochsDone = 0;
    double told = 0;
    double lossSum = 0;
    int lossCount = 0;
    judge();
    for (int epoch = 0; done < 1 && best.worse() < settings.judging().patience(); epoch++) {
      Random random = new Random(settings.seed() + 31L * epoch);
      List<List<RoleExample>> batches =
          Batches.shuffled(examples, RoleExample::length, settings.batchPieces(), random);
      for (int i = 0;
          i < batches.size() && done < 1 && best.worse() < settings.judging().patience();
          i++) {
        double seconds = (clock.getAsLong() - started) / 1e9;
        epochsDone = epoch + (double) i / batches.size();
        done = settings.length().done(epochsDone, seconds);
        lossSum += step(batches.get(i), schedule.rate(done));
        lossCount++;
        if (seconds - told >= REPORT_SECONDS) {
          told = seconds;
          say(
              "epoch %d, %4.1f %%, step %d, loss %.4f, %.0f minutes left",
              epoch + 1,
              100 * done,
              optimizer.steps(),
              lossSum / lossCount,
              seconds * (1 - done) / Math.max(done, 1e-9) / 60);
          lossSum = 0;
          lossCount = 0;
        }
        if (done * settings.judging().evaluations() >= evaluations + 1) {
          evaluations++;
          judge();
        }
      }
    }
    judge();
    double seconds = (clock.getAsLong() - started) / 1e9;
    return new Outcome(best.weights(), best.loss(), optimizer.steps(), 0, epochsDone, seconds);
  }

  private double step(List<RoleExample> some, double rate) {
    Laid laid = laid(some, teacher);
    int words = laid.places().length;
    dropout.seed(settings.seed() + optimizer.steps());
    try (NDManager pass = base.newSubManager()) {
      double said;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss =
            network
                .roleLogProbabilities(pass, laid.input(), laid.places(), dropout)
                .mul(pass.create(laid.wanted(), new Shape(words, LABELS)))
                .sum()
                .div(pass.create((float) -words));
        collector.backward(loss);
        said = loss.getFloat();
      }
      double garbage = optimizer.step(pass, rate);
      if (garbage > 0) {
        say("step %d left out: its gradients' norm is %.3g", optimizer.steps(), garbage);
      }
      return said;
    }
  }

  /** The loss of what people marked, a word, by the averaged weights. */
  private void judge() {
    Weights average = optimizer.average();
    double sum = 0;
    long words = 0;
    try (NDManager own = base.newSubManager()) {
      Network averaged = new Network(own, average);
      for (List<RoleExample> some :
          Batches.sorted(validation, RoleExample::length, settings.batchPieces())) {
        Laid laid = laid(some, 0);
        try (NDManager pass = own.newSubManager()) {
          float[] scores =
              averaged.roleLogProbabilities(pass, laid.input(), laid.places(), null).toFloatArray();
          for (int i = 0; i < scores.length; i++) {
            sum -= laid.wanted()[i] * scores[i];
          }
          words += laid.places().length;
        }
      }
    }
    double loss = sum / Math.max(1, words);
    boolean better = best.offer(average, loss);
    say("validation: loss a word %.4f; %s", loss, better ? "the best so far" : "no better");
  }

  /** The loss of what people marked, a word, by the teacher: what there is to reach. */
  public static double teacherLoss(List<RoleExample> validation) {
    double sum = 0;
    long words = 0;
    for (RoleExample example : validation) {
      int[] labels = example.labels();
      for (int i = 0; labels != null && i < labels.length; i++) {
        sum -= Math.log(Math.max(1e-9, example.taught()[LABELS * i + labels[i]]));
        words++;
      }
    }
    return sum / Math.max(1, words);
  }

  private void say(String format, Object... arguments) {
    progress.println(String.format(Locale.ROOT, format, arguments));
  }

  @Override
  public void close() {
    base.close();
  }
}
