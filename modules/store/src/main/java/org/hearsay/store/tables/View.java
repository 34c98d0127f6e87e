package org.hearsay.store.tables;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is made of the tables for those who ask: a view, or a function.
 *
 * @param name as it is called in SQL
 * @param doc what it is, for people
 * @param definition the statement that makes it
 * @param columns what each column holds, for people, by name; none of a function
 */
public record View(String name, String doc, String definition, Map<String, String> columns) {
  /** Keeps its own copy of the columns. */
  public View {
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** The statements that put the docs into the database. */
  public List<String> comments() {
    return columns.entrySet().stream()
        .map(
            column ->
                "COMMENT ON COLUMN "
                    + name
                    + "."
                    + Column.quoted(column.getKey())
                    + " IS "
                    + Table.text(column.getValue()))
        .toList();
  }

  /** Every one. */
  public static List<View> all() {
    return List.of(isCalled(), claimEntities(), knownNames(), claimOrigins(), changes());
  }

  private static View isCalled() {
    return new View(
        "is_called",
        "is_called(id, name, wanted): whether something is what is wanted: by its id, or a part"
            + " of its name that begins where a word does, accents and case apart; true where"
            + " nothing is wanted.",
        // Cheaper tests first: most names do not hold it at all, and most that do begin with it.
        """
        CREATE MACRO is_called(id, name, wanted) AS
          wanted IS NULL OR wanted = '' OR id = wanted
          OR CASE
            WHEN NOT contains(lower(strip_accents(coalesce(name, ''))),
              lower(strip_accents(wanted))) THEN false
            WHEN starts_with(lower(strip_accents(name)), lower(strip_accents(wanted)))
              OR contains(lower(strip_accents(name)), ' ' || lower(strip_accents(wanted)))
              THEN true
            ELSE regexp_matches(lower(strip_accents(name)),
              '(^|[^\\p{L}\\p{M}\\p{N}])' || regexp_escape(lower(strip_accents(wanted))))
          END
        """,
        Map.of());
  }

  private static View claimEntities() {
    return new View(
        "claim_entities",
        "What a claim is about: one row for each catalogued thing that its content names.",
        """
        CREATE VIEW claim_entities AS
          SELECT c.id AS claimId, c.articleId, c.entityId, e.name, e.type
          FROM (SELECT id, articleId, unnest(about) AS entityId FROM claims) c
          LEFT JOIN entities e ON e.id = c.entityId
        """,
        Map.of(
            "claimId", "The claim.",
            "articleId", "The article that it stands in.",
            "entityId", "The catalogue id of what its content names.",
            "name", "Its name.",
            "type", "As in Mention."));
  }

  private static View knownNames() {
    return new View(
        "known_names",
        "What rows are called by: one row for each name that a question can be asked with.",
        "CREATE VIEW known_names AS " + NameKind.all(),
        Map.of(
            "kind",
                "OUTLET, ENTITY (what is mentioned), SPEAKER, RELAY (who passes something on),"
                    + " CLAIM (of several articles), ARTICLE, and the words of a column: OWNER"
                    + " of outlets, TYPE of links, CATEGORY of terms, CHANGE of copies.",
            "id", "Its catalogue id; of a claim its cluster's id.",
            "name", "Its name; of a claim its content, of an article its title."));
  }

  private static View changes() {
    return new View(
        "changes",
        "What a copy has otherwise than its original: one row for each change.",
        "CREATE VIEW changes AS " + Change.all(),
        Map.of(
            "lineageId", "The pair of articles.",
            "articleId", "The copy, as in Republication.",
            "originId", "The original.",
            "what",
                "TITLE: another headline; DEK: another line below it; WORDS: other words inside of"
                    + " text that both have; DROPPED: a paragraph of the original that the copy"
                    + " leaves out, or sentences, or the rest of one, in a paragraph that both"
                    + " have; ADDED: what the original does not have, likewise.",
            "part", "The place of what in this order, from 0.",
            "original", "The original's words; null where it has none.",
            "copy", "The copy's words; null where it has none.",
            "position", "Its place among the changes of this kind, from 0."));
  }

  private static View claimOrigins() {
    return new View(
        "claim_origins",
        "Where a claim belongs: one row for each claim of an article, with its cluster and the"
            + " claim that it copies. A claim of nobody by name may be in several clusters: it"
            + " has a row in each.",
        """
        CREATE VIEW claim_origins AS
          SELECT c.id AS claimId, c.articleId, r.clusterId,
            coalesce(k.independent, 1) AS independent, coalesce(k.articles, 1) AS articles,
            coalesce(k.outlets, 1) AS outlets,
            CASE WHEN r.clusterId IS NULL THEN o.id ELSE r.originClaimId END AS originClaimId
          FROM claims c
          LEFT JOIN cluster_reports r ON r.claimId = c.id
          LEFT JOIN claim_clusters k ON k.id = r.clusterId
          LEFT JOIN (
            SELECT c.id AS claimId, arg_max(o.id, (l.containment, o.id)) AS id
            FROM lineage l
            JOIN claims c ON c.articleId = l.articleId AND c.voice = 'OUTLET'
            JOIN claims o ON o.articleId = l.originId AND o.voice = 'OUTLET'
              AND regexp_replace(lower(o.contentText), '[^\\p{L}\\p{N}]+', ' ', 'g').trim()
                = regexp_replace(lower(c.contentText), '[^\\p{L}\\p{N}]+', ' ', 'g').trim()
            WHERE l.direction <> 'UNDECIDED'
            GROUP BY c.id) o ON o.claimId = c.id
          WHERE c.voice = 'OUTLET'
        """,
        Map.of(
            "claimId", "The claim.",
            "articleId", "The article that it stands in.",
            "clusterId", "Its cluster; null where no other article has it.",
            "independent", "How many independent sources it has, as in ClaimCluster; 1 alone.",
            "articles", "How many articles have it.",
            "outlets", "How many outlets have it.",
            "originClaimId",
                "The claim that this one was copied from, as in ClusterReport; of a claim in no"
                    + " cluster that of the same words, whatever marks are between them, in the article that its own copies."));
  }
}
