package org.hearsay.text.languages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a library says in one language: word lists and expressions in text files, in a folder that
 * is named after the language ({@code en/}, {@code sr/}) and lies beside a class of the library.
 * Adding a language is adding a folder.
 *
 * <p>The files are UTF-8. The first line is a remark that says where the words come from; lines
 * that begin with {@code #} and a space are remarks, blank lines are nothing. Three forms are read:
 * {@link #lines} (or {@link #lineExpressions}), {@link WordLists} and {@link Expressions}. All but
 * plain lines may take in lists of other files and forms of verbs, with {@code {{…}}}. Whatever is
 * wrong in a file is a {@link LanguageFileException} with file and line. Immutable; files are read
 * on every call, so that callers keep what they were given.
 */
public final class LanguageFolder {
  /** Before the name of a file in {@link #shared}, where an expression refers to it. */
  private static final String SHARED = "shared:";

  /** How many lists may refer to one another in a row. */
  private static final int DEEPEST = 8;

  private final Class<?> beside;
  private final String language;

  private LanguageFolder(Class<?> beside, String language) {
    this.beside = beside;
    this.language = language;
  }

  /**
   * The folder of a language beside a class.
   *
   * @param beside a class of the library's package that holds the folder
   * @param language an ISO 639-1 code, such as {@code en}; the folder's name
   */
  public static LanguageFolder of(Class<?> beside, String language) {
    return new LanguageFolder(beside, language);
  }

  /** The same language's folder of lists that several libraries share, beside this class. */
  public LanguageFolder shared() {
    return new LanguageFolder(LanguageFolder.class, language);
  }

  /** The language's ISO 639-1 code. */
  public String language() {
    return language;
  }

  /** Whether the language has that file. */
  public boolean has(String file) {
    return beside.getResource(path(file)) != null;
  }

  /**
   * The file's lines without remarks and blank ones, without the white space around them.
   *
   * @throws LanguageFileException when there is no such file or it does not begin with a remark
   */
  public List<LanguageLine> lines(String file) {
    List<LanguageLine> out = new ArrayList<>();
    for (LanguageLine line : rawLines(file)) {
      out.add(new LanguageLine(line.text().strip(), line.where()));
    }
    return List.copyOf(out);
  }

  /**
   * The file's lines as regular expressions, one a line, what they refer to put in as in {@link
   * Expressions}; a line has no name and refers to none.
   *
   * @throws LanguageFileException when the file, or one that it refers to, is missing or not as it
   *     should be
   */
  public List<LanguageLine> lineExpressions(String file) {
    References references = references(null, 0);
    List<LanguageLine> out = new ArrayList<>();
    for (LanguageLine line : lines(file)) {
      String whole = references.inExpression(line.text(), Map.of(), line.where());
      out.add(new LanguageLine(whole, line.where()));
    }
    return List.copyOf(out);
  }

  /**
   * The parts of a line of a file of this folder between its commas, for forms of a library's own:
   * a part that refers to words, as those of {@link WordLists} may, becomes one part with each.
   *
   * @param verbs the language's lexicon of the verbs that the line refers to
   * @param where file and line, for errors
   * @throws LanguageFileException when what it refers to is not there
   */
  public List<String> parts(String line, WordForms verbs, String where) {
    return references(verbs, 0).parts(line, where);
  }

  /**
   * The word lists of a file that refers to no verbs.
   *
   * @throws LanguageFileException when the file is missing or not as {@link WordLists} says
   */
  public WordLists words(String file) {
    return words(file, null, 0);
  }

  /**
   * The word lists of a file.
   *
   * @param verbs the language's lexicon of the verbs that the file refers to
   * @throws LanguageFileException when the file is missing or not as {@link WordLists} says
   */
  public WordLists words(String file, WordForms verbs) {
    return words(file, verbs, 0);
  }

  private WordLists words(String file, @Nullable WordForms verbs, int depth) {
    return WordLists.of(path(file), lines(file), references(verbs, depth));
  }

  /**
   * The expressions of a file that refers to no verbs.
   *
   * @throws LanguageFileException when the file, or one that it refers to, is missing or not as
   *     {@link Expressions} says
   */
  public Expressions expressions(String file) {
    return Expressions.of(path(file), rawLines(file), references(null, 0));
  }

  /**
   * The expressions of a file.
   *
   * @param verbs the language's lexicon of the verbs that the file refers to
   * @throws LanguageFileException when the file, or one that it refers to, is missing or not as
   *     {@link Expressions} says, or it refers to a verb that the lexicon has not
   */
  public Expressions expressions(String file, WordForms verbs) {
    return Expressions.of(path(file), rawLines(file), references(verbs, 0));
  }

  private References references(@Nullable WordForms verbs, int depth) {
    return new References(file -> referredTo(file, verbs, depth + 1), verbs);
  }

  private WordLists referredTo(String file, @Nullable WordForms verbs, int depth) {
    if (depth > DEEPEST) {
      throw new LanguageFileException(path(file), "its lists refer to each other in a circle");
    }
    return file.startsWith(SHARED)
        ? shared().words(file.substring(SHARED.length()), verbs, depth)
        : words(file, verbs, depth);
  }

  private String path(String file) {
    return language + "/" + file;
  }

  /** With the white space before a line, which tells what goes on from what begins. */
  private List<LanguageLine> rawLines(String file) {
    String path = path(file);
    String content = read(path);
    List<String> all = content.lines().toList();
    if (all.isEmpty() || !all.get(0).startsWith("#")) {
      throw new LanguageFileException(
          path + ":1", "begin the file with a # line that says where its words come from");
    }
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i);
      if (line.length() > 1 && line.charAt(0) == '#' && !Character.isWhitespace(line.charAt(1))) {
        throw new LanguageFileException(
            path + ":" + (i + 1),
            "put a space after # where a remark begins; in an expression write \\# for the sign");
      }
    }
    return LanguageLine.of(path, content);
  }

  private String read(String path) {
    try (InputStream in = beside.getResourceAsStream(path)) {
      if (in == null) {
        throw new LanguageFileException(
            path, "no such file beside " + beside.getName() + "; add it to the language's folder");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
