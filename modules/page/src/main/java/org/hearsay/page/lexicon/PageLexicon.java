package org.hearsay.page.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.hearsay.text.languages.WordLists;

/**
 * The folders of words and expressions that pages are read by: one a language, and {@code any/} for
 * what belongs to no language: names in markup, time zones, encodings, agencies. Pages mix
 * languages (a template's, the article's, the readers'), so that all languages are asked at once,
 * in the order of {@code any/languages.txt}. A language is added by a folder and a line there.
 */
public final class PageLexicon {
  private static final Pattern LANGUAGE_PART = Pattern.compile("<lang:([a-z-]+)>");

  private static final List<LanguageFolder> LANGUAGES = languages();
  private static final List<Expressions> BY_LANGUAGE =
      LANGUAGES.stream().map(folder -> folder.expressions("expressions.txt")).toList();
  private static final Expressions ANY = any().expressions("expressions.txt");
  private static final Expressions MARKUP = any().expressions("markup.txt");
  private static final WordLists MARKUP_NAMES = any().words("markup-names.txt");

  private PageLexicon() {}

  /** The folder of what belongs to no language. */
  public static LanguageFolder any() {
    return LanguageFolder.of(PageLexicon.class, "any");
  }

  private static List<LanguageFolder> languages() {
    List<LanguageFolder> folders = new ArrayList<>();
    for (LanguageLine line : any().lines("languages.txt")) {
      folders.add(LanguageFolder.of(PageLexicon.class, line.text()));
    }
    return List.copyOf(folders);
  }

  /** The lines of a file of that name in every language that has it. */
  public static List<LanguageLine> lines(String file) {
    return lines(file, LanguageFolder::lines);
  }

  /** The same, as regular expressions with what they refer to put in. */
  static List<LanguageLine> lineExpressions(String file) {
    return lines(file, LanguageFolder::lineExpressions);
  }

  private static List<LanguageLine> lines(
      String file, BiFunction<LanguageFolder, String, List<LanguageLine>> read) {
    List<LanguageLine> lines = new ArrayList<>();
    for (LanguageFolder folder : LANGUAGES) {
      if (folder.has(file)) {
        lines.addAll(read.apply(folder, file));
      }
    }
    return lines;
  }

  /** The expression of that name in {@code any/expressions.txt}, with all languages in it. */
  public static Pattern pattern(String name) {
    return pattern(name, 0);
  }

  /**
   * As {@link #pattern(String)}.
   *
   * @param flags as of {@link Pattern#compile(String, int)}
   */
  public static Pattern pattern(String name, int flags) {
    return Pattern.compile(text(name), flags);
  }

  /** As {@link #pattern(String)}, to be a part of another expression. */
  public static String text(String name) {
    Matcher part = LANGUAGE_PART.matcher(ANY.text(name));
    StringBuilder out = new StringBuilder();
    while (part.find()) {
      part.appendReplacement(out, Matcher.quoteReplacement(inAnyLanguage(part.group(1))));
    }
    return part.appendTail(out).toString();
  }

  /** What stands for a part of a page in the names of its markup, without case. */
  public static Pattern markup(String name) {
    return MARKUP.pattern(name, Pattern.CASE_INSENSITIVE);
  }

  /** A list of {@code any/markup-names.txt}, in its order. */
  public static Set<String> markupNames(String list) {
    return MARKUP_NAMES.words(list);
  }

  private static String inAnyLanguage(String name) {
    List<String> found = new ArrayList<>();
    for (Expressions language : BY_LANGUAGE) {
      if (language.has(name)) {
        found.add(language.text(name));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no language has an expression " + name);
    }
    return "(?:" + String.join("|", found) + ")";
  }
}
