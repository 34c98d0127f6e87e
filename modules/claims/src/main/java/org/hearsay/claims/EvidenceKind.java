package org.hearsay.claims;

/** What shows a link of an attribution chain. */
public enum EvidenceKind {
  /** The host of the page's address. */
  HOST,
  /** What the page says of its site. Records may have it; Hearsay writes none. */
  SITE_METADATA,
  /** Who the page says its publisher is. */
  PAGE_WORDS,
  /** Words that tell where the article came from, or markup that does. */
  NOTICE,
  /** A canonical link to another host. */
  CANONICAL_LINK,
  /** Another article with the same text. */
  MATCHING_TEXT,
  /** The words that attribute the claim. */
  CUE,
  /** The article's title. Records may have it; Hearsay writes none. */
  TITLE
}
