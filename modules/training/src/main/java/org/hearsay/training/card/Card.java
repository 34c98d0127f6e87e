package org.hearsay.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.hearsay.training.models.StartWeights;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Weights;
import org.hearsay.training.tagger.Settings;

/** A card's text as it grows, in Markdown. */
final class Card {
  private final StringBuilder text = new StringBuilder();

  Card(String title) {
    text.append("# ").append(title).append("\n\n");
  }

  /** A line, its arguments put in as {@link String#format} does. */
  Card line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    return this;
  }

  /** Lines as they are. */
  Card lines(String whole) {
    text.append(whole);
    return this;
  }

  /** The head of the table of what the model is made of. */
  Card table() {
    return line("| | |").line("|---|---|");
  }

  /** A table of what the training said of itself. */
  Card table(Map<String, String> facts) {
    table();
    facts.forEach((name, fact) -> line("| %s | %s |", name, fact));
    return this;
  }

  /** The row that names the encoder that a model was trained from. */
  Card base(Weights weights) {
    Architecture architecture = weights.architecture();
    return line(
        "| base | %s: %d layers, %d wide; Apache-2.0 |",
        StartWeights.Start.STUDENT.title(), architecture.layers(), architecture.hidden());
  }

  /** The option for a training's longest time, where it had one. */
  static String minutes(Settings settings) {
    double minutes = settings.length().minutes();
    return Double.isInfinite(minutes) ? "" : " --minutes " + minutes;
  }

  /** Writes the card; a file of this name is replaced. */
  void write(Path file) throws IOException {
    Files.writeString(file, text);
  }
}
