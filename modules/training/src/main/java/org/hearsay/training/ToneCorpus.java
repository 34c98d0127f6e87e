package org.hearsay.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.text.Span;

/**
 * Annotated mentions, one JSON object a line: {@code {"id", "text", "start", "end", "label"}}, the
 * mention's start and end in code points of the text, the label -1, 0 or 1.
 */
record ToneCorpus(List<Tone> training, List<Tone> validation) {

  /**
   * Reads a file and keeps a part of its sentences for validation: always the same for one seed.
   *
   * @throws IOException when the file cannot be read
   * @throws TrainingException when a line of it is not an annotated mention, or there are too few
   */
  static ToneCorpus read(Path file, double share, long seed) throws IOException {
    List<Tone> tones = tones(file);
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

  private static List<Tone> tones(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Tone> tones = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            tones.add(tone(json.readTree(line)));
          } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new TrainingException(file + ", line " + number + ": " + e.getMessage(), e);
          }
        }
      }
    }
    return tones;
  }

  private static Tone tone(JsonNode line) {
    for (String field : List.of("text", "start", "end", "label")) {
      if (!line.has(field)) {
        throw new IllegalArgumentException("no field " + field);
      }
    }
    String text = line.get("text").asText();
    int start = line.get("start").asInt();
    int end = line.get("end").asInt();
    int label = line.get("label").asInt();
    if (start < 0 || end <= start || end > text.codePointCount(0, text.length())) {
      throw new IllegalArgumentException("start and end are not a part of the text");
    }
    if (label < -1 || label > 1) {
      throw new IllegalArgumentException("label is -1, 0 or 1, not " + label);
    }
    Span mention = new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    return new Tone(text, text, mention, label);
  }
}
