package org.hearsay.page.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions for whole lines, one a line in the languages' files, which may refer to lists
 * that libraries share as other expressions do.
 */
public final class LineExpressions {
  /** Longer lines are prose, whatever they start with; it also bounds the time for matching. */
  private static final int LONGEST = 600;

  private final Starts starts;

  private LineExpressions(List<Pattern> patterns) {
    this.starts = new Starts(patterns);
  }

  /** The expressions of all languages in the files of that name. */
  public static LineExpressions read(String file, boolean ignoreCase) {
    return read(file, ignoreCase, UnaryOperator.identity());
  }

  /** As {@link #read(String, boolean)}, each expression changed before it is compiled. */
  static LineExpressions read(String file, boolean ignoreCase, UnaryOperator<String> change) {
    // Without the Unicode classes, \\W would take every letter of another script for a sign.
    int flags =
        Pattern.UNICODE_CHARACTER_CLASS
            | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    List<Pattern> patterns = new ArrayList<>();
    for (LanguageLine line : PageLexicon.lineExpressions(file)) {
      try {
        patterns.add(Pattern.compile(change.apply(line.text()), flags));
      } catch (PatternSyntaxException e) {
        throw new LanguageFileException(
            line.where(), "no regular expression: " + e.getDescription(), e);
      }
    }
    return new LineExpressions(patterns);
  }

  /** Whether one of them matches the whole line. */
  public boolean matches(String line) {
    return match(line) != null;
  }

  /** The group "name" of the first expression that matches the whole line, else null. */
  public @Nullable String name(String line) {
    Matcher matcher = match(line);
    return matcher == null ? null : matcher.group("name");
  }

  private @Nullable Matcher match(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return null;
    }
    for (int i : starts.of(line, 0)) {
      Matcher matcher = starts.pattern(i).matcher(line);
      if (matcher.matches()) {
        return matcher;
      }
    }
    return null;
  }
}
