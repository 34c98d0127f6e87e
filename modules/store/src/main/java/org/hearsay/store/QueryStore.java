package org.hearsay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.hearsay.store.AskedFunctions.Reach;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.StoreForm;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;
import org.hearsay.store.tables.View;
import org.jspecify.annotations.Nullable;

/**
 * The tables, in a file or in memory. One thread writes; queries may come from others, each through
 * {@link #session}, and see the last committed state.
 *
 * <p>Rows and the offsets of the records that they were made of are written in one transaction, so
 * that a process that is killed and started again has every row once.
 */
public final class QueryStore implements AutoCloseable {
  private static final String META = "hearsay_store";

  private static final String OFFSETS = "hearsay_offsets";

  /** So long guests may take to end, where what they take is needed. */
  private static final Duration TO_LEAVE = Duration.ofSeconds(5);

  private final DuckDBConnection connection;
  private final Tables tables;
  private final @Nullable Path replaced;
  private final Commits commits;
  private final boolean inMemory;
  private final AskedStatement asked = new AskedStatement();
  private final Guests guests = new Guests();
  private volatile @Nullable LockedDown lockedDown;

  private QueryStore(
      DuckDBConnection connection, Tables tables, @Nullable Path replaced, boolean inMemory) {
    this.connection = connection;
    this.inMemory = inMemory;
    this.tables = tables;
    this.replaced = replaced;
    this.commits = new Commits();
  }

  /**
   * Where a partition of a topic is read on.
   *
   * @param topicId the cluster's id of the topic: one that is deleted and made anew has another
   * @param topic its name
   * @param partition the partition
   */
  public record ReadPartition(String topicId, String topic, int partition) {}

  /** In memory, for as long as the process runs. */
  public static QueryStore inMemory() {
    return inMemory(Limits.standard());
  }

  /** The same with limits of one's own. */
  public static QueryStore inMemory(Limits limits) {
    DuckDBConnection connection = StoreFile.none(limits);
    QueryStore out = new QueryStore(connection, new Tables(), null, true);
    out.create();
    return out;
  }

  /**
   * In a file, which is made where there is none. One of another version's form is set aside, with
   * what it holds, and begun anew: see {@link #replaced}.
   *
   * @throws StoreException when the file is no store, cannot be written, or another process has it
   */
  public static QueryStore open(Path file, Limits limits) {
    @Nullable Path replaced = null;
    Tables tables = new Tables();
    try {
      if (Files.exists(file)) {
        Optional<String> form = formOf(file, limits);
        if (form.isPresent() && !form.get().equals(StoreForm.of(tables))) {
          replaced =
              file.resolveSibling(file.getFileName() + ".until-" + Instant.now().getEpochSecond());
          Files.move(file, replaced);
        }
      } else if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be written: " + e.getMessage(), e);
    }
    QueryStore out = new QueryStore(StoreFile.open(file, limits), tables, replaced, false);
    out.create();
    return out;
  }

