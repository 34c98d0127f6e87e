package org.hearsay.records.topics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages, in the order of the stream: each a Kafka Streams application of its own. */
public enum Stage {
  /** Pages to articles and readers' comments. */
  READ,
  /** Articles to mentions, claims and framing. */
  ANNOTATE,
  /** Articles to the copies among them, claims to chains completed by them. */
  TRACE,
  /** All of it to profiles and to claims that several articles report. */
  PROFILE;

  /** The name as it is typed, and the end of the stage's application id: {@code read}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage with that label. */
  public static Optional<Stage> labelled(String label) {
    return Stream.of(values()).filter(stage -> stage.label().equals(label)).findFirst();
  }

  /** Every label, in the order of the stream. */
  public static List<String> labels() {
    return Stream.of(values()).map(Stage::label).toList();
  }
}
