package org.hearsay.entities.catalogue;

import java.util.Map;

/**
 * An entry and where it stands.
 *
 * @param value the entry
 * @param where its file and line
 * @param lines where those of its names stand that are on other lines
 */
public record Located<T>(T value, String where, Map<String, String> lines) {
  /** An entry whose names stand where it does. */
  public Located(T value, String where) {
    this(value, where, Map.of());
  }

  /** Where one of its names stands. */
  public String where(String name) {
    return lines.getOrDefault(name, where);
  }
}
