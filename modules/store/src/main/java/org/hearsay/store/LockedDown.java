package org.hearsay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A store that strangers ask: whatever they find to ask, its engine reads and writes no files but
 * its own and those of one folder, loads nothing, and takes no other settings. Files go from that
 * folder to where they are wanted.
 */
final class LockedDown implements AutoCloseable {
  /** So much of the disk statements may use where the memory does not do. */
  private static final String MOST_ON_DISK = "4GB";

  private final Path folder;

  private LockedDown(Path folder) {
    this.folder = folder;
  }

  /**
   * Locks it, until it is closed.
   *
   * @param inMemory whether it has no file, beside which it would put what memory cannot hold
   */
  static LockedDown of(DuckDBConnection connection, boolean inMemory) {
    LockedDown out = create();
    String folder = out.folder.toString().replace("'", "''");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET allowed_directories = ['" + folder + "/']");
      statement.execute("SET max_temp_directory_size = '" + MOST_ON_DISK + "'");
      if (inMemory) {
        // It would be a folder where the program was started.
        statement.execute("SET temp_directory = '" + folder + "/beside'");
      }
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return out;
    } catch (SQLException e) {
      out.close();
      throw StoreException.failed("the store cannot be locked down", e);
    }
  }

  private static LockedDown create() {
    try {
      return new LockedDown(Files.createTempDirectory("hearsay-store-").toAbsolutePath());
    } catch (IOException e) {
      throw new StoreException("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  /** A file in its folder that is not there yet. */
  Path fresh() {
    return folder.resolve(UUID.randomUUID() + ".parquet");
  }

  /** Moves a file to where it is wanted. */
  static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreException(to + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Removes its folder, after the store is closed. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be removed: " + e.getMessage(), e);
    }
  }
}
