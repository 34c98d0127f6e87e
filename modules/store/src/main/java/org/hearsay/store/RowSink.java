package org.hearsay.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a query answers, row by row. */
@FunctionalInterface
public interface RowSink {
  /** A column of the answer: its name, and its type in SQL. */
  record Heading(String name, String type) {}

  /** Comes first, once. Who knows the columns, or does not look at them, need not take it. */
  default void headings(List<Heading> headings) {}

  /**
   * A row.
   *
   * @param values texts, numbers, booleans, {@link java.time.LocalDateTime} in UTC, {@link
   *     java.time.LocalDate}, lists and maps of such, or null
   */
  void row(List<@Nullable Object> values);
}
