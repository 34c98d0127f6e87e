package org.hearsay.store.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is true of the rows that are asked for, with its values. Not safe for several threads. */
final class Conditions {
  /** Longer ones are no words to be looked for. */
  private static final int LONGEST = 300;

  /** Where each value stands in a condition of its own. */
  private static final String EACH = "{1}";

  private static final int MOST_VALUES = 100;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final String prefix;

  /** Values are called by the prefix and a number. */
  Conditions(String prefix) {
    this.prefix = prefix;
  }

  /** Adds what the filters say, but for the one of that name. */
  Conditions add(List<Filter> filters, Map<String, List<String>> given, String butFor) {
    for (Filter filter : filters) {
      if (!filter.name().equals(butFor)) {
        add(filter, filter.counting(given));
      }
    }
    return this;
  }

  private void add(Filter filter, List<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    if (wanted.size() > (filter.kind().takesSeveral() ? MOST_VALUES : 1)) {
      throw new FilterException(
          filter.name(),
          filter.kind().takesSeveral()
              ? "takes " + MOST_VALUES + " values at most"
              : "takes one value, not " + wanted.size());
    }
    switch (filter.kind()) {
      case KEY, WORD -> addAny(filter, wanted);
      case NUMBER, SHARE, TONE -> addOne(filter, Double.toString(filter.number(wanted.get(0))));
      case TIME -> addOne(filter, filter.time(wanted.get(0)).toString());
      case TEXT -> addWords(filter, wanted.get(0));
      case FLAG -> addFlag(filter, wanted.get(0));
    }
  }

  private void addAny(Filter filter, List<String> wanted) {
    List<String> holds = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String value : wanted) {
      if (value.equals(Filter.NONE) && filter.none() != null) {
        holds.add("(" + filter.none() + ")");
      } else if (!filter.words().isEmpty() && !filter.words().contains(value)) {
        throw new FilterException(
            filter.name(), "takes " + String.join(", ", filter.words()) + ", not " + value);
      } else {
        (filter.isNamed(value) ? named : keys).add(value(value));
      }
    }
    if (!keys.isEmpty()) {
      holds.add(holding(filter.sql(), keys));
    }
    @Nullable String ofName = filter.named();
    if (ofName != null && !named.isEmpty()) {
      holds.add(holding(ofName, named));
    }
    conditions.add(holds.stream().collect(Collectors.joining(" OR ", "(", ")")));
  }

  private static String holding(String sql, List<String> values) {
    if (!sql.contains(EACH)) {
      return sql.replace("{}", String.join(", ", values));
    }
    return values.stream()
        .map(value -> sql.replace(EACH, value))
        .collect(Collectors.joining(" OR "));
  }

  private void addOne(Filter filter, String value) {
    conditions.add(filter.sql().replace("{}", value(value)));
  }

  private void addWords(Filter filter, String text) {
    if (text.length() > LONGEST) {
      throw new FilterException(filter.name(), "takes " + LONGEST + " characters at most");
    }
    for (String part : Filter.parts(text)) {
      addOne(filter, part);
    }
  }

  private void addFlag(Filter filter, String value) {
    switch (value) {
      case "true" -> conditions.add("(" + filter.sql() + ")");
      case "false" -> conditions.add("NOT (" + filter.sql() + ")");
      default -> throw new FilterException(filter.name(), "takes true or false, not " + value);
    }
  }

  /** Adds a condition of its own. */
  Conditions add(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Keeps a value, and says how it is called in SQL. */
  String value(String value) {
    String name = prefix + (values.size() + 1);
    values.put(name, value);
    return "$" + name;
  }

  /** All of them together; true where there are none. */
  String all() {
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  /** The values that they name. */
  Map<String, String> values() {
    return values;
  }
}
