package org.hearsay.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regular expressions for whole lines, one a line in a resource file. */
final class Lexicon {
  /** Longer lines are prose, whatever they start with; it also bounds the time for matching. */
  private static final int LONGEST = 600;

  private final Starts starts;

  private Lexicon(List<Pattern> patterns) {
    this.starts = new Starts(patterns);
  }

  /** The expressions of all languages in the files {@code name-LANGUAGE.txt}. */
  static Lexicon read(String name, boolean ignoreCase) {
    return read(name, ignoreCase, UnaryOperator.identity());
  }

  /** As {@link #read(String, boolean)}, each expression changed before it is compiled. */
  static Lexicon read(String name, boolean ignoreCase, UnaryOperator<String> change) {
    // Without the Unicode classes, \\W would take every letter of another script for a sign.
    int flags =
        Pattern.UNICODE_CHARACTER_CLASS
            | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    List<Pattern> patterns = new ArrayList<>();
    for (String line : linesOfLanguages(name)) {
      patterns.add(Pattern.compile(change.apply(line), flags));
    }
    return new Lexicon(patterns);
  }

  /** The lines of the files {@code name-LANGUAGE.txt}, by the order of languages.txt. */
  static List<String> linesOfLanguages(String name) {
    List<String> lines = new ArrayList<>();
    for (String language : lines("languages.txt")) {
      String resource = name + "-" + language + ".txt";
      if (Lexicon.class.getResource(resource) != null) {
        lines.addAll(lines(resource));
      }
    }
    return lines;
  }

  /** The lines of a resource of this package, without remarks and empty lines. */
  static List<String> lines(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean matches(String line) {
    return match(line) != null;
  }

  /** The group "name" of the first expression that matches the whole line, else null. */
  @Nullable String name(String line) {
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
