package org.hearsay.store.search;

import java.util.Map;
import org.hearsay.store.NamedParameters;

/**
 * A statement to be asked.
 *
 * @param sql with a parameter {@code $name} for each value
 * @param values by name
 */
public record Statement(String sql, Map<String, String> values) {
  /** Keeps its own copy of the values. */
  public Statement {
    values = Map.copyOf(values);
  }

  /** With one parameter, {@code $id}. */
  public static Statement ofId(String sql, String id) {
    return new Statement(sql, Map.of("id", id));
  }

  /** The statement with its values in it, for people to change and to run again. */
  public String written() {
    return NamedParameters.written(sql, values);
  }
}
