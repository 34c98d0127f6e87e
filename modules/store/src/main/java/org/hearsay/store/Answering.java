package org.hearsay.store;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whoever answers SQL: a store of this process, or the process that holds one. */
public interface Answering extends AutoCloseable {
  /**
   * Runs a statement.
   *
   * @param sql one statement; {@code $name} is a parameter
   * @param parameters the value of each; they are bound as texts, or NULL
   * @param sink takes the answer
   * @return how many rows it has
   * @throws StoreException when the statement is wrong, with what is wrong, or was cancelled
   */
  long run(String sql, Map<String, @Nullable String> parameters, RowSink sink);

  /**
   * Writes the answer to a query as a Parquet file.
   *
   * @return how many rows it has
   * @throws StoreException when the query is wrong, or the file cannot be written
   */
  long writeParquet(String sql, Map<String, @Nullable String> parameters, Path out);

  @Override
  void close();
}
