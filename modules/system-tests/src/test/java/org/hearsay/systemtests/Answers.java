package org.hearsay.systemtests;

import java.util.List;
import java.util.Map;
import org.hearsay.store.Answering;
import org.hearsay.store.RowSink;
import org.jspecify.annotations.Nullable;

/** What a store says. */
final class Answers {
  private Answers() {}

  /** The first column of the first row. */
  static long number(Answering asked, String sql) {
    long[] out = new long[1];
    asked.run(
        sql,
        Map.of(),
        new RowSink() {
          @Override
          public void headings(List<Heading> headings) {
            // One column.
          }

          @Override
          public void row(List<@Nullable Object> values) {
            out[0] = values.get(0) instanceof Number number ? number.longValue() : 0;
          }
        });
    return out[0];
  }
}
