package org.hearsay.store.search;

import java.util.List;

/** How edges between articles, and what several articles have, are searched. */
public final class Copies {
  /** Edges: which article was copied from which. */
  public static final Listing EDGES =
      new Listing(
          "lineage",
          "One article copied from another.",
          "e.*",
          "lineage e",
          "e.id",
          List.of(
              Filter.key("id", "The edge's id.", "e.id IN ({})"),
              Filter.key(
                  "article",
                  "An article's id, of the copy or of the origin.",
                  "(e.articleId IN ({}) OR e.originId IN ({}))"),
              Filter.outlet("outlet", "Who publishes the copy", "e.outletId", "e.outletName"),
              Filter.outlet(
                  "origin", "Who publishes the origin", "e.originOutletId", "e.originOutletName"),
              Filter.word(
                  "kind",
                  "e.kind",
                  "How much was taken over.",
                  "WHOLE",
                  "ABRIDGED",
                  "EXTENDED",
                  "PASSAGES"),
              Filter.word(
                  "direction",
                  "e.direction",
                  "What says which is the copy.",
                  "DECLARED",
                  "PUBLISHED",
                  "FIRST_SEEN",
                  "THROUGH_OTHERS",
                  "UNDECIDED"),
              Filter.time("from", "No earlier than.", "e.datedAt >= {}::TIMESTAMP"),
              Filter.time("to", "Earlier than.", "e.datedAt < {}::TIMESTAMP"),
              Filter.text(
                  "q",
                  "Words that all stand in a title.",
                  "concat_ws(' ', e.title, e.originTitle)")),
          List.of(
              new Sort("newest", "e.datedAt", "TIMESTAMP", true),
              new Sort("oldest", "e.datedAt", "TIMESTAMP", false),
              new Sort("most", "e.containment", "DOUBLE", true)));

  /** Claims that several articles have. */
  public static final Listing CLUSTERS =
      new Listing(
          "clusters",
          "One claim across articles and outlets.",
          "k.*",
          "claim_clusters k",
          "k.id",
          List.of(
              Filter.key("id", "The cluster's id.", "k.id IN ({})"),
              Filter.key("speaker", "Who says it: a catalogue id.", "k.speakerId IN ({})"),
              Filter.key(
                  "entity",
                  "What its content names: a catalogue id.",
                  "k.id IN (SELECT r.clusterId FROM cluster_reports r JOIN claims c ON c.id ="
                      + " r.claimId WHERE list_has_any(c.about, [{}]))"),
              Filter.key(
                  "outlet",
                  "Who has it: a catalogue id, else a name.",
                  "k.id IN (SELECT clusterId FROM cluster_reports WHERE coalesce(outletId,"
                      + " outletName) IN ({}))"),
              Filter.text("q", "Words that all stand in its content.", "k.content"),
              Filter.number(
                  "minOutlets", "In how many outlets at least.", "k.outlets >= {}::DOUBLE"),
              Filter.number(
                  "maxIndependent",
                  "In how many independent reports at most.",
                  "k.independent <= {}::DOUBLE"),
              new Filter(
                  "contradiction",
                  "In what its reports disagree.",
                  Filter.Kind.WORD,
                  List.of("CUE", "SOURCE", "MODE"),
                  "list_has_any(k.contradictions, [{}])",
                  null,
                  null,
                  null),
              Filter.time("from", "First reported no earlier than.", "k.firstAt >= {}::TIMESTAMP"),
              Filter.time("to", "First reported earlier than.", "k.firstAt < {}::TIMESTAMP")),
          List.of(
              new Sort("newest", "k.firstAt", "TIMESTAMP", true),
              new Sort("outlets", "k.outlets", "INTEGER", true),
              new Sort("reports", "k.\"count\"", "INTEGER", true)));

  private Copies() {}

  /** The reports of a cluster, in order. */
  public static Statement reports(String clusterId) {
    return Claims.of(
        "SELECT * FROM cluster_reports WHERE clusterId IN (%s) ORDER BY position",
        List.of(clusterId));
  }

  /** What articles are called, and when they were published. */
  public static Statement headings(List<String> articleIds) {
    return Claims.of(
        "SELECT id AS articleId, title, publishedAt, publishedPrecision, datedAt FROM articles WHERE"
            + " id IN (%s)",
        articleIds);
  }

  /** How claims are attributed. */
  public static Statement cues(List<String> claimIds) {
    return Claims.of(
        "SELECT id AS claimId, cueLemma, cueText, speakerText, speakerName, speakerKey,"
            + " speakerKind, confidence FROM claims WHERE id IN (%s)",
        claimIds);
  }

  /** What claims are about, and how many of them; the most frequent first. */
  public static Statement about(List<String> claimIds) {
    return Claims.of(
        """
        SELECT x.entityId, coalesce(any_value(e.name), x.entityId) AS name, count(*) AS reports
        FROM (SELECT unnest(about) AS entityId FROM claims WHERE id IN (%s)) x
        LEFT JOIN entities e ON e.id = x.entityId
        GROUP BY x.entityId
        ORDER BY reports DESC, x.entityId""",
        claimIds);
  }

  /** The edges among articles. */
  public static Statement among(List<String> articleIds) {
    Conditions values = new Conditions("p");
    String in = String.join(", ", articleIds.stream().map(values::value).toList());
    return new Statement(
        "SELECT * FROM lineage WHERE articleId IN (%s) AND originId IN (%s) ORDER BY datedAt, id"
            .formatted(in, in),
        values.values());
  }
}
