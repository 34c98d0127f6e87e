package org.hearsay.text.languages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Named regular expressions ({@link Pattern}) from one file of a {@link LanguageFolder}. Immutable.
 *
 * <p>{@code name = expression} begins one; lines that begin with white space go on with it, without
 * that space and without the line's end, but for one space within a reference. White space at
 * either end of a line is dropped: write {@code [ ]} or {@code \s} where it counts. {@code
 * {{name}}} stands for an expression further up in the file, as a group of its own that captures
 * nothing; {@code {{file.txt#list}}} for any of the words of a list in another file of the folder,
 * the longest first; {@code {{shared:file.txt#list}}} for those of a list that several libraries
 * share ({@link LanguageFolder#shared}); {@code {{verbs in past, third-person: say, point out}}}
 * for any of those forms of any of those verbs of the language's one lexicon, where {@link
 * LanguageFolder#expressions(String, WordForms)} was given it. A verb that the lexicon has not is a
 * fault of the file.
 */
public final class Expressions {
  private static final Pattern BEGINNING = Pattern.compile("([a-z][a-z0-9-]*)\\s*=\\s*(.*)");
  private final String path;
  private final Map<String, String> byName;

  private Expressions(String path, Map<String, String> byName) {
    this.path = path;
    this.byName = byName;
  }

  static Expressions of(String path, List<LanguageLine> lines, References references) {
    Map<String, String> byName = new LinkedHashMap<>();
    @Nullable LanguageLine first = null;
    String name = "";
    StringBuilder written = new StringBuilder();
    for (LanguageLine line : lines) {
      if (Character.isWhitespace(line.text().charAt(0))) {
        if (first == null) {
          throw new LanguageFileException(
              line.where(), "goes on with nothing; begin with name = expression");
        }
        written.append(isOpen(written) ? " " : "").append(line.text().strip());
        continue;
      }
      if (first != null) {
        put(byName, name, written.toString(), first.where(), references);
      }
      Matcher beginning = BEGINNING.matcher(line.text().strip());
      if (!beginning.matches()) {
        throw new LanguageFileException(
            line.where(), "write name = expression, the name in small letters and hyphens");
      }
      first = line;
      name = beginning.group(1);
      written = new StringBuilder(beginning.group(2));
    }
    if (first != null) {
      put(byName, name, written.toString(), first.where(), references);
    }
    return new Expressions(path, byName);
  }

  /** Whether what is written ends within a reference. */
  private static boolean isOpen(StringBuilder written) {
    return written.lastIndexOf("{{") > written.lastIndexOf("}}");
  }

  private static void put(
      Map<String, String> byName,
      String name,
      String written,
      String where,
      References references) {
    String whole = references.inExpression(written, byName, where);
    try {
      Pattern.compile(whole);
    } catch (PatternSyntaxException e) {
      throw new LanguageFileException(
          where, "no regular expression: " + e.getDescription() + ", in " + whole, e);
    }
    if (byName.put(name, whole) != null) {
      throw new LanguageFileException(
          where, "a second expression called " + name + "; give one another name");
    }
  }

  /** Whether there is an expression of that name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * The expression of that name; {@code (?i)} and the like at its beginning set flags.
   *
   * @throws LanguageFileException when there is none
   */
  public Pattern pattern(String name) {
    return pattern(name, 0);
  }

  /**
   * The expression of that name.
   *
   * @param flags as of {@link Pattern#compile(String, int)}
   * @throws LanguageFileException when there is none
   */
  public Pattern pattern(String name, int flags) {
    return Pattern.compile(text(name), flags);
  }

  /**
   * The expression of that name as text, every reference resolved, to be a part of another.
   *
   * @throws LanguageFileException when there is none
   */
  public String text(String name) {
    @Nullable String text = byName.get(name);
    if (text == null) {
      throw new LanguageFileException(
          path, "no expression " + name + "; there are " + String.join(", ", byName.keySet()));
    }
    return text;
  }
}