  /**
   * To be read only; several processes may.
   *
   * @throws StoreException when there is no such file, or a process that writes has it
   */
  public static QueryStore read(Path file, Limits limits) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          file + ": no such store: hearsay store --file " + file + " makes it from the topics");
    }
    DuckDBConnection connection = StoreFile.read(file, limits);
    QueryStore out = new QueryStore(connection, new Tables(), null, false);
    if (out.form() == null) {
      out.close();
      throw new StoreException(file + ": is a database, but no store of Hearsay's");
    }
    try {
      out.commits.reached(out.lastCommit());
    } catch (SQLException e) {
      // One of an earlier form does not count them; its tables can still be asked.
      out.commits.reached(0);
    }
    return out;
  }

  /** Whether its tables have the form that this version writes. */
  public boolean hasCurrentForm() {
    return StoreForm.of(tables).equals(form());
  }

  /** The form of a store; none where whoever made the file was killed before the tables were. */
  private static Optional<String> formOf(Path file, Limits limits) {
    try (QueryStore store =
        new QueryStore(StoreFile.read(file, limits), new Tables(), null, false)) {
      @Nullable String form = store.form();
      if (form == null && !store.isBare()) {
        throw new StoreException(
            file + ": is a database, but no store of Hearsay's: name another file");
      }
      return Optional.ofNullable(form);
    }
  }

  private boolean isBare() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM duckdb_tables()")) {
      return rows.next() && rows.getLong(1) == 0;
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be read", e);
    }
  }

  private @Nullable String form() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT form FROM " + META)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      return null;
    }
  }

  private void create() {
    try (Statement statement = connection.createStatement()) {
      if (form() == null) {
        connection.setAutoCommit(false);
        for (Table table : tables.all()) {
          statement.execute(table.definition());
          for (String comment : table.comments()) {
            statement.execute(comment);
          }
        }
        for (View view : View.all()) {
          statement.execute(view.definition());
          for (String comment : view.comments()) {
            statement.execute(comment);
          }
        }
        statement.execute(
            "CREATE TABLE "
                + OFFSETS
                + " (topicId VARCHAR, topic VARCHAR, \"partition\" INTEGER, \"offset\" BIGINT)");
        statement.execute(
            "CREATE TABLE " + META + " (form VARCHAR, id VARCHAR, \"commit\" BIGINT)");
        statement.execute(
            "INSERT INTO " + META + " VALUES ('" + StoreForm.of(tables) + "', uuid(), 0)");
        connection.commit();
        connection.setAutoCommit(true);
      }
      statement.execute(Batch.preparation());
      commits.reached(lastCommit());
    } catch (SQLException e) {
      throw StoreException.failed("the tables cannot be made", e);
    }
  }

  /** Where an older form of the store was set aside when this was opened. */
  public Optional<Path> replaced() {
    return Optional.ofNullable(replaced);
  }

  /** Its tables. */
  public Tables tables() {
    return tables;
  }

  /** A batch for this store, empty. */
  public Batch batch() {
    return new Batch(tables);
  }

  /**
   * Writes rows, and up to where they were read, in one transaction.
   *
   * @param offsets the next offset to be read of each partition that is given
   * @throws StoreException when it cannot be written; nothing of it is, then
   */
  public void write(Batch batch, Map<ReadPartition, Long> offsets) {
    long commit = commits.last() + 1;
    Work work =
        () -> {
          batch.write(connection, commit);
          remember(offsets);
          try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE " + META + " SET \"commit\" = " + commit);
          }
        };
    try {
      transaction(work);
    } catch (StoreException e) {
      if (!e.isOutOfMemory() || !guests.sendAway(TO_LEAVE)) {
        throw e;
      }
      transaction(work);
    }
    commits.reached(commit);
  }

  private long lastCommit() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT \"commit\" FROM " + META)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** How far it is written; one may wait for what comes next. */
  public Commits commits() {
    return commits;
  }

  /** What tells this store, and what it was read anew into, from others. */
  public String id() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM " + META)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be read", e);
    }
  }

  /**
   * Makes what finds single rows fast. Where many are written first, make it after them: it costs a
   * third of the time of writing.
   */
  public void index() {
    transaction(
        () -> {
          try (Statement statement = connection.createStatement()) {
            for (Table table : tables.all()) {
              for (String index : table.indexes()) {
                statement.execute(index);
              }
            }
          }
        });
  }

  /** Deletes the rows of records that are older, by the time of the record. */
  public void forgetBefore(Instant cutoff) {
    transaction(
        () -> {
          for (Table table : tables.all()) {
            try (PreparedStatement statement =
                connection.prepareStatement(
                    "DELETE FROM " + table.name() + " WHERE recordedAt < ?")) {
              statement.setObject(1, LocalDateTime.ofInstant(cutoff, ZoneOffset.UTC));
              statement.executeUpdate();
            }
          }
        });
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private void transaction(Work work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be written", e);
    }
  }

  private void remember(Map<ReadPartition, Long> offsets) throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM " + OFFSETS + " WHERE topicId = ? AND \"partition\" = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO " + OFFSETS + " VALUES (?, ?, ?, ?)")) {
      for (Map.Entry<ReadPartition, Long> entry : offsets.entrySet()) {
        ReadPartition source = entry.getKey();
        delete.setString(1, source.topicId());
        delete.setInt(2, source.partition());
        delete.executeUpdate();
        insert.setString(1, source.topicId());
        insert.setString(2, source.topic());
        insert.setInt(3, source.partition());
        insert.setLong(4, entry.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** Up to where each partition was read: the next offset. */
  public Map<ReadPartition, Long> offsets() {
    Map<ReadPartition, Long> out = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + OFFSETS)) {
      while (rows.next()) {
        out.put(
            new ReadPartition(rows.getString(1), rows.getString(2), rows.getInt(3)),
            rows.getLong(4));
      }
      return out;
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be read", e);
    }
  }

  /** A session that asks, and may read files, too; several may at once. Close it. */
  public QuerySession session() {
    return session(Reach.FILES, session -> {});
  }

  /**
   * The same for those who have no part in this process: it reads the tables and nothing else, and
   * is ended where the store needs the memory to be written.
   */
  public QuerySession guest() {
    QuerySession out = session(Reach.TABLES, guests::left);
    guests.entered(out);
    return out;
  }

  /**
   * Takes from the tables' engine what guests could misuse, whatever they find to ask, until this
   * is closed: it reads and writes no files but its own, loads nothing, and takes no other
   * settings. {@link QuerySession#writeParquet} still works.
   */
  public synchronized void lockDown() {
    if (lockedDown == null) {
      lockedDown = LockedDown.of(connection, inMemory);
    }
  }

  private QuerySession session(Reach reach, Consumer<QuerySession> left) {
    try {
      DuckDBConnection reading = connection.duplicate();
      // It has what the writer's has at the moment: none while a transaction is open.
      reading.setAutoCommit(true);
      return new QuerySession(reading, asked, reach, Optional.ofNullable(lockedDown), left);
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be asked", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreException.failed("the store cannot be closed", e);
    } finally {
      @Nullable LockedDown made = lockedDown;
      if (made != null) {
        made.close();
      }
    }
  }
}
