package org.hearsay.training.tagger;

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
 * @param progress how far it was
 * @param best what was the best so far
 * @param weights the weights in training
 * @param optimizer the optimizer's state
 */
record Checkpoint(
    String fingerprint,
    Progress progress,
    Best.Judged best,
    Weights weights,
    Optimizer.State optimizer) {

  /**
   * How far a training is.
   *
   * @param epoch the epoch that is under way
   * @param batch how many of its batches are done
   * @param seconds how long training took so far
   * @param pieces how many pieces were read
   * @param examples how many examples were read, mistaken cues not counted
   * @param corrections how many mistaken cues were trained on
   * @param evaluations how often it was judged
   */
  record Progress(
      int epoch,
      int batch,
      double seconds,
      long pieces,
      long examples,
      long corrections,
      int evaluations) {
    private void write(DataOutputStream out) throws IOException {
      out.writeInt(epoch);
      out.writeInt(batch);
      out.writeDouble(seconds);
      out.writeLong(pieces);
      out.writeLong(examples);
      out.writeLong(corrections);
      out.writeInt(evaluations);
    }

    private static Progress read(DataInputStream in) throws IOException {
      return new Progress(
          in.readInt(),
          in.readInt(),
          in.readDouble(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readInt());
    }
  }

  /** Writes it, whole or not at all. */
  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      out.writeUTF(fingerprint);
      progress.write(out);
      out.writeInt(best.worse());
      out.writeDouble(best.loss());
      best.weights().write(out);
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
      Progress progress = Progress.read(in);
      int worse = in.readInt();
      double loss = in.readDouble();
      return new Checkpoint(
          other,
          progress,
          new Best.Judged(Weights.read(architecture, in), loss, worse),
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
