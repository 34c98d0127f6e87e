package org.hearsay.page.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.text.Expressions;
import org.hearsay.text.LanguageFolder;
import org.hearsay.text.LanguageLine;

/**
 * The folders of words and expressions that pages are read by: one a language, and {@code any/} for
 * what belongs to no language: names in markup, time zones, encodings, agencies. Pages mix
 * languages (a template's, the article's, the readers'), so that all languages are asked at once,
 * in the order of {@code any/languages.txt}.
 */
public final class PageLexicon {
  private static final String EXPRESSIONS = "expressions.txt";

  private PageLexicon() {}

  /** The folder of what belongs to no language. */
  public static LanguageFolder any() {
    return LanguageFolder.of(PageLexicon.class, "any");
  }

  /** A folder a language. */
  private static List<LanguageFolder> languages() {
    List<LanguageFolder> folders = new ArrayList<>();
    for (LanguageLine line : any().lines("languages.txt")) {
      folders.add(LanguageFolder.of(PageLexicon.class, line.text()));
    }
    return folders;
  }

  /** The lines of a file of that name in every language that has it. */
  public static List<LanguageLine> lines(String file) {
    List<LanguageLine> lines = new ArrayList<>();
    for (LanguageFolder folder : languages()) {
      if (folder.has(file)) {
        lines.addAll(folder.lines(file));
      }
    }
    return lines;
  }

  /**
   * What any language's {@code expressions.txt} says under a name, as a part of an expression: a
   * group that captures nothing.
   */
  public static String anyOf(String name) {
    List<String> found = new ArrayList<>();
    for (LanguageFolder folder : languages()) {
      Expressions expressions = folder.expressions(EXPRESSIONS);
      if (expressions.has(name)) {
        found.add(expressions.text(name));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no language has an expression " + name);
    }
    return "(?:" + String.join("|", found) + ")";
  }

  /**
   * An expression of {@code any/markup.txt} or {@code any/patterns.txt}, with {@code <name>} in it
   * replaced by what any language says under that name.
   *
   * @param flags as of {@link Pattern#compile(String, int)}
   */
  public static Pattern pattern(String name, int flags) {
    return Pattern.compile(anyOf(name), flags);
  }
}
