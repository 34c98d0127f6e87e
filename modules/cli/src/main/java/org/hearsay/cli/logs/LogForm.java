package org.hearsay.cli.logs;

/** How a line of the log is written. */
public enum LogForm {
  /** Level and message, for who waits at a terminal. */
  PLAIN,
  /** Time, level, stage, thread, message, record: for who looks for one among many. */
  TEXT,
  /** The same as a JSON object a line. */
  JSON
}
