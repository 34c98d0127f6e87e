package org.hearsay.store.search;

import java.util.List;

/** How claims are searched. */
public final class Claims {
  /** When a claim was published, else recorded. */
  public static final String AT = "c.datedAt";

  /** How sure a claim is. */
  public static final String CONFIDENCE = "c.confidence";

  private static final String TABLE = "claims c";
  private static final String OUTLET_KEY = "coalesce(c.outletId, c.outletName)";
  private static final String NO_SPEAKER = "c.speakerKey IS NULL";

  /**
   * The ids of the claims of others whose content names one of these, whom the catalogue does not
   * know: {@code {}} stands for their keys. A mention says in whose content, or source, it stands;
   * whoever speaks of himself is found by speaking.
   */
  private static final String NAMING =
      "SELECT m.claimId FROM mentions m JOIN claims x ON x.id = m.claimId WHERE m.clusterId IN ({})"
          + " AND x.speakerKey IS DISTINCT FROM m.clusterId AND len(list_filter(x.content, lambda"
          + " s: s.\"start\" <= m.\"start\" AND m.\"end\" <= s.\"end\")) > 0";

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
              Filter.outlet("outlet", "Who publishes", "c.outletId", "c.outletName"),
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
                      "What its content names: a catalogue id; name: and the folded name of what the"
                          + " catalogue does not know, in the words of others.",
                      "list_contains(c.about, {1})")
                  .orNamed("c.id IN (" + NAMING + ")"),
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
              Filter.share(
                  "minConfidence", "How sure it has to be, 0..1.", "c.confidence >= {}::DOUBLE"),
              Filter.share(
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

  /** The order in which they came here, the last first, whenever they were published. */
  public static final Sort ARRIVAL = new Sort("arrival", "c.firstCommit", "BIGINT", true);

  /** What their contents name; values are ids of catalogued things. */
  public static final Facet ENTITIES =
      new Facet(
          "entity",
          "SELECT x.id AS \"value\", coalesce(e.name, x.id) AS name FROM (SELECT unnest(c.about)"
              + " AS id FROM claims c WHERE {}) x LEFT JOIN entities e ON e.id = x.id");

  /** What they can be counted by. */
  public static final List<Facet> FACETS =
      List.of(
          Facet.of("speaker", "c.speakerKey", "c.speakerName", TABLE),
          new Facet(
              "relay",
              "SELECT l.claimId, l.\"key\" AS \"value\", any_value(l.name) AS name FROM chain_links l"
                  + " WHERE l.role = 'RELAY' AND l.claimId IN (SELECT c.id FROM claims c WHERE {})"
                  + " GROUP BY 1, 2"),
          Facet.of("outlet", OUTLET_KEY, "c.outletName", TABLE),
          ENTITIES,
          Facet.of("form", "c.form", TABLE),
          Facet.of("cueKind", "c.cueKind", TABLE),
          Facet.of("cueMode", "c.cueMode", TABLE),
          Facet.of("stance", "c.stance", TABLE),
          Facet.of("speakerKind", "c.speakerKind", TABLE),
          Facet.of("voice", "c.voice", TABLE));

  /** How many claims, outlets, articles and speakers there are. */
  public static final String SUMS =
      "count(*) AS total, count(DISTINCT "
          + OUTLET_KEY
          + ") AS outlets, count(DISTINCT c.articleId) AS articles, count(DISTINCT c.speakerKey)"
          + " AS speakers";

  /** From when to when they are, and how many of them say no time. */
  public static final String SPAN =
      "min(c.datedAt) AS first, max(c.datedAt) AS last, count(*) FILTER (WHERE c.publishedAt IS"
          + " NULL) AS undated";

  private Claims() {}

  /**
   * The facet of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Facet facet(String name) {
    return FACETS.stream()
        .filter(facet -> facet.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no facet " + name));
  }

  /** The links of the claims' chains, in order; a value for each id. */
  public static Statement chains(List<String> claimIds) {
    Conditions ids = new Conditions("p");
    String in = String.join(", ", claimIds.stream().map(ids::value).toList());
    return new Statement(
        "SELECT * FROM chain_links WHERE claimId IN (%s) ORDER BY claimId, position".formatted(in),
        ids.values());
  }

  /** The bodies of articles, that claims stand in. */
  public static Statement bodies(List<String> articleIds) {
    return of("SELECT id AS articleId, body AS text FROM articles WHERE id IN (%s)", articleIds);
  }

  /**
   * The ids of the claims of others whose content names one of these, whom the catalogue does not
   * know.
   */
  public static Statement naming(List<String> keys) {
    return of("SELECT DISTINCT claimId FROM (" + NAMING.replace("{}", "%s") + ")", keys);
  }

  /** What catalogued things are called. */
  public static Statement names(List<String> entityIds) {
    return of("SELECT id, name FROM entities WHERE id IN (%s)", entityIds);
  }

  /** The texts of the comments under articles, that claims stand in. */
  public static Statement comments(List<String> articleIds) {
    return of(
        "SELECT articleId, position AS comment, text FROM comments WHERE articleId IN (%s)",
        articleIds);
  }

  /** A statement with values in place of {@code %s}. */
  public static Statement of(String sql, List<String> ids) {
    Conditions values = new Conditions("p");
    return new Statement(
        sql.formatted(String.join(", ", ids.stream().map(values::value).toList())),
        values.values());
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
        ORDER BY r.claimId, k.articles DESC, r.clusterId\
        """
            .formatted(in),
        ids.values());
  }
}
