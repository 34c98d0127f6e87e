package org.hearsay.training.trainer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hearsay.training.TrainingException;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Optimizer;
import org.hearsay.training.network.Weights;

/**
 * Everything that an interrupted training needs to go on as if it had not been.
 *
 * @param fingerprint says which training it is of: another's is refused
 * @param epoch the epoch that was under way
 * @param batch how many of its batches were done
 * @param seconds how long training took so far
 * @param pieces how many pieces were read
 * @param examples how many examples were read, mistaken cues not counted
 * @param corrections how many mistaken cues were trained on
 * @param evaluations how often it was judged
 * @param worse how many judgements in a row brought nothing better
 * @param bestLoss the best judgement
 * @param best the weights that it was of
 * @param weights the weights in training
 * @param optimizer the optimizer's state
 */
record Checkpoint(
    String fingerprint,
    int epoch,
    int batch,
    double seconds,
    long pieces,
    long examples,
    long corrections,
    int evaluations,
    int worse,
    double bestLoss,
    Weights best,
    Weights weights,
    Optimizer.State optimizer) {

  /** Writes it, whole or not at all. */
  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      out.writeUTF(fingerprint);
      out.writeInt(epoch);
      out.writeInt(batch);
      out.writeDouble(seconds);
      out.writeLong(pieces);
      out.writeLong(examples);
      out.writeLong(corrections);
      out.writeInt(evaluations);
      out.writeInt(worse);
      out.writeDouble(bestLoss);
      best.write(out);
      weights.write(out);
      out.writeLong(optimizer.steps());
      out.writeDouble(optimizer.usualNorm());
      optimizer.mean().write(out);
      optimizer.variance().write(out);
      optimizer.average().write(out);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads one.
   *
   * @throws TrainingException when it is of another training
   */
  static Checkpoint read(Path file, Architecture architecture, String fingerprint)
      throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      String other = in.readUTF();
      if (!other.equals(fingerprint)) {
        throw new TrainingException(
            file
                + " is of a training with other data or options: delete it, give another --out, or"
                + " repeat them; it was "
                + other
                + ", this is "
                + fingerprint);
      }
      return new Checkpoint(
          other,
          in.readInt(),
          in.readInt(),
          in.readDouble(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readInt(),
          in.readInt(),
          in.readDouble(),
          Weights.read(architecture, in),
          Weights.read(architecture, in),
          new Optimizer.State(
              in.readLong(),
              in.readDouble(),
              Weights.read(architecture, in),
              Weights.read(architecture, in),
              Weights.read(architecture, in)));
    }
  }
}
