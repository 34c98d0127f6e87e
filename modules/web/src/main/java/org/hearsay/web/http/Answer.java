package org.hearsay.web.http;

import java.util.Map;

/**
 * What is answered.
 *
 * @param status as in RFC 9110
 * @param contentType of the body
 * @param body its bytes
 * @param headers what else is said, by name
 */
public record Answer(int status, String contentType, Bytes body, Map<String, String> headers) {
  /** Keeps its own copy of the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An object as JSON. */
  public static Answer json(Object value) {
    return new Answer(200, "application/json", Json.bytes(value), Map.of());
  }

  /** The same with another status and something else that is said. */
  public static Answer json(int status, Object value, Map<String, String> headers) {
    return new Answer(status, "application/json", Json.bytes(value), headers);
  }

  /** A text. */
  public static Answer text(String contentType, String text) {
    return new Answer(200, contentType + "; charset=utf-8", Bytes.of(text), Map.of());
  }

  /** The same, to be kept as a file. */
  public Answer asFile(String name) {
    return new Answer(
        status,
        contentType,
        body,
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
  }

  /** The same with its body by gzip. */
  Answer zipped() {
    return new Answer(status, contentType, body.zipped(), headers);
  }
}
