package org.hearsay.text.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.WordLists;

/**
 * How a language makes one form of its words: a table of what a word ends with, as an expression,
 * and what stands there instead; the first that fits counts. Immutable.
 */
public final class Endings {
  private record Ending(Pattern at, String becomes) {}

  private final List<Ending> endings;

  private Endings(List<Ending> endings) {
    this.endings = endings;
  }

  /**
   * The endings of a table.
   *
   * @throws LanguageFileException when there is no such table, or an ending is no expression
   */
  public static Endings of(WordLists lists, String table) {
    List<Ending> endings = new ArrayList<>();
    for (Map.Entry<String, String> rule : lists.table(table).entrySet()) {
      try {
        endings.add(new Ending(Pattern.compile("(?:" + rule.getKey() + ")$"), rule.getValue()));
      } catch (PatternSyntaxException e) {
        throw new LanguageFileException(
            lists.path(), "no regular expression in [" + table + "]: " + e.getDescription(), e);
      }
    }
    return new Endings(List.copyOf(endings));
  }

  /** The form of a word; the word itself where no ending fits. */
  public String form(String word) {
    for (Ending ending : endings) {
      Matcher matcher = ending.at().matcher(word);
      if (matcher.find()) {
        return matcher.replaceFirst(ending.becomes());
      }
    }
    return word;
  }
}
