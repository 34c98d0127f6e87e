package org.hearsay.store.search;

import java.util.List;

/** How claims are searched. */
public final class Claims {
  /** When a claim was published, else recorded. */
  public static final String AT = "c.datedAt";

  private static final String TABLE = "claims c";
  private static final String OUTLET_KEY = "coalesce(c.outletId, c.outletName)";
  private static final String NO_SPEAKER = "c.speakerKey IS NULL";

  /** All of them. */
  public static final Listing LISTING =
      new Listing(
          "claims",
          "One claim: who said what, in which article, through whom.",
          "c.*",
          TABLE,
          "c.id",
          List.of(
              Filter.key("id", "The claim's id.", "c.id IN ({})"),
              Filter.key(
                  "outlet",
                  "Who publishes: the catalogue id, else the name.",
                  OUTLET_KEY + " IN ({})"),
              Filter.key("speaker", "Who says it: speakerKey.", "c.speakerKey IN ({})")
                  .orNone(NO_SPEAKER),
              Filter.key(
                      "relay",
                      "Who passed it on: the key of a RELAY of its chain.",
                      "c.id IN (SELECT claimId FROM chain_links WHERE role = 'RELAY' AND \"key\" IN"
                          + " ({}))")
                  .orNone("c.viaName IS NULL"),
              Filter.key(
                  "origin",
                  "Whose article it stands in before it was copied: the key of an ORIGIN.",
                  "c.id IN (SELECT claimId FROM chain_links WHERE role = 'ORIGIN' AND \"key\" IN"
                      + " ({}))"),
              Filter.key(
                  "entity",
                  "What its content names: a catalogue id.",
                  "list_has_any(c.about, [{}])"),
              Filter.word("form", "c.form", "How much is quoted.", "DIRECT", "MIXED", "INDIRECT"),
              Filter.word(
                  "cueKind",
                  "c.cueKind",
                  "What kind of act the cue words.",
                  "SPEECH",
                  "WRITING",
                  "BELIEF",
                  "KNOWLEDGE",
                  "INTENTION",
                  "DECREE",
                  "OTHER"),
              Filter.word(
                  "cueMode",
                  "c.cueMode",
                  "Whether the text says that the act took place.",
                  "ASSERTED",
                  "MODAL",
                  "NEGATED",
                  "DENIED"),
              Filter.word(
                  "stance",
                  "c.stance",
                  "What the cue lets a reader think.",
                  "NEUTRAL",
                  "DOUBTING",
                  "VOUCHING"),
              Filter.word(
                      "speakerKind",
                      "c.speakerKind",
                      "How the text calls the speaker.",
                      "NAMED",
                      "DESCRIBED",
                      "ANONYMOUS",
                      "PRONOUN")
                  .orNone(NO_SPEAKER),
              Filter.word(
                      "voice",
                      "c.voice",
                      "Whose text it stands in: the article's, or a reader's comment.",
                      "OUTLET",
                      "READER")
                  .unlessGiven("OUTLET"),
              Filter.number(
                  "minConfidence", "How sure it has to be, 0..1.", "c.confidence >= {}::DOUBLE"),
              Filter.number(
                  "minCheckWorthiness",
                  "How much worth checking it has to be, 0..1.",
                  "c.checkWorthiness >= {}::DOUBLE"),
              Filter.time("from", "No earlier than.", "c.datedAt >= {}::TIMESTAMP"),
              Filter.time("to", "Earlier than.", "c.datedAt < {}::TIMESTAMP"),
              Filter.text("q", "Words that all stand in its content.", "c.contentText"),
              Filter.key("article", "The article's id.", "c.articleId IN ({})"),
              Filter.key(
                  "cluster",
                  "The id of a cluster that it is in.",
                  "c.id IN (SELECT claimId FROM cluster_reports WHERE clusterId IN ({}))"),
              Filter.number(
                  "independent",
                  "In at most so many independent reports.",
                  "c.id NOT IN (SELECT r.claimId FROM cluster_reports r JOIN claim_clusters k ON"
                      + " k.id = r.clusterId WHERE k.independent > {}::DOUBLE)")),
          List.of(
              new Sort("newest", AT, "TIMESTAMP", true),
              new Sort("oldest", AT, "TIMESTAMP", false),
              new Sort("confidence", "c.confidence", "DOUBLE", true),
              new Sort("checkworthy", "coalesce(c.checkWorthiness, -1)", "DOUBLE", true)));

