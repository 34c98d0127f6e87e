package org.hearsay.store.questions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.store.questions.Question.Kind;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.tables.NameKind;
import org.jspecify.annotations.Nullable;

/**
 * The questions that come with Hearsay: files of SQL. A file begins with comments: {@code -- title:
 * …}, {@code -- note: …}, and for each parameter {@code -- option NAME: what it does}, {@code --
 * flag NAME: …} or {@code -- word NAME: …}, where {@code NAME = VALUE} gives a fallback, and {@code
 * NAME [outlet article]} says what its value is a name of: {@link NameKind}. One that the statement
 * casts, {@code $name::integer}, is a number: {@link Numbers}.
 */
public final class Questions {
  private static final String INDEX = "index.txt";
  private static final Pattern HEADER =
      Pattern.compile(
          "-- (?<what>title|note|example|option|flag|word)(?: (?<name>[a-z_]+))?"
              + "(?: \\[(?<names>[a-z ]+)])?(?: = (?<fallback>[^:]*))?: (?<text>.+)");

  private Questions() {}

  /** All of them, in the order in which they are told. */
  public static List<Question> builtIn() {
    return lines(INDEX).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(name -> read(name, lines(name + ".sql")))
        .toList();
  }

  /** Reads a file. */
  static Question read(String name, List<String> lines) {
    StringBuilder title = new StringBuilder();
    StringBuilder notes = new StringBuilder();
    StringBuilder example = new StringBuilder();
    StringBuilder sql = new StringBuilder();
    List<Parameter> parameters = new ArrayList<>();
    for (String line : lines) {
      Matcher header = HEADER.matcher(line);
      if (!sql.isEmpty() || !line.startsWith("--")) {
        sql.append(line).append('\n');
        continue;
      }
      if (!header.matches()) {
        throw new IllegalArgumentException(name + ": no header: " + line);
      }
      String text = header.group("text");
      switch (header.group("what")) {
        case "title" -> title.append(title.isEmpty() ? "" : " ").append(text);
        case "note" -> notes.append(notes.isEmpty() ? "" : " ").append(text);
        case "example" -> example.append(text);
        default -> parameters.add(parameter(name, header, text));
      }
    }
    return new Question(
        name,
        title.toString(),
        notes.toString(),
        parameters,
        example.toString(),
        sql.toString().strip());
  }

  private static Parameter parameter(String question, Matcher header, String text) {
    @Nullable String name = header.group("name");
    if (name == null) {
      throw new IllegalArgumentException(question + ": a parameter without a name: " + text);
    }
    return new Parameter(
        Kind.valueOf(header.group("what").toUpperCase(Locale.ROOT)),
        name,
        kinds(question, header.group("names")),
        header.group("fallback"),
        text);
  }

  private static List<NameKind> kinds(String question, @Nullable String names) {
    if (names == null) {
      return List.of();
    }
    try {
      return Arrays.stream(names.toUpperCase(Locale.ROOT).split(" ", -1))
          .map(NameKind::valueOf)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(question + ": no kind of name: " + names, e);
    }
  }

  private static List<String> lines(String file) {
    try (@Nullable InputStream in = Questions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no question " + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
