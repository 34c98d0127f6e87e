package org.hearsay.store.tables;

import java.util.List;

/**
 * What is made of the tables for those who ask: a view, or a function.
 *
 * @param name as it is called in SQL
 * @param doc what it is, for people
 * @param definition the statement that makes it
 */
public record View(String name, String doc, String definition) {
  /** Every one. */
  public static List<View> all() {
    return List.of(
        new View(
            "is_called",
            "is_called(id, name, wanted): whether something is what is wanted: by its id, or a part"
                + " of its name, accents and case apart; true where nothing is wanted.",
            """
            CREATE MACRO is_called(id, name, wanted) AS
              wanted IS NULL OR wanted = '' OR id = wanted
              OR contains(lower(strip_accents(coalesce(name, ''))), lower(strip_accents(wanted)))
            """),
        new View(
            "claim_entities",
            "What a claim is about: one row for each catalogued thing that its content names. claimId,"
                + " articleId, entityId, name, type.",
            """
            CREATE VIEW claim_entities AS
              SELECT c.id AS claimId, c.articleId, c.entityId, e.name, e.type
              FROM (SELECT id, articleId, unnest(about) AS entityId FROM claims) c
              LEFT JOIN entities e ON e.id = c.entityId
            """));
  }
}
