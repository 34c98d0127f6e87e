package org.hearsay.store.tables;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a copy has otherwise than its original: the column {@code what} of the view changes. */
public enum Change {
  /** Another headline. */
  TITLE(
      0,
      "l.originTitle AS original, l.title AS copy, 0 AS position FROM lineage l"
          + " WHERE l.title IS DISTINCT FROM l.originTitle"),
  /** Another line below the headline. */
  DEK(
      1,
      "l.originDek AS original, l.dek AS copy, 0 AS position FROM lineage l"
          + " WHERE l.dek IS DISTINCT FROM l.originDek"),
  /** Other words inside of text that both have. */
  WORDS(
      2,
      "r.originText AS original, r.text AS copy, r.position FROM lineage l"
          + " JOIN replacements r ON r.lineageId = l.id"),
  /** A paragraph of the original that the copy leaves out, or a part of one that it has. */
  DROPPED(
      3,
      "unnest(l.droppedTexts) AS original, NULL AS copy,"
          + " generate_subscripts(l.droppedTexts, 1) - 1 AS position FROM lineage l"),
  /** A paragraph that the original does not have, or a part of one that it has. */
  ADDED(
      4,
      "NULL AS original, unnest(l.addedTexts) AS copy,"
          + " generate_subscripts(l.addedTexts, 1) - 1 AS position FROM lineage l");

  private final int part;
  private final String rest;

  Change(int part, String rest) {
    this.part = part;
    this.rest = rest;
  }

  private String rows() {
    return "SELECT l.id AS lineageId, l.articleId, l.originId, '%s' AS what, %d AS part, %s"
        .formatted(name(), part, rest);
  }

  /** The query of all changes. */
  static String all() {
    return Arrays.stream(values()).map(Change::rows).collect(Collectors.joining("\nUNION ALL "));
  }

  /** The query of the words for them. */
  static String words() {
    return Arrays.stream(values())
        .map(change -> "SELECT '%s' AS what".formatted(change.name()))
        .collect(Collectors.joining(" UNION ALL "));
  }
}
