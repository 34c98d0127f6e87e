package org.hearsay.framing;

/** Whose words a span is. */
public enum Voice {
  /** The outlet's own. */
  OUTLET,
  /** In quotation marks: a claim's, or so long that it is somebody's words even without one. */
  QUOTED,
  /** Inside a claim's content, retold without quotation marks. */
  REPORTED,
  /** A reader's. */
  READER
}
