package org.hearsay.cli.output;

/** How results are shown. */
public enum Format {
  /** One JSON object a line. */
  json,
  /** One row a result, for people. */
  table
}
