package org.hearsay.store;

/** What a statement may read beside the tables. */
enum Reach {
  /** Files, too: of whoever runs the process, and asks in it. */
  FILES,
  /** Nothing: for those who ask a process that others run, or that writes. */
  TABLES
}
