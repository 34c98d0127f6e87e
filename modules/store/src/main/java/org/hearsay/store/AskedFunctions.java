package org.hearsay.store;

import java.util.Locale;
import java.util.Set;

/** Which functions, and which tables of DuckDB's own, a statement may use. */
final class AskedFunctions {
  /** What a statement may read beside the tables. */
  enum Reach {
    /** Files, too: of whoever runs the process, and asks in it. */
    FILES,
    /** Nothing: for those who ask a process that others run, or that writes. */
    TABLES
  }

  /**
   * Functions that give rows. Those that are not here may write, as {@code enable_logging} and
   * {@code checkpoint} do, or run a text as a statement, as {@code query} does.
   */
  private static final Set<String> OF_TABLES =
      Set.of(
          "range",
          "generate_series",
          "unnest",
          "repeat",
          "json_each",
          "json_tree",
          "duckdb_columns",
          "duckdb_constraints",
          "duckdb_functions",
          "duckdb_indexes",
          "duckdb_keywords",
          "duckdb_schemas",
          "duckdb_tables",
          "duckdb_types",
          "duckdb_views",
          "pragma_table_info",
          "pragma_version");

  /** Those beside that read files, or tell of the process. */
  private static final Set<String> OF_FILES =
      Set.of(
          "glob",
          "sniff_csv",
          "histogram",
          "histogram_values",
          "query_table",
          "duckdb_databases",
          "duckdb_extensions",
          "duckdb_memory",
          "duckdb_settings",
          "duckdb_temporary_files",
          "pragma_collations",
          "pragma_database_size",
          "pragma_metadata_info",
          "pragma_platform",
          "pragma_show",
          "pragma_storage_info",
          "pg_timezone_names",
          "icu_calendar_names");

  /**
   * Functions of values that write, wait, plan a text as a statement, or tell of the process; and
   * those that make a value as large as a number says, or take time or memory by the square of what
   * they are given: neither counts against the memory that DuckDB may use, nor can be ended.
   */
  private static final Set<String> NOT_FOR_GUESTS =
      Set.of(
          "range",
          "generate_series",
          "repeat",
          "lpad",
          "rpad",
          "printf",
          "format",
          "bitstring",
          "list_resize",
          "array_resize",
          "equi_width_bins",
          "levenshtein",
          "editdist3",
          "damerau_levenshtein",
          "current_setting",
          "getenv",
          "getvariable",
          "json_execute_serialized_sql",
          "json_serialize_plan",
          "pg_sleep",
          "sleep_ms",
          "write_log");

  /** Views of DuckDB's own that a statement may read as if they were tables. */
  private static final Set<String> VIEWS =
      Set.of(
          "duckdb_columns",
          "duckdb_constraints",
          "duckdb_indexes",
          "duckdb_schemas",
          "duckdb_tables",
          "duckdb_types",
          "duckdb_views",
          "sqlite_master");

  private static final Set<String> SCHEMAS = Set.of("", "main", "information_schema");

  private AskedFunctions() {}

  /** Whether a function may stand where a table does. */
  static boolean gives(String function, Reach reach) {
    String name = lower(function);
    return OF_TABLES.contains(name) || (reach == Reach.FILES && readsFiles(name));
  }

  /** Whether a function is one of those that are asked only in a process of one's own. */
  static boolean readsFiles(String function) {
    String name = lower(function);
    return OF_FILES.contains(name) || name.startsWith("read_") || name.startsWith("parquet_");
  }

  /** Whether a function may stand where a value does. */
  static boolean computes(String function, Reach reach) {
    return reach == Reach.FILES || !NOT_FOR_GUESTS.contains(lower(function));
  }

  /** Whether something may be read that is called so: a table, a view, or a file by its name. */
  static boolean reads(String catalog, String schema, String table, Reach reach) {
    if (reach == Reach.FILES) {
      return true;
    }
    String name = lower(table);
    boolean own =
        name.startsWith("duckdb_")
            || name.startsWith("pragma_")
            || name.startsWith("pg_")
            || name.startsWith("sqlite_")
            || name.startsWith("hearsay_");
    return catalog.isEmpty()
        && SCHEMAS.contains(lower(schema))
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == ' ')
        && (!own || VIEWS.contains(name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
