package org.hearsay.analysis;

/** Whose words a span is. */
public enum Voice {
  /** The outlet's own. */
  OUTLET,
  /** Inside a claim's quotation marks. */
  QUOTED,
  /** Inside an indirect claim's content. */
  REPORTED,
  /** A reader's. */
  READER
}
