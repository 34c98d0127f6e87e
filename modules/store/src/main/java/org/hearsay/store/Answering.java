package org.hearsay.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
   * Runs a statement, and keeps its whole answer.
   *
   * @param sql as {@link #run} takes it, with its parameters
   * @return the rows, each by its columns' names
   * @throws StoreException as {@link #run} does
   */
  default List<Map<String, @Nullable Object>> rows(
      String sql, Map<String, @Nullable String> parameters) {
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    each(sql, parameters, out::add);
    return out;
  }

  /**
   * Runs a statement, and hands on its rows one after the other, each by its columns' names.
   *
   * @param sql as {@link #run} takes it, with its parameters
   * @throws StoreException as {@link #run} does
   */
  default void each(
      String sql,
      Map<String, @Nullable String> parameters,
      Consumer<Map<String, @Nullable Object>> taking) {
    run(
        sql,
        parameters,
        new RowSink() {
          private List<Heading> columns = List.of();

          @Override
          public void headings(List<Heading> headings) {
            columns = headings;
          }

          @Override
          public void row(List<@Nullable Object> values) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
              row.put(columns.get(i).name(), values.get(i));
            }
            taking.accept(row);
          }
        });
  }

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
