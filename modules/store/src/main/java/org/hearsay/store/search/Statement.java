package org.hearsay.store.search;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement to be asked.
 *
 * @param sql with a parameter {@code $name} for each value
 * @param values by name
 */
public record Statement(String sql, Map<String, String> values) {
  private static final Pattern PARAMETER = Pattern.compile("\\$([a-z][A-Za-z0-9]*)");

  /** Keeps its own copy of the values. */
  public Statement {
    values = Map.copyOf(values);
  }

  /** The statement with its values in it, for people to change and to run again. */
  public String written() {
    return PARAMETER
        .matcher(sql)
        .replaceAll(
            one ->
                Matcher.quoteReplacement(
                    "'" + values.getOrDefault(one.group(1), "").replace("'", "''") + "'"));
  }
}
