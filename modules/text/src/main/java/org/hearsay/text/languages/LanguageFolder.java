package org.hearsay.text.languages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a library says in one language: word lists and expressions in text files, in a folder that
 * is named after the language ({@code en/}, {@code sr/}) and lies beside a class of the library.
 * Adding a language is adding a folder.
 *
 * <p>The files are UTF-8. The first line is a remark that says where the words come from; lines
 * that begin with {@code #} and a space are remarks, blank lines are nothing. Three forms are read:
 * {@link #lines}, {@link WordLists} and {@link Expressions}. Whatever is wrong in a file is a
 * {@link LanguageFileException} with file and line. Immutable; files are read on every call, so
 * that callers keep what they were given.
 */
public final class LanguageFolder {
  /** Before the name of a file in {@link #shared}, where an expression refers to it. */
  private static final String SHARED = "shared:";

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
   * The word lists of a file.
   *
   * @throws LanguageFileException when the file is missing or not as {@link WordLists} says
   */
  public WordLists words(String file) {
    return WordLists.of(path(file), lines(file));
  }

  /**
   * The expressions of a file that refers to no verbs.
   *
   * @throws LanguageFileException when the file, or one that it refers to, is missing or not as
   *     {@link Expressions} says
   */
  public Expressions expressions(String file) {
    return expressions(file, new Expressions.Sources(this::referredTo, null));
  }

  /**
   * The expressions of a file.
   *
   * @param verbs the language's lexicon of the verbs that the file refers to
   * @throws LanguageFileException when the file, or one that it refers to, is missing or not as
   *     {@link Expressions} says, or it refers to a verb that the lexicon has not
   */
  public Expressions expressions(String file, WordForms verbs) {
    return expressions(file, new Expressions.Sources(this::referredTo, verbs));
  }

  private Expressions expressions(String file, Expressions.Sources sources) {
    return Expressions.of(path(file), rawLines(file), sources);
  }

  private WordLists referredTo(String file) {
    return file.startsWith(SHARED) ? shared().words(file.substring(SHARED.length())) : words(file);
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
