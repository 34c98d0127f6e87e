package org.hearsay.web.shapes;

import java.util.List;
import java.util.Optional;

/**
 * What a route answers where nothing is wrong.
 *
 * @param status as in RFC 9110
 * @param doc what it is, for people
 * @param contentTypes of the body, the first where no other is asked for; none where there is none
 * @param shape of the body where it is JSON
 */
public record Reply(int status, String doc, List<String> contentTypes, Optional<Shape> shape) {
  /** The type of JSON. */
  public static final String JSON = "application/json";

  /** Keeps its own copy of the list. */
  public Reply {
    contentTypes = List.copyOf(contentTypes);
  }

  /** JSON of that shape. */
  public static Reply of(Shape shape) {
    return new Reply(200, shape.name(), List.of(JSON), Optional.of(shape));
  }

  /** Something else than JSON. */
  public static Reply of(String doc, String contentType) {
    return new Reply(200, doc, List.of(contentType), Optional.empty());
  }

  /** No body. */
  public static Reply nothing() {
    return new Reply(204, "Nothing", List.of(), Optional.empty());
  }

  /** The same, or CSV where that is asked for. */
  public Reply orCsv() {
    return new Reply(status, doc, List.of(JSON, "text/csv"), shape);
  }

  /** The same with another status. */
  public Reply with(int otherStatus) {
    return new Reply(otherStatus, doc, contentTypes, shape);
  }
}
