package org.hearsay.training.tagger;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.hearsay.training.claims.Example;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Dropout;
import org.hearsay.training.network.LabelledBatch;
import org.hearsay.training.network.Network;
import org.hearsay.training.network.Optimizer;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.network.Weights;

/**
 * Trains the claim tagger. The same data, settings, start and number of threads give the same
 * weights, unless {@link Settings.Length#minutes} ends the training early; on some processors but
 * for rounding (there MKL adds up in an order that depends on where numbers lie in memory, unless
 * {@code MKL_CBWR} says otherwise).
 */
public final class Trainer implements AutoCloseable {
  private static final double REPORT_SECONDS = 15;
  private static final double CHECKPOINT_SECONDS = 600;

  /** Mistakes are trained on when there are enough for batches of like length. */
  private static final int CORRECTIONS_TOGETHER = 256;

  /** Or after so many batches. */
  private static final int CORRECTIONS_LATEST = 200;

  /** There is at most one for as many other examples: a new model makes more mistakes than help. */
  private static final int CORRECTIONS_SHARE = 4;

  /** Before, everything is a mistake. */
  private static final double CORRECTIONS_FROM = .1;

  private final Settings settings;
  private final Path checkpointFile;
  private final PrintStream progress;
  private final LongSupplier clock;
  private final String fingerprint;
  private final List<Example> examples;
  private final List<Example> validation;
  private final Schedule schedule;
  private final NDManager base;
  private final Network network;
  private final Optimizer optimizer;
  private final Dropout dropout;
  private final Corrections corrections = new Corrections();

  private int epoch;
  private int batch;
  private double secondsBefore;
  private long started;
  private long pieces;
  private long examplesRead;
  private long corrected;
  private int evaluations;
  private Best best;
  private double lossSum;
  private int lossCount;
  private double lastCheckpoint;
  private double lastReport;

  /**
   * Prepares a training.
   *
   * @param settings how
   * @param start the weights to start from
   * @param examples what to learn
   * @param validation what to judge by
   * @param folder where the checkpoint is written, and read when there is one
   * @param progress where to say how it goes
   * @param clock nanoseconds
   * @throws IOException when the checkpoint cannot be read
   * @throws TrainingException when the checkpoint is of another training
   */
  public Trainer(
      Settings settings,
      Weights start,
      List<Example> examples,
      List<Example> validation,
      Path folder,
      PrintStream progress,
      LongSupplier clock)
      throws IOException {
    this.settings = settings;
    this.examples = examples;
    this.validation = validation;
    this.progress = progress;
    this.clock = clock;
    this.checkpointFile = folder.resolve("checkpoint.bin");
    this.fingerprint = settings + " on " + examples.size() + " examples";
    this.schedule = settings.schedule();
    this.best = new Best(start);
    // Gradients are wanted inside collectors only.
    JniUtils.setGradMode(false);
    base = NDManager.newBaseManager();
    network = new Network(base, start);
    optimizer = new Optimizer(base, network, start.architecture());
    dropout = new Dropout(base, settings.dropout(), settings.seed());
    if (Files.exists(checkpointFile)) {
      restore(Checkpoint.read(checkpointFile, start.architecture(), fingerprint));
    }
  }

  private void restore(Checkpoint checkpoint) {
    Checkpoint.Progress reached = checkpoint.progress();
    epoch = reached.epoch();
    batch = reached.batch();
    secondsBefore = reached.seconds();
    pieces = reached.pieces();
    examplesRead = reached.examples();
    corrected = reached.corrections();
    evaluations = reached.evaluations();
    best = new Best(checkpoint.best());
    network.parameters().forEach((name, numbers) -> numbers.set(checkpoint.weights().get(name)));
    optimizer.restore(checkpoint.optimizer());
    lastCheckpoint = secondsBefore;
    say("going on from %s, after %.0f minutes of training", checkpointFile, secondsBefore / 60);
  }

  /**
   * Trains, from the checkpoint where there is one, to the end.
   *
   * @throws IOException when the checkpoint cannot be written
   */
  public Outcome train() throws IOException {
    started = clock.getAsLong();
    boolean going = true;
    double epochsDone = epoch;
    while (going && epoch < settings.length().epochs()) {
      Random random = new Random(settings.seed() + 31L * epoch);
      List<List<Example>> batches =
          Batches.shuffled(ofEpoch(random), settings.batchPieces(), random);
      while (going && batch < batches.size()) {
        epochsDone = epoch + (double) batch / batches.size();
        double done = settings.length().done(epochsDone, seconds());
        going = done < 1;
        if (going) {
          examplesRead += batches.get(batch).size();
          step(batches.get(batch++), done);
          if (corrections.size() >= CORRECTIONS_TOGETHER
              || batch % CORRECTIONS_LATEST == 0
              || batch == batches.size()) {
            correct(done);
          }
          going = evaluate(done);
          // Only when no corrections wait: they are not written, and when they are trained on must
          // not depend on the clock.
          if (corrections.size() == 0 && seconds() - lastCheckpoint > CHECKPOINT_SECONDS) {
            checkpoint();
          }
        }
      }
      if (going) {
        epoch++;
        batch = 0;
        epochsDone = epoch;
      }
    }
    judge();
    return new Outcome(
        best.weights(), best.loss(), optimizer.steps(), corrected, epochsDone, seconds());
  }

