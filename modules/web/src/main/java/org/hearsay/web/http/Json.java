package org.hearsay.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Objects as JSON, and back. */
public final class Json {
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();
  private static final ObjectReader READER = JsonMapper.builder().build().reader();

  private Json() {}

  /** Maps, lists, texts, numbers and truths as JSON in UTF-8. */
  public static Bytes bytes(Object value) {
    try {
      return Bytes.of(WRITER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("only what JSON has is answered", e);
    }
  }

  /** The same as a text. */
  public static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("only what JSON has is answered", e);
    }
  }

  /**
   * Reads what was sent.
   *
   * @throws Problem when it is no JSON
   */
  public static JsonNode read(Bytes body) {
    try {
      return READER.readTree(body.array());
    } catch (IOException e) {
      throw Problem.of(400, "The body is no JSON", "Send an object such as {\"sql\": \"…\"}.");
    }
  }
}
