package org.hearsay.store.search;

import java.util.List;

/** How articles, their comments and mentions are searched. */
public final class Articles {
  /** A list is of many: their texts are asked for one by one. */
  private static final String SUMMARY = "a.* EXCLUDE (body, paragraphs)";

  /** Articles, without their texts. */
  public static final Listing LISTING =
      new Listing(
          "articles",
          "One article, without its text.",
          SUMMARY,
          "articles a",
          "a.id",
          List.of(
              Filter.key("id", "The article's id.", "a.id IN ({})"),
              Filter.outlet("outlet", "Who publishes", "a.outletId", "a.outletName"),
              Filter.key(
                      "entity",
                      "What it names: a catalogue id; name: and the folded name of what the catalogue"
                          + " does not know.",
                      "a.id IN (SELECT articleId FROM mentions WHERE entityId IN ({}) AND comment IS"
                          + " NULL)")
                  .orNamed(
                      "a.id IN (SELECT articleId FROM mentions WHERE clusterId IN ({}) AND comment"
                          + " IS NULL)"),
              Filter.key("pageUrl", "The address of the page.", "a.pageUrl IN ({})"),
              Filter.time("from", "No earlier than.", "a.datedAt >= {}::TIMESTAMP"),
              Filter.time("to", "Earlier than.", "a.datedAt < {}::TIMESTAMP"),
              Filter.text(
                  "q",
                  "Words that all stand in it.",
                  "concat_ws(' ', a.title, a.dek, a.byline, a.body)"),
              Filter.flag(
                  "partial",
                  "Whether it could not be read to its end.",
                  "len(a.partial) > 0 OR a.id IN (SELECT articleId FROM annotations WHERE"
                      + " len(partial) > 0)")),
          List.of(
              new Sort("newest", "a.datedAt", "TIMESTAMP", true),
              new Sort("oldest", "a.datedAt", "TIMESTAMP", false)));

  /** Readers' comments. */
  public static final Listing COMMENTS =
      new Listing(
          "comments",
          "One reader's comment.",
          "m.* REPLACE (coalesce(a.title, m.title) AS title, coalesce(a.url, m.url) AS url,"
              + " coalesce(a.outletName, m.outletName) AS outletName)",
          "comments m LEFT JOIN articles a ON a.id = m.articleId",
          "(m.articleId || '#' || m.position)",
          List.of(
              Filter.key("article", "The article's id.", "m.articleId IN ({})"),
              Filter.key("outlet", "Who publishes the article.", "m.outletId IN ({})"),
              Filter.text("q", "Words that all stand in it.", "m.text")),
          List.of(
              new Sort("newest", "coalesce(m.postedAt, m.recordedAt)", "TIMESTAMP", true),
              new Sort("oldest", "coalesce(m.postedAt, m.recordedAt)", "TIMESTAMP", false)));

  /** Where entities are named. */
  public static final Listing MENTIONS =
      new Listing(
          "mentions",
          "One place where an entity is named.",
          "m.*, a.title, a.url, a.outletName, a.datedAt",
          "mentions m JOIN articles a ON a.id = m.articleId",
          "m.id",
          List.of(
              Filter.key(
                      "entity",
                      "What is named: a catalogue id; name: and the folded name of what the catalogue"
                          + " does not know.",
                      "m.entityId IN ({})")
                  .orNamed("m.clusterId IN ({})"),
              Filter.outlet("outlet", "Who publishes", "a.outletId", "a.outletName"),
              Filter.key("article", "The article's id.", "m.articleId IN ({})"),
              Filter.word(
                  "voice",
                  "m.voice",
                  "Whose words it is part of.",
                  "OUTLET",
                  "QUOTED",
                  "REPORTED",
                  "READER"),
              Filter.time("from", "No earlier than.", "a.datedAt >= {}::TIMESTAMP"),
              Filter.time("to", "Earlier than.", "a.datedAt < {}::TIMESTAMP"),
              Filter.tone("minTone", "At least, -1..1.", "m.tone >= {}::DOUBLE"),
              Filter.tone("maxTone", "At most, -1..1.", "m.tone <= {}::DOUBLE"),
              Filter.text("q", "Words that all stand in the sentence.", "m.sentence")),
          List.of(
              new Sort("newest", "a.datedAt", "TIMESTAMP", true),
              new Sort("oldest", "a.datedAt", "TIMESTAMP", false),
              new Sort("worst", "coalesce(m.tone, 2)", "DOUBLE", false),
              new Sort("best", "coalesce(m.tone, -2)", "DOUBLE", true)));

  private Articles() {}

  /** How many claims articles have, of their own voice; a row for each that has any. */
  public static Statement claims(List<String> articleIds) {
    return Claims.of(
        "SELECT articleId, count(*) AS claims FROM claims WHERE articleId IN (%s) AND voice ="
            + " 'OUTLET' GROUP BY articleId",
        articleIds);
  }

  /** How biased articles are worded. */
  public static Statement biases(List<String> articleIds) {
    return Claims.of(
        "SELECT articleId, bias FROM framing WHERE articleId IN (%s) AND comment IS NULL",
        articleIds);
  }
}