  /** What they can be counted by. */
  public static final List<Facet> FACETS =
      List.of(
          new Facet("speaker", "c.speakerKey", "c.speakerName", TABLE),
          new Facet(
              "relay",
              "l.\"key\"",
              "l.name",
              "claims c JOIN chain_links l ON l.claimId = c.id AND l.role = 'RELAY'",
              "count(DISTINCT c.id)"),
          new Facet("outlet", OUTLET_KEY, "coalesce(c.outletName, c.outletId)", TABLE),
          new Facet(
              "entity",
              "c.entityId",
              "coalesce(e.name, c.entityId)",
              "(SELECT *, unnest(about) AS entityId FROM claims) c LEFT JOIN entities e ON e.id ="
                  + " c.entityId"),
          new Facet("form", "c.form", "c.form", TABLE),
          new Facet("cueKind", "c.cueKind", "c.cueKind", TABLE),
          new Facet("cueMode", "c.cueMode", "c.cueMode", TABLE),
          new Facet("stance", "c.stance", "c.stance", TABLE),
          new Facet("speakerKind", "c.speakerKind", "c.speakerKind", TABLE),
          new Facet("voice", "c.voice", "c.voice", TABLE));

  /** How many claims, outlets, articles and speakers there are. */
  public static final String SUMS =
      "count(*) AS total, count(DISTINCT "
          + OUTLET_KEY
          + ") AS outlets, count(DISTINCT c.articleId) AS articles, count(DISTINCT c.speakerKey)"
          + " AS speakers";

  private Claims() {}

  /** The links of the claims' chains, in order; a value for each id. */
  public static Statement chains(List<String> claimIds) {
    Conditions ids = new Conditions("p");
    String in = String.join(", ", claimIds.stream().map(ids::value).toList());
    return new Statement(
        "SELECT * FROM chain_links WHERE claimId IN (%s) ORDER BY claimId, position".formatted(in),
        ids.values());
  }

  /** The texts that claims stand in: the bodies of articles, and the comments under them. */
  public static Statement texts(List<String> articleIds) {
    Conditions ids = new Conditions("p");
    String in = String.join(", ", articleIds.stream().map(ids::value).toList());
    return new Statement(
        """
        SELECT id AS articleId, NULL AS comment, body AS text FROM articles WHERE id IN (%s)
        UNION ALL
        SELECT articleId, position AS comment, text FROM comments WHERE articleId IN (%s)"""
            .formatted(in, in),
        ids.values());
  }

  /** Where their sentences begin and end. */
  public static Statement sentences(List<String> articleIds) {
    Conditions ids = new Conditions("p");
    String in = String.join(", ", articleIds.stream().map(ids::value).toList());
    return new Statement(
        """
        SELECT articleId, comment, "start", "end" FROM framing_sentences
        WHERE articleId IN (%s)
        ORDER BY articleId, comment, "start", position"""
            .formatted(in),
        ids.values());
  }

  /** The clusters of claims, with what is counted of them. */
  public static Statement clusters(List<String> claimIds) {
    Conditions ids = new Conditions("p");
    String in = String.join(", ", claimIds.stream().map(ids::value).toList());
    return new Statement(
        """
        SELECT r.claimId, r.clusterId, k.independent, k.articles, k.outlets, r.originClaimId
        FROM cluster_reports r JOIN claim_clusters k ON k.id = r.clusterId
        WHERE r.claimId IN (%s)
        ORDER BY r.claimId, k.articles DESC, r.clusterId"""
            .formatted(in),
        ids.values());
  }
}
