package org.hearsay.store;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be asked: one statement that reads. */
final class AskedStatement {
  private static final Set<String> READING =
      Set.of(
          "select",
          "with",
          "from",
          "values",
          "table",
          "describe",
          "desc",
          "show",
          "summarize",
          "explain",
          "pivot",
          "unpivot");

  private static final Pattern FIRST_WORD = Pattern.compile("[\\s(]*([A-Za-z]+)");

  private AskedStatement() {}

  /**
   * Refuses what is no question. What a reading statement may hold that writes ({@code WITH …
   * INSERT}) is refused where it runs, in a transaction that only reads.
   *
   * @throws StoreException when it is none, or several
   */
  static void require(String sql) {
    String bare = NamedParameters.withoutTexts(sql).strip();
    int end = bare.indexOf(';');
    if (end >= 0 && !bare.substring(end).replace(";", "").isBlank()) {
      throw new StoreException("one statement at a time: another one follows after the semicolon");
    }
    Matcher first = FIRST_WORD.matcher(bare);
    String word = first.lookingAt() ? first.group(1).toLowerCase(Locale.ROOT) : "";
    if (!READING.contains(word)) {
      throw new StoreException(
          "the tables are only read: a statement begins with SELECT, FROM, WITH or the like"
              + (word.isEmpty() ? "" : ", not with " + word.toUpperCase(Locale.ROOT)));
    }
  }
}
