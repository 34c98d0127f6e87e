package org.hearsay.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cannot be answered, as RFC 9457 has it: what is wrong, and what to do. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final @Nullable String parameter;
  private final int line;
  private final int column;

  private Problem(int status, String title, String detail, @Nullable String parameter) {
    this(status, title, detail, parameter, 0, 0);
  }

  private Problem(
      int status, String title, String detail, @Nullable String parameter, int line, int column) {
    super(detail);
    this.status = status;
    this.title = title;
    this.parameter = parameter;
    this.line = line;
    this.column = column;
  }

  /** With a status as in RFC 9110, what is wrong, and what to do. */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, null);
  }

  /** Of a parameter; the detail goes on from its name. */
  public static Problem parameter(String name, String detail) {
    return new Problem(400, "A parameter is wrong", name + " " + detail, name);
  }

  /**
   * Of a statement.
   *
   * @param line where it is wrong, from 1; 0 where that is not known
   * @param column the same
   */
  public static Problem statement(String detail, int line, int column) {
    return new Problem(400, "The statement is wrong", detail, null, line, column);
  }

  /** Nothing has that id. */
  public static Problem unknown(String what, String id) {
    return of(
        404,
        "There is no such " + what,
        "No "
            + what
            + " has the id "
            + id
            + ": it may have been read anew under another, or be"
            + " older than what is kept.");
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** What it is about, where it is one parameter. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** As it is answered. */
  public Answer answer() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", String.valueOf(getMessage()));
    if (parameter != null) {
      body.put("parameter", parameter);
    }
    if (line > 0) {
      body.put("line", line);
    }
    if (column > 0) {
      body.put("column", column);
    }
    return new Answer(status, "application/problem+json", Json.bytes(body), Map.of());
  }
}
