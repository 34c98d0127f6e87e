package org.hearsay.text.languages;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a language's file, or of another file of words.
 *
 * @param text what it says
 * @param where file and line, as {@code en/titles.txt:12}, for errors
 */
public record LanguageLine(String text, String where) {

  /**
   * A file's lines without blank ones and without remarks, which begin with {@code #}.
   *
   * @param file what to call it in errors
   * @param content all of it
   */
  public static List<LanguageLine> of(String file, String content) {
    List<LanguageLine> out = new ArrayList<>();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        out.add(new LanguageLine(line, file + ":" + number));
      }
    }
    return out;
  }
}
