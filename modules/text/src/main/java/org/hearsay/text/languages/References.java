package org.hearsay.text.languages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code {{…}}} stands for in the files of a {@link LanguageFolder}: the words of a list, in
 * this file's folder or among those that libraries share, or forms of verbs of the lexicon.
 *
 * @param files the lists of a file by its name as references write it
 * @param verbs the lexicon, or null where files do without
 */
record References(Function<String, WordLists> files, @Nullable WordForms verbs) {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\{\\{(?:verbs in ([^:{}]+):([^{}]*)"
              + "|((?:shared:)?[a-z0-9.-]+?)(?:#([a-z0-9-]+))?)}}");

  private static final int FORMS = 1;
  private static final int VERBS = 2;
  private static final int NAME = 3;
  private static final int LIST = 4;

  /** A comma that stands in no reference. */
  private static final Pattern COMMA = Pattern.compile(",(?![^{}]*}})");

  /** Those of an expression replaced, each by a group that captures nothing. */
  String inExpression(String written, Map<String, String> named, String where) {
    Matcher reference = REFERENCE.matcher(written);
    StringBuilder out = new StringBuilder();
    while (reference.find()) {
      @Nullable Set<String> words = words(reference, where);
      String inner = words == null ? named(named, reference, where) : anyOf(words);
      reference.appendReplacement(out, Matcher.quoteReplacement("(?:" + inner + ")"));
    }
    return reference.appendTail(out).toString();
  }

  private static String named(Map<String, String> named, MatchResult reference, String where) {
    @Nullable String inner = named.get(reference.group(NAME));
    if (inner == null) {
      throw new LanguageFileException(
          where, "no expression called " + reference.group(NAME) + " stands above this one");
    }
    return inner;
  }

  /**
   * The parts of a line between its commas, without white space around them: a part that refers to
   * words becomes as many parts, one with each.
   */
  List<String> parts(String line, String where) {
    List<String> out = new ArrayList<>();
    for (String part : COMMA.split(line, -1)) {
      add(part.strip(), where, out);
    }
    return out;
  }

  private void add(String part, String where, List<String> into) {
    Matcher reference = REFERENCE.matcher(part);
    if (!reference.find()) {
      into.add(part);
      return;
    }
    @Nullable Set<String> words = words(reference, where);
    if (words == null) {
      throw new LanguageFileException(
          where, "refers to " + reference.group(NAME) + "; write {{file.txt#list}}");
    }
    for (String word : words) {
      add(
          part.substring(0, reference.start()) + word + part.substring(reference.end()),
          where,
          into);
    }
  }

  /** What it stands for, or null where it refers to no list and no verbs. */
  private @Nullable Set<String> words(MatchResult reference, String where) {
    @Nullable String forms = reference.group(FORMS);
    if (forms != null) {
      return verbs(forms, reference.group(VERBS), where);
    }
    @Nullable String list = reference.group(LIST);
    return list == null ? null : words(reference.group(NAME), list, where);
  }

  private Set<String> verbs(String forms, String verbs, String where) {
    if (this.verbs == null) {
      throw new LanguageFileException(
          where, "refers to verbs, and this file is read without the lexicon of them");
    }
    Set<String> out = new LinkedHashSet<>();
    for (String verb : verbs.split(",", -1)) {
      for (String form : forms.split(",", -1)) {
        try {
          out.addAll(this.verbs.of(verb.strip(), form.strip()));
        } catch (IllegalArgumentException e) {
          throw new LanguageFileException(where, "refers to a verb: " + e.getMessage(), e);
        }
      }
    }
    return out;
  }

  private Set<String> words(String file, String list, String where) {
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
        .map(References::literal)
        .collect(Collectors.joining("|"));
  }

  private static String literal(String word) {
    return word.replaceAll("[^\\p{L}\\p{N}\\s_’]", "\\\\$0");
  }
}
