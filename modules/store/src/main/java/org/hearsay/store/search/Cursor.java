package org.hearsay.store.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a list goes on: after the row of which it has what decides the order.
 *
 * @param sort the order, by name
 * @param value what decides, as a text
 * @param id the row's id
 */
public record Cursor(String sort, String value, String id) {
  private static final char BETWEEN = '\u001f';

  /** As it stands in an address. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((sort + BETWEEN + value + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads one.
   *
   * @throws FilterException when it is none
   */
  public static Cursor parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split(String.valueOf(BETWEEN), -1);
      if (parts.length == 3) {
        return new Cursor(parts[0], parts[1], parts[2]);
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for one of another form.
    }
    throw new FilterException("cursor", "is the next of an earlier answer, as it was given");
  }
}
