package org.hearsay.page.lexicon;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that says who wrote the comment below it: by what a name looks like in any language. */
public final class AuthorLine {
  private static final int LONGEST_NAME = 40;
  private static final Pattern SAYS = PageLexicon.pattern("comment-line");

  private AuthorLine() {}

  /** The name in "Anna says:" and the like; else the line. */
  public static String name(String line) {
    Matcher matcher = SAYS.matcher(line);
    return matcher.matches() ? matcher.group(1).strip() : line;
  }

  /** Whether the line looks like a name: few words, the first with a capital or a digit in it. */
  public static boolean isName(String line) {
    String name = name(line);
    if (!isShort(name)) {
      return false;
    }
    int first = name.codePointAt(0);
    if (Character.isUpperCase(first)) {
      return properWords(name);
    }
    // One word with a digit in it is a user's name: "reader77".
    return name.indexOf(' ') < 0
        && name.chars().anyMatch(Character::isDigit)
        && name.chars().anyMatch(Character::isLetter);
  }

  /** Whether the line has no more than a name may have: four words and no sentence's signs. */
  public static boolean isShort(String line) {
    return line.length() <= LONGEST_NAME
        && TextShape.count(line) >= 1
        && TextShape.count(line) <= 4
        && line.chars().noneMatch(c -> "!?…:;,\"“”".indexOf(c) >= 0)
        && !line.endsWith(".");
  }

  /** At most one of the words is written small, as in "Anna von Hohenfels". */
  private static boolean properWords(String name) {
    int small = 0;
    for (String word :
        name.toLowerCase(Locale.ROOT).equals(name) ? new String[0] : name.split(" ", -1)) {
      small += !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
    }
    return small <= 1;
  }
}