  /** All plain windows, and of the marked ones as many as the settings say. */
  private List<Example> ofEpoch(Random random) {
    List<Example> chosen = new ArrayList<>();
    for (Example example : examples) {
      if (!example.isMarked() || random.nextDouble() < settings.weighing().markedShare()) {
        chosen.add(example);
      }
    }
    return chosen;
  }

  private double seconds() {
    return secondsBefore + (clock.getAsLong() - started) / 1e9;
  }

  private void correct(double done) {
    List<List<Example>> batches = Batches.sorted(corrections.take(), settings.batchPieces());
    batches = new ArrayList<>(batches);
    Collections.shuffle(batches, new Random(settings.seed() + optimizer.steps()));
    for (List<Example> wrong : batches) {
      corrected += wrong.size();
      step(wrong, done);
    }
  }

  private void step(List<Example> chosen, double done) {
    LabelledBatch batchInput = Example.batch(chosen);
    int words = batchInput.labels().length;
    dropout.seed(settings.seed() + optimizer.steps());
    try (NDManager pass = base.newSubManager()) {
      float[] scores;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray probabilities = network.logProbabilities(pass, batchInput, dropout);
        NDArray loss =
            probabilities
                .mul(pass.create(wanted(batchInput), new Shape(words, Architecture.LABELS)))
                .sum()
                .div(pass.create((float) -words));
        collector.backward(loss);
        lossSum += loss.getFloat();
        lossCount++;
        scores = done < CORRECTIONS_FROM ? new float[0] : probabilities.toFloatArray();
      }
      if (scores.length > 0) {
        corrections.collect(chosen, scores, examplesRead / CORRECTIONS_SHARE - corrected);
      }
      double garbage = optimizer.step(pass, schedule.rate(done));
      if (garbage > 0) {
        say("step %d left out: its gradients' norm is %.3g", optimizer.steps(), garbage);
      }
    }
    pieces += chosen.stream().mapToInt(e -> e.window().length()).sum();
    if (seconds() - lastReport >= REPORT_SECONDS) {
      lastReport = seconds();
      double left = done > 0 ? seconds() * (1 - done) / done : Double.NaN;
      say(
          "epoch %d, %4.1f %%, step %d, loss %.4f, rate %.2e, %.0f pieces/s, %d corrections, %.0f"
              + " minutes left",
          epoch + 1,
          100 * done,
          optimizer.steps(),
          lossSum / lossCount,
          schedule.rate(done),
          pieces / seconds(),
          corrected,
          left / 60);
      lossSum = 0;
      lossCount = 0;
    }
  }

  private float[] wanted(LabelledBatch input) {
    float[] wanted = new float[Architecture.LABELS * input.labels().length];
    for (int i = 0; i < input.labels().length; i++) {
      int label = input.labels()[i];
      wanted[Architecture.LABELS * i + label] =
          LabelledBatch.isMarked(label) ? 1 : (float) settings.weighing().cueWeight();
    }
    return wanted;
  }

  /** Judges the averaged weights when it is time; false when training should end. */
  private boolean evaluate(double done) {
    if (done * settings.judging().evaluations() < evaluations + 1) {
      return true;
    }
    judge();
    return best.worse() < settings.judging().patience();
  }

  private void judge() {
    evaluations++;
    double before = seconds();
    Weights average = optimizer.average();
    double[] sums = new double[2];
    long[] words = new long[2];
    try (NDManager own = base.newSubManager()) {
      Network averaged = new Network(own, average);
      for (List<Example> some : Batches.sorted(validation, settings.batchPieces())) {
        LabelledBatch input = Example.batch(some);
        try (NDManager pass = own.newSubManager()) {
          float[] scores = averaged.logProbabilities(pass, input, null).toFloatArray();
          for (int i = 0; i < input.labels().length; i++) {
            int kind = LabelledBatch.isMarked(input.labels()[i]) ? 1 : 0;
            sums[kind] -= scores[Architecture.LABELS * i + input.labels()[i]];
            words[kind]++;
          }
        }
      }
    }
    double cue = sums[0] / Math.max(1, words[0]);
    double role = sums[1] / Math.max(1, words[1]);
    double loss = settings.weighing().cueWeight() * cue + role;
    boolean better = best.offer(average, loss);
    say(
        "validation: loss a word %.4f in plain windows, %.4f in marked ones; %s (%.0f s)",
        cue, role, better ? "the best so far" : "no better", seconds() - before);
  }

  private void checkpoint() throws IOException {
    lastCheckpoint = seconds();
    new Checkpoint(
            fingerprint,
            new Checkpoint.Progress(
                epoch, batch, lastCheckpoint, pieces, examplesRead, corrected, evaluations),
            best.judged(),
            network.weights(),
            optimizer.state())
        .write(checkpointFile);
  }

  private void say(String format, Object... arguments) {
    progress.println(String.format(Locale.ROOT, format, arguments));
  }

  @Override
  public void close() {
    base.close();
  }
}
