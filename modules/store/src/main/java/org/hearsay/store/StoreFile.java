package org.hearsay.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Connects to the file of a store, with the settings that a store wants of DuckDB. */
final class StoreFile {
  /** What DuckDB says when it cannot take in the log of a process that was killed. */
  private static final String UNREAD_LOG = "replaying WAL";

  private StoreFile() {}

  /** To no file: what is written is in memory, and gone with the connection. */
  static DuckDBConnection none(Limits limits) {
    return connect("", limits, false, "in memory");
  }

  /**
   * To read and write; made where there is none.
   *
   * @throws StoreException when it is no store, or cannot be opened
   * @throws StoreInUseException when another process has it
   */
  static DuckDBConnection open(Path file, Limits limits) {
    return connect(file.toString(), limits, false, file.toString());
  }

  /**
   * To read alone, which several processes may. Where a process was killed that had made indexes,
   * its log has to be written into the file first, which only who may write can do.
   *
   * @throws StoreException when it is no store, or cannot be opened
   * @throws StoreInUseException when a process that writes has it
   */
  static DuckDBConnection read(Path file, Limits limits) {
    try {
      return connect(file.toString(), limits, true, file.toString());
    } catch (StoreInUseException e) {
      throw e;
    } catch (StoreException e) {
      if (!String.valueOf(e.getMessage()).contains(UNREAD_LOG)) {
        throw e;
      }
    }
    try (DuckDBConnection writing = open(file, limits);
        Statement statement = writing.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw StoreException.failed("the log of " + file + " cannot be written into it", e);
    }
    return connect(file.toString(), limits, true, file.toString());
  }

  private static DuckDBConnection connect(
      String file, Limits limits, boolean readOnly, String name) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
    settings.setProperty("threads", Integer.toString(limits.threads()));
    // A checkpoint goes over every table: half of the time of loading at the usual 16 MB.
    settings.setProperty("checkpoint_threshold", "256MB");
    if (readOnly) {
      settings.setProperty("duckdb.read_only", "true");
    }
    try {
      DuckDBConnection out =
          DriverManager.getConnection("jdbc:duckdb:" + file, settings)
              .unwrap(DuckDBConnection.class);
      try (Statement statement = out.createStatement()) {
        // What is not in the jar would be fetched from the network, and that is for users to do.
        statement.execute("SET autoinstall_known_extensions = false");
      }
      return out;
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Could not set lock")) {
        throw new StoreInUseException(name, e);
      }
      throw message.contains("not a valid DuckDB database")
          ? new StoreException(name + " is no store of Hearsay's", e)
          : StoreException.failed(name + ": cannot be opened", e);
    }
  }
}
