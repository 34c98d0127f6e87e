package org.hearsay.systemtests;

import java.util.Map;
import org.hearsay.store.Answering;

/** What a store says. */
final class Answers {
  private Answers() {}

  /** The first column of the first row. */
  static long number(Answering asked, String sql) {
    long[] out = new long[1];
    asked.run(
        sql,
        Map.of(),
        row -> out[0] = row.get(0) instanceof Number number ? number.longValue() : 0);
    return out[0];
  }
}
