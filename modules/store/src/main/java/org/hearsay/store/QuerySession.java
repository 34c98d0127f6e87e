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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBStruct;
import org.hearsay.store.AskedFunctions.Reach;
import org.jspecify.annotations.Nullable;

/** Asks a store. One thread asks; any may cancel. */
public final class QuerySession implements Answering {
  private static final String BEGIN = "BEGIN TRANSACTION READ ONLY";

  /**
   * How much of an answer is given.
   *
   * @param rows so many rows at most
   * @param bytes so many bytes at most, of all values as texts
   */
  public record Size(int rows, long bytes) {}

  /** The table in which an answer is kept for a moment. */
  static final String ANSWER = "hearsay_answer";

  /** How many bytes a kept row has as a text. */
  private static final String BYTES = "strlen(" + ANSWER + "::VARCHAR)";

  private final DuckDBConnection connection;
  private final AskedStatement asked;
  private final Reach reach;
  private final Optional<LockedDown> lockedDown;
  private final Consumer<QuerySession> left;
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
  private volatile @Nullable String cancelled;

  /** Whether it is in a transaction from one statement to the next. */
  private boolean held;

  /**
   * Over a connection of its own.
   *
   * @param lockedDown where files are written first; none where they may be written anywhere
   * @param left is told when it is closed
   */
  QuerySession(
      DuckDBConnection connection,
      AskedStatement asked,
      Reach reach,
      Optional<LockedDown> lockedDown,
      Consumer<QuerySession> left) {
    this.connection = connection;
    this.asked = asked;
    this.reach = reach;
    this.lockedDown = lockedDown;
    this.left = left;
  }

  @Override
  public long run(String sql, Map<String, @Nullable String> parameters, RowSink sink) {
    return reading(sql, () -> answer(sql, parameters, sink));
  }

  /**
   * Looks at a statement, and does not run it: on empty tables it tells what is wrong before they
   * are filled.
   *
   * @param sql as {@link #run} takes it, with its parameters
   * @throws StoreException when the statement is wrong, with what is wrong
   */
  public void check(String sql, Map<String, @Nullable String> parameters) {
    reading(
        sql,
        () -> {
          NamedParameters named = NamedParameters.of(sql);
          asked.require(connection, named.sql(), reach);
          named.values(parameters);
          connection.prepareStatement(named.sql()).close();
          return 0;
        });
  }

  /** What is done while nothing can be written. */
  @FunctionalInterface
  private interface Reading {
    long run() throws SQLException;
  }

  /** From here on all that it asks is of one state of the store, until it is closed. */
  public void hold() {
    try {
      execute(BEGIN);
      held = true;
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be read", e);
    }
  }

  private long reading(String sql, Reading work) {
    try {
      if (!held) {
        execute(BEGIN);
      }
      try {
        return work.run();
      } finally {
        running.set(null);
        if (!held) {
          execute("ROLLBACK");
        }
      }
    } catch (StatementException e) {
      // What the parser found, it found in the statement with numbers.
      throw StatementException.of(String.valueOf(e.getMessage()), sql, e.getCause());
    } catch (SQLException e) {
      @Nullable String why = cancelled;
      throw why == null
          ? StatementException.of(StoreException.reason(e), sql, e)
          : new StoreException(StoreException.Why.ENDED, "", why, e);
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

  /**
   * Runs a statement of somebody who is not trusted: what it answers is counted and measured before
   * any of it is handed on.
   *
   * @param most how much is handed on
   * @return whether there is more
   * @throws StoreException when the statement is wrong, or was cancelled
   */
  public boolean runWithin(
      String sql, Map<String, @Nullable String> parameters, Size most, RowSink sink) {
    return reading(sql, () -> within(sql, parameters, most, sink)) > 0;
  }

  private long within(String sql, Map<String, @Nullable String> parameters, Size most, RowSink sink)
      throws SQLException {
    NamedParameters named = NamedParameters.of(sql);
    if (asked.require(connection, named.sql(), reach) == AskedStatement.Form.EXPLAIN) {
      answer(sql, parameters, sink);
      return 0;
    }
    List<@Nullable String> values = named.values(parameters);
    // What is wrong is told of the statement as it was written, not of the one that it stands in.
    connection.prepareStatement(named.sql()).close();
    String bounded =
        "FROM (\n"
            + NamedParameters.withoutSemicolons(named.sql())
            + "\n) LIMIT "
            + (most.rows() + 1);
    asked.require(connection, bounded, reach);
    keep(bounded, values);
    long rows = number("SELECT count(*) FROM " + ANSWER);
    long fitting = Math.min(rows, most.rows());
    if (number("SELECT coalesce(sum(" + BYTES + "), 0) FROM " + ANSWER) > most.bytes()) {
      fitting =
          Math.min(
              fitting,
              number(
                  "SELECT count(*) FROM (SELECT sum("
                      + BYTES
                      + ") OVER (ORDER BY rowid) AS so_far FROM "
                      + ANSWER
                      + ") WHERE so_far <= "
                      + most.bytes()));
      if (fitting == 0) {
        throw new StoreException(
            "the first row alone has more than %,d bytes: ask for fewer columns, or a part of them"
                .formatted(most.bytes()));
      }
    }
    try (Statement statement = connection.createStatement()) {
      begin(statement);
      try (ResultSet answer =
          statement.executeQuery("FROM " + ANSWER + " ORDER BY rowid LIMIT " + fitting)) {
        hand(answer, sink);
      }
    }
    return rows - fitting;
  }

  /** Keeps an answer for a moment. */
  private void keep(String sql, List<@Nullable String> values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(StatementException.KEEPING + sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      begin(statement);
      statement.execute();
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      begin(statement);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  @Override
  public long writeParquet(String sql, Map<String, @Nullable String> parameters, Path out) {
    return reading(sql, () -> copy(sql, parameters, out));
  }

  private long copy(String sql, Map<String, @Nullable String> parameters, Path out)
      throws SQLException {
    NamedParameters named = NamedParameters.of(sql);
    asked.require(connection, named.sql(), reach);
    List<@Nullable String> values = named.values(parameters);
    // COPY takes no parameters.
    keep(named.sql(), values);
    Path written = lockedDown.map(LockedDown::fresh).orElse(out);
    try (Statement copy = connection.createStatement()) {
      begin(copy);
      copy.execute(
          "COPY "
              + ANSWER
              + " TO '"
              + written.toString().replace("'", "''")
              + "' (FORMAT parquet)");
    }
    if (!written.equals(out)) {
      LockedDown.move(written, out);
    }
    return number("SELECT count(*) FROM " + ANSWER);
  }

  private void begin(Statement statement) {
    running.set(statement);
    @Nullable String why = cancelled;
    if (why != null) {
      throw new StoreException(StoreException.Why.ENDED, "", why, null);
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
    cancel("cancelled");
  }

  /** The same, for a reason that is told to whoever asked. */
  void cancel(String why) {
    cancelled = why;
    @Nullable Statement statement = running.get();
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw StoreException.failed("the query cannot be cancelled", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreException.failed("the session cannot be closed", e);
    } finally {
      left.accept(this);
    }
  }
}
