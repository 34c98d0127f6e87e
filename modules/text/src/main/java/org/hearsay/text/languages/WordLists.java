package org.hearsay.text.languages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named lists of words from one file of a {@link LanguageFolder}. Immutable.
 *
 * <p>{@code [name]} opens a list, the lines below are its words, one or several a line with commas
 * between; a word may be several words with spaces. {@code {{file.txt#list}}} among them stands for
 * the words of a list in a file of the folder, this one included; {@code {{shared:file.txt#list}}}
 * and {@code {{verbs in past: say, tell}}} for what they stand for in {@link Expressions}. In a
 * table each line is {@code key = value}; a value may hold commas. A word stands once in a list, a
 * name once in a file.
 */
public final class WordLists {
  private static final Pattern SECTION = Pattern.compile("\\[([a-z0-9-]+)]");

  private final String path;
  private final Map<String, List<LanguageLine>> sections;
  private final References references;

  private WordLists(String path, Map<String, List<LanguageLine>> sections, References references) {
    this.path = path;
    this.sections = sections;
    this.references = references;
  }

  static WordLists of(String path, List<LanguageLine> lines, References references) {
    Map<String, List<LanguageLine>> sections = new LinkedHashMap<>();
    @Nullable List<LanguageLine> open = null;
    for (LanguageLine line : lines) {
      Matcher section = SECTION.matcher(line.text());
      if (section.matches()) {
        open = new ArrayList<>();
        if (sections.put(section.group(1), open) != null) {
          throw new LanguageFileException(
              line.where(), "a second list called " + section.group(1) + "; give one another name");
        }
      } else if (open == null) {
        throw new LanguageFileException(
            line.where(), "a word before the first list; write [name] above it");
      } else {
        open.add(line);
      }
    }
    return new WordLists(path, sections, references);
  }

  /** The file, as {@code en/titles.txt}, for errors. */
  public String path() {
    return path;
  }

  /** The names of the lists, in the file's order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(sections.keySet());
  }

  /**
   * The words of a list, in the file's order.
   *
   * @throws LanguageFileException when there is no such list, a word is empty or stands twice, or
   *     the list refers to what is not there
   */
  public Set<String> words(String name) {
    Set<String> out = new LinkedHashSet<>();
    for (LanguageLine line : section(name)) {
      for (String word : references.parts(line.text(), line.where())) {
        if (word.isEmpty()) {
          throw new LanguageFileException(
              line.where(), "an empty word; take out the comma that is too many");
        }
        if (!out.add(word)) {
          throw new LanguageFileException(
              line.where(), word + " stands twice in [" + name + "]; take one out");
        }
      }
    }
    return Collections.unmodifiableSet(out);
  }

  /**
   * The values of a table by their keys, in the file's order.
   *
   * @throws LanguageFileException when there is no such list, a line is not {@code key = value}, or
   *     a key stands twice
   */
  public Map<String, String> table(String name) {
    Map<String, String> out = new LinkedHashMap<>();
    for (LanguageLine line : section(name)) {
      int at = line.text().indexOf('=');
      String key = at < 0 ? "" : line.text().substring(0, at).strip();
      if (key.isEmpty()) {
        throw new LanguageFileException(line.where(), "write key = value");
      }
      if (out.put(key, line.text().substring(at + 1).strip()) != null) {
        throw new LanguageFileException(
            line.where(), key + " stands twice in [" + name + "]; take one out");
      }
    }
    return Collections.unmodifiableMap(out);
  }

  /**
   * The value of a key of a table.
   *
   * @throws LanguageFileException when it is not there or empty, or the table is wrong
   */
  public String value(String table, String key) {
    String value = table(table).getOrDefault(key, "");
    if (value.isEmpty()) {
      throw new LanguageFileException(path, "no " + key + " = … in [" + table + "]; add it");
    }
    return value;
  }

  /**
   * The lines of a list as they are, for forms of a library's own.
   *
   * @throws LanguageFileException when there is no such list
   */
  public List<LanguageLine> section(String name) {
    @Nullable List<LanguageLine> lines = sections.get(name);
    if (lines == null) {
      throw new LanguageFileException(
          path, "no list [" + name + "]; there are " + String.join(", ", sections.keySet()));
    }
    return List.copyOf(lines);
  }
}
