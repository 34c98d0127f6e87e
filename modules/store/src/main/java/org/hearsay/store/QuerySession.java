package org.hearsay.store;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Asks a store. One thread asks; any may cancel. */
public final class QuerySession implements Answering {
  private static final String ANSWER = "hearsay_answer";

  private final DuckDBConnection connection;
  private final AskedStatement asked;
  private final Reach reach;
  private final AtomicReference<@Nullable PreparedStatement> running = new AtomicReference<>();
  private volatile boolean cancelled;

  QuerySession(DuckDBConnection connection, AskedStatement asked, Reach reach) {
    this.connection = connection;
    this.asked = asked;
    this.reach = reach;
  }

  @Override
  public long run(String sql, Map<String, @Nullable String> parameters, RowSink sink) {
    return reading(() -> answer(sql, parameters, sink));
  }

  /** What is done while nothing can be written. */
  @FunctionalInterface
  private interface Reading {
    long run() throws SQLException;
  }

  private long reading(Reading work) {
    try {
      execute("BEGIN TRANSACTION READ ONLY");
      try {
        return work.run();
      } finally {
        running.set(null);
        execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw new StoreException(Errors.first(String.valueOf(e.getMessage())), e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long answer(String sql, Map<String, @Nullable String> parameters, RowSink sink)
      throws SQLException {
    NamedParameters named = NamedParameters.of(sql);
    asked.require(connection, named.sql(), reach);
    List<@Nullable String> values = named.values(parameters);
    try (PreparedStatement statement = connection.prepareStatement(named.sql())) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      begin(statement);
      if (!statement.execute()) {
        return 0;
      }
      try (ResultSet rows = statement.getResultSet()) {
        return hand(rows, sink);
      }
    }
  }

  @Override
  public long writeParquet(String sql, Map<String, @Nullable String> parameters, Path out) {
    return reading(() -> copy(sql, parameters, out));
  }

  private long copy(String sql, Map<String, @Nullable String> parameters, Path out)
      throws SQLException {
    NamedParameters named = NamedParameters.of(sql);
    asked.require(connection, named.sql(), reach);
    List<@Nullable String> values = named.values(parameters);
    // COPY takes no parameters: what they give is kept for a moment.
    String kept = "CREATE OR REPLACE TEMP TABLE " + ANSWER + " AS " + named.sql();
    try (PreparedStatement statement = connection.prepareStatement(kept);
        Statement copy = connection.createStatement()) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      begin(statement);
      statement.execute();
      copy.execute(
          "COPY " + ANSWER + " TO '" + out.toString().replace("'", "''") + "' (FORMAT parquet)");
      try (ResultSet rows = copy.executeQuery("SELECT count(*) FROM " + ANSWER)) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private void begin(PreparedStatement statement) {
    running.set(statement);
    if (cancelled) {
      throw new StoreException("cancelled");
    }
  }

  private static long hand(ResultSet rows, RowSink sink) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<RowSink.Heading> headings = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      headings.add(new RowSink.Heading(meta.getColumnName(i), meta.getColumnTypeName(i)));
    }
    sink.headings(headings);
    long count = 0;
    while (rows.next()) {
      List<@Nullable Object> values = new ArrayList<>(headings.size());
      for (int i = 1; i <= headings.size(); i++) {
        values.add(
            headings.get(i - 1).type().equals("TIMESTAMP")
                ? rows.getObject(i, LocalDateTime.class)
                : plain(rows.getObject(i)));
      }
      sink.row(values);
      count++;
    }
    return count;
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime();
    }
    if (value instanceof Array array) {
      List<@Nullable Object> out = new ArrayList<>();
      for (Object item : Arrays.asList((Object[]) array.getArray())) {
        out.add(plain(item));
      }
      return out;
    }
    if (value instanceof DuckDBStruct struct) {
      return plain(struct.getMap());
    }
    if (value instanceof Struct struct) {
      return plain(Arrays.asList(struct.getAttributes()));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
      }
      return out;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> out = new ArrayList<>();
      for (Object item : list) {
        out.add(plain(item));
      }
      return out;
    }
    return value;
  }

  /** Ends what runs, if anything does, and the session: it fails then. */
  public void cancel() {
    cancelled = true;
    @Nullable PreparedStatement statement = running.get();
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw Errors.of("the query cannot be cancelled", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Errors.of("the session cannot be closed", e);
    }
  }
}
