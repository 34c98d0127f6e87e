package org.hearsay.text.languages;

/**
 * The one choice of the language that claims, framing and entities are read in. Programs hand its
 * code on to the libraries and stages that they put together; no library asks for it.
 */
public final class ReadingLanguage {
  /** Its ISO 639-1 code, the name of the folders that are read. */
  public static final String CODE = "en";

  private ReadingLanguage() {}
}
