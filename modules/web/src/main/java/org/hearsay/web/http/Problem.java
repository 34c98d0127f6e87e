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

  private Problem(int status, String title, String detail, @Nullable String parameter) {
    super(detail);
    this.status = status;
    this.title = title;
    this.parameter = parameter;
  }

  /** With a status as in RFC 9110, what is wrong, and what to do. */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, null);
  }

  /** Of a parameter; the detail goes on from its name. */
  public static Problem parameter(String name, String detail) {
    return new Problem(400, "A parameter is wrong", name + " " + detail, name);
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
    return new Answer(status, "application/problem+json", Json.bytes(body), Map.of());
  }
}
