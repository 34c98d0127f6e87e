package org.hearsay.store.tables;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What rows are called by, and questions can be asked with: kinds of the view known_names. */
public enum NameKind {
  /** An outlet that publishes. */
  OUTLET(
      "SELECT outletId AS id, outletName AS name FROM articles UNION SELECT id, name FROM outlets"),
  /** What is mentioned. */
  ENTITY("SELECT entityId AS id, name FROM mentions UNION SELECT id, name FROM entities"),
  /** Who says something. */
  SPEAKER(
      "SELECT speakerId AS id, speakerName AS name FROM claims WHERE speakerName IS NOT NULL"
          + " UNION SELECT id, name FROM entities"),
  /** Who passes something on. */
  RELAY(
      "SELECT id, name FROM chain_links"
          + " WHERE role = 'RELAY' OR (role = 'SPEAKER' AND type = 'OUTLET')"
          + " UNION SELECT id, name FROM outlets"),
  /** A claim of several articles: its cluster's id and its content. */
  CLAIM("SELECT id, content AS name FROM claim_clusters"),
  /** An article, by its title. */
  ARTICLE("SELECT id, title AS name FROM articles"),
  /** A word for who owns an outlet. */
  OWNER("SELECT owner AS id, owner AS name FROM outlets WHERE owner IS NOT NULL"),
  /** A word for what a link of a chain is. */
  TYPE("SELECT type AS id, type AS name FROM chain_links WHERE type IS NOT NULL"),
  /** A word for how a term frames. */
  CATEGORY("SELECT category AS id, category AS name FROM framing_terms"),
  /** A word for what a copy changed. */
  CHANGE("SELECT what AS id, what AS name FROM (" + Change.words() + ")");

  private final String rows;

  NameKind(String rows) {
    this.rows = rows;
  }

  /** Whether they are words of a column, of which a part says nothing. */
  public boolean isWord() {
    return this == OWNER || this == TYPE || this == CATEGORY || this == CHANGE;
  }

  /** The query of all of them. */
  static String all() {
    return Arrays.stream(values())
        .map(
            kind ->
                "SELECT DISTINCT '%s' AS kind, id, name FROM (%s)"
                    .formatted(kind.name(), kind.rows))
        .collect(Collectors.joining("\nUNION ALL "));
  }
}
