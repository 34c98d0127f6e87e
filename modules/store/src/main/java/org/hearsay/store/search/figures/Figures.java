package org.hearsay.store.search.figures;

import java.util.Map;
import org.hearsay.store.search.Statement;

/** What is counted of the whole store. */
public final class Figures {
  /** How much there is, and from when to when its articles are. */
  public static final Statement WHOLE =
      new Statement(
          """
          SELECT (SELECT count(*) FROM claims WHERE voice = 'OUTLET') AS claims,
            count(*) AS articles, count(DISTINCT coalesce(outletId, outletName)) AS outlets,
            min(datedAt) AS first, max(datedAt) AS last
          FROM articles""",
          Map.of());

  /** Every column of the tables and views: table_name, column_name, data_type and comment. */
  public static final Statement COLUMNS =
      new Statement(
          """
          SELECT table_name, column_name, data_type, comment
          FROM duckdb_columns()
          WHERE NOT internal
          ORDER BY table_name, column_index""",
          Map.of());

  private Figures() {}
}
