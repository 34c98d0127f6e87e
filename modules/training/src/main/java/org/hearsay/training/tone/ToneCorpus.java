package org.hearsay.training.tone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.text.Span;
import org.hearsay.training.JsonLines;
import org.hearsay.training.TrainingException;

/**
 * Annotated mentions, one JSON object a line: {@code {"id", "text", "start", "end", "label"}}, the
 * mention's start and end in code points of the text, the label -1, 0 or 1.
 */
public record ToneCorpus(List<TonedMention> training, List<TonedMention> validation) {

  /**
   * Reads a file and keeps a part of its sentences for validation: always the same for one seed.
   *
   * @throws IOException when the file cannot be read
   * @throws TrainingException when a line of it is not an annotated mention, or there are too few
   */
  public static ToneCorpus read(Path file, double share, long seed) throws IOException {
    List<TonedMention> tones = JsonLines.read(file, ToneCorpus::tone);
    Set<String> distinct = new TreeSet<>();
    tones.forEach(tone -> distinct.add(tone.sentence()));
    List<String> sentences = new ArrayList<>(distinct);
    Collections.shuffle(sentences, new Random(seed));
    int size = Math.max(1, (int) Math.round(share * sentences.size()));
    if (sentences.size() <= size) {
      throw new TrainingException(
          file + ": " + sentences.size() + " sentences are too few, with " + size + " to validate");
    }
    Set<String> kept = new HashSet<>(sentences.subList(0, size));
    return new ToneCorpus(
        tones.stream().filter(tone -> !kept.contains(tone.sentence())).toList(),
        tones.stream().filter(tone -> kept.contains(tone.sentence())).toList());
  }

  /** Reads a line. */
  public static TonedMention tone(JsonNode line) {
    String text = JsonLines.field(line, "text").asText();
    int start = JsonLines.field(line, "start").asInt();
    int end = JsonLines.field(line, "end").asInt();
    int label = JsonLines.field(line, "label").asInt();
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("start and end are not a part of the text");
    }
    if (label < -1 || label > 1) {
      throw new IllegalArgumentException("label is -1, 0 or 1, not " + label);
    }
    Span mention = JsonLines.span(text, start, end);
    return new TonedMention(text, text, mention, label);
  }
}
