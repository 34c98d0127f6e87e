package org.hearsay.store.search;

import java.util.List;

/** How the links of claims' chains are searched. */
public final class Chains {
  /** All of them. */
  public static final Listing LISTING =
      new Listing(
          "chains",
          "One link of a claim's chain: from the outlet over those who passed it on to who spoke.",
          "l.*, c.outletId, c.outletName, c.title, c.url, c.voice, c.datedAt",
          "chain_links l JOIN claims c ON c.id = l.claimId",
          "(l.claimId || '.' || l.position)",
          List.of(
              Filter.key("claim", "The claim's id.", "l.claimId IN ({})"),
              Filter.key("article", "The article's id.", "l.articleId IN ({})"),
              Filter.outlet("outlet", "Who publishes the article", "c.outletId", "c.outletName"),
              Filter.key("key", "Who that is: the link's key.", "l.\"key\" IN ({})"),
              Filter.word(
                  "role",
                  "l.role",
                  "What place it has.",
                  "PUBLISHER",
                  "ORIGIN",
                  "RELAY",
                  "SPEAKER"),
              Filter.word(
                  "evidenceKind",
                  "l.evidenceKind",
                  "What shows it.",
                  "HOST",
                  "SITE_METADATA",
                  "TITLE",
                  "PAGE_WORDS",
                  "NOTICE",
                  "CANONICAL_LINK",
                  "MATCHING_TEXT",
                  "CUE"),
              Filter.word(
                  "confirmation",
                  "l.confirmation",
                  "Of a declared origin whether its text was found.",
                  "CONFIRMED",
                  "CONTRADICTED"),
              Filter.word(
                      "voice",
                      "c.voice",
                      "Whose text the claim stands in: the article's, or a reader's comment.",
                      "OUTLET",
                      "READER")
                  .unlessGiven("OUTLET"),
              Filter.share(
                  "minConfidence", "How sure it has to be, 0..1.", "l.confidence >= {}::DOUBLE"),
              Filter.text("q", "Words that all stand in what shows it.", "l.evidence"),
              Filter.time("from", "No earlier than.", "c.datedAt >= {}::TIMESTAMP"),
              Filter.time("to", "Earlier than.", "c.datedAt < {}::TIMESTAMP")),
          List.of(
              new Sort("newest", "c.datedAt", "TIMESTAMP", true),
              new Sort("oldest", "c.datedAt", "TIMESTAMP", false),
              new Sort("confidence", "l.confidence", "DOUBLE", true)));

  private Chains() {}
}
