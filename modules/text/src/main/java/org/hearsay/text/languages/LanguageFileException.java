package org.hearsay.text.languages;

/**
 * A file of a {@link LanguageFolder} that is missing or not as it should be. The message begins
 * with file and line and says what to do.
 */
public final class LanguageFileException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault at a line.
   *
   * @param where file and line, as {@code en/titles.txt:12}
   * @param what what is wrong there and what to do
   */
  public LanguageFileException(String where, String what) {
    super(where + ": " + what);
  }

  /** As the other, with what caused it. */
  public LanguageFileException(String where, String what, Throwable cause) {
    super(where + ": " + what, cause);
  }
}
