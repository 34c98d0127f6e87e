package org.hearsay.cli.ask;

import java.util.List;
import org.hearsay.store.RowSink;
import org.jspecify.annotations.Nullable;

/** Keeps the headings back until there is a row: an empty answer may be a refusal. */
final class LateHeadings implements RowSink {
  private final RowSink to;
  private @Nullable List<Heading> kept;

  LateHeadings(RowSink to) {
    this.to = to;
  }

  @Override
  public void headings(List<Heading> headings) {
    kept = List.copyOf(headings);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    hand();
    to.row(values);
  }

  /** Hands on the headings, if that is not done. */
  void hand() {
    @Nullable List<Heading> headings = kept;
    if (headings != null) {
      to.headings(headings);
      kept = null;
    }
  }
}
