package org.hearsay.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters are called by name, {@code $outlet}, as one that numbers them, which
 * is all that JDBC can bind. What stands in quotes, in {@code $$} or in a comment is left alone.
 *
 * @param sql the statement with $1, $2, …
 * @param names the parameters, in the order of their numbers
 */
public record NamedParameters(String sql, List<String> names) {
  private static final Pattern PART =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/|\\$\\$.*?\\$\\$"
              + "|\\$(?<name>[A-Za-z_][A-Za-z_0-9]*)",
          Pattern.DOTALL);

  /** Keeps its own copy of the list. */
  public NamedParameters {
    names = List.copyOf(names);
  }

  /** Reads a statement. */
  static NamedParameters of(String sql) {
    Set<String> names = new LinkedHashSet<>();
    Matcher parts = PART.matcher(sql);
    StringBuilder out = new StringBuilder();
    while (parts.find()) {
      @Nullable String name = parts.group("name");
      String part = parts.group();
      if (name != null) {
        names.add(name);
        part = "$" + (new ArrayList<>(names).indexOf(name) + 1);
      }
      parts.appendReplacement(out, Matcher.quoteReplacement(part));
    }
    parts.appendTail(out);
    return new NamedParameters(out.toString(), List.copyOf(names));
  }

  /**
   * Where something stands in a statement as it was written.
   *
   * @param sql the statement with names
   * @param offset where it stands in the one with numbers, in UTF-16 code units
   */
  static int written(String sql, int offset) {
    List<String> names = new ArrayList<>();
    Matcher parts = PART.matcher(sql);
    int shorter = 0;
    while (parts.find() && parts.start() - shorter < offset) {
      @Nullable String name = parts.group("name");
      if (name != null) {
        if (!names.contains(name)) {
          names.add(name);
        }
        int length = ("$" + (names.indexOf(name) + 1)).length();
        if (parts.start() - shorter + length > offset) {
          return parts.start();
        }
        shorter += parts.group().length() - length;
      }
    }
    return Math.min(sql.length(), offset + shorter);
  }

  /** The statement with a blank for each comment, and for each text or name in quotes. */
  static String withoutTexts(String sql) {
    return PART.matcher(sql)
        .replaceAll(part -> part.group(1) == null ? " " : Matcher.quoteReplacement(part.group()));
  }

  /** The statement without the semicolons after it: as it may stand in another one. */
  static String withoutSemicolons(String sql) {
    Matcher parts = PART.matcher(sql);
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (parts.find()) {
      out.append(sql.substring(done, parts.start()).replace(';', ' ')).append(parts.group());
      done = parts.end();
    }
    return out.append(sql.substring(done).replace(';', ' ')).toString();
  }

  /**
   * The statement with its values in it, for people to change and to run again; NULL where none is
   * given.
   */
  public static String written(String sql, Map<String, ? extends @Nullable String> values) {
    return PART.matcher(sql)
        .replaceAll(
            part -> {
              @Nullable String name = part.group(1);
              if (name == null) {
                return Matcher.quoteReplacement(part.group());
              }
              @Nullable String value = values.get(name);
              return value == null
                  ? "NULL"
                  : Matcher.quoteReplacement("'" + value.replace("'", "''") + "'");
            });
  }

  /**
   * The values in the order of the numbers; a parameter that is given as null is NULL.
   *
   * @throws StoreException when a value is missing
   * @throws StoreException when one is given to no parameter
   */
  List<@Nullable String> values(Map<String, @Nullable String> given) {
    List<@Nullable String> out = new ArrayList<>();
    for (String name : names) {
      if (!given.containsKey(name)) {
        throw new StoreException(
            StoreException.Why.NO_VALUE,
            name,
            "the statement has a parameter $" + name + ": give it with --parameter " + name + "=…",
            null);
      }
      out.add(given.get(name));
    }
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw new StoreException(
            "the statement has no parameter $"
                + name
                + (names.isEmpty() ? "" : "; it has $" + String.join(", $", names)));
      }
    }
    return out;
  }
}
