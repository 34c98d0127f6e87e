package org.hearsay.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hearsay.text.Span;

/** Files of one JSON object a line. */
public final class JsonLines {
  private JsonLines() {}

  /**
   * Reads a file; blank lines are left out.
   *
   * @param file the file
   * @param read what to make of a line; an IllegalArgumentException says what is wrong with it
   * @throws IOException when the file cannot be read
   * @throws TrainingException when the file is missing, or a line of it, which is named, is wrong
   */
  public static <T> List<T> read(Path file, Function<JsonNode, T> read) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<T> all = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            all.add(read.apply(json.readTree(line)));
          } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new TrainingException(file + ", line " + number + ": " + e.getMessage(), e);
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw new TrainingException(file + " is not there: name the folder that holds it", e);
    }
    return all;
  }

  /**
   * A field that must be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static JsonNode field(JsonNode node, String name) {
    JsonNode field = node.get(name);
    if (field == null) {
      throw new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
    return field;
  }

  /**
   * A part of a text that is given in code points, in UTF-16 code units.
   *
   * @throws IllegalArgumentException when it is not within the text
   */
  public static Span span(String text, int start, int end) {
    try {
      return new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("outside the text: [" + start + "," + end + "]", e);
    }
  }
}
