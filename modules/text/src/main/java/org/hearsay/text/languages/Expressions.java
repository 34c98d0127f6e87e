package org.hearsay.text.languages;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
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
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\{\\{(?:verbs in ([^:{}]+):([^{}]*)"
              + "|((?:shared:)?[a-z0-9.-]+?)(?:#([a-z0-9-]+))?)}}");

  private static final int FORMS = 1;
  private static final int VERBS = 2;
  private static final int NAME = 3;
  private static final int LIST = 4;

  /** Where what expressions refer to comes from. */
  record Sources(Function<String, WordLists> files, @Nullable WordForms verbs) {}

  private final String path;
  private final Map<String, String> byName;

  private Expressions(String path, Map<String, String> byName) {
    this.path = path;
    this.byName = byName;
  }

  static Expressions of(String path, List<LanguageLine> lines, Sources sources) {
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
        put(byName, name, written.toString(), first.where(), sources);
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
      put(byName, name, written.toString(), first.where(), sources);
    }
    return new Expressions(path, byName);
  }

  /** Whether what is written ends within a reference. */
  private static boolean isOpen(StringBuilder written) {
    return written.lastIndexOf("{{") > written.lastIndexOf("}}");
  }

  private static void put(
      Map<String, String> byName, String name, String written, String where, Sources sources) {
    String whole = resolved(byName, written, where, sources);
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

  private static String resolved(
      Map<String, String> byName, String written, String where, Sources sources) {
    Matcher reference = REFERENCE.matcher(written);
    StringBuilder out = new StringBuilder();
    while (reference.find()) {
      String inner = referredTo(byName, reference, where, sources);
      reference.appendReplacement(out, Matcher.quoteReplacement("(?:" + inner + ")"));
    }
    return reference.appendTail(out).toString();
  }

  private static String referredTo(
      Map<String, String> byName, MatchResult reference, String where, Sources sources) {
    @Nullable String forms = reference.group(FORMS);
    if (forms != null) {
      return anyOf(verbs(forms, reference.group(VERBS), where, sources.verbs()));
    }
    @Nullable String list = reference.group(LIST);
    if (list != null) {
      return anyOf(words(sources.files(), reference.group(NAME), list, where));
    }
    @Nullable String inner = byName.get(reference.group(NAME));
    if (inner == null) {
      throw new LanguageFileException(
          where, "no expression called " + reference.group(NAME) + " stands above this one");
    }
    return inner;
  }

  private static Set<String> verbs(
      String forms, String verbs, String where, @Nullable WordForms lexicon) {
    if (lexicon == null) {
      throw new LanguageFileException(
          where, "refers to verbs, and this file is read without the lexicon of them");
    }
    Set<String> out = new LinkedHashSet<>();
    for (String verb : verbs.split(",", -1)) {
      for (String form : forms.split(",", -1)) {
        try {
          out.addAll(lexicon.of(verb.strip(), form.strip()));
        } catch (IllegalArgumentException e) {
          throw new LanguageFileException(where, "refers to a verb: " + e.getMessage(), e);
        }
      }
    }
    return out;
  }

  private static Set<String> words(
      Function<String, WordLists> files, String file, String list, String where) {
    try {
      return files.apply(file).words(list);
    } catch (LanguageFileException e) {
      throw new LanguageFileException(
          where, "refers to " + file + "#" + list + ": " + e.getMessage(), e);
    }
  }

  private static String anyOf(Set<String> words) {
    return words.stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Expressions::literal)
        .collect(Collectors.joining("|"));
  }

  private static String literal(String word) {
    return word.replaceAll("[^\\p{L}\\p{N}\\s_’]", "\\\\$0");
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
