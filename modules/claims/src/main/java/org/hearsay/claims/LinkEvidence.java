package org.hearsay.claims;

/** What shows a link of an attribution chain. */
public enum LinkEvidence {
  /** The host that the page was fetched from. */
  HOST,
  /** The page's own words for its outlet. */
  PAGE_WORDS,
  /** A notice in the page: "Originally published on …". */
  NOTICE,
  /** A canonical link to another host. */
  CANONICAL_LINK,
  /** The words of a claim's sentence. */
  CUE
}
