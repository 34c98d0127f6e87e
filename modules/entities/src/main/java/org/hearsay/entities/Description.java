package org.hearsay.entities;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that say what a thing is, without its name.
 *
 * @param head a word that every such description has among its first 25, lower-case; looked for
 *     first, since that is cheap. Null where there is none
 * @param words a regular expression, case folded, in which a blank stands for any white space
 * @param from the first day on which the words mean this thing, or null where that does not matter
 * @param until the day after the last, or null while it goes on
 */
public record Description(
    @Nullable String head, String words, @Nullable LocalDate from, @Nullable LocalDate until) {

  /** Whether the words mean this thing at some times only. */
  public boolean isDated() {
    return from != null || until != null;
  }

  /** Whether the words mean this thing on a day. */
  public boolean isOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /**
   * The expression, compiled.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  public Pattern pattern() {
    return Pattern.compile(
        "\\b(?:" + words.replace(" ", "\\s+") + ")\\b",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Checks the expression as it is written, so that a fault is told in its own places.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  public Description checked() {
    Pattern.compile(words);
    return this;
  }

  /** Whether a text in small letters may hold such a description: it has the head. */
  public boolean mayBeIn(String lowerCase) {
    return head == null || lowerCase.contains(head.toLowerCase(Locale.ROOT));
  }
}
