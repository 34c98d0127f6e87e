package org.hearsay.page.metadata;

import java.util.regex.Pattern;
import org.hearsay.page.lexicon.LineExpressions;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Tells names of authors from what else stands where one is expected. May be shared between
 * threads.
 */
public final class AuthorNames {
  private static final Pattern BY = PageLexicon.pattern("byline-before");

  /** In characters. */
  private static final int LONGEST = 160;

  private final LineExpressions noAuthors;
  private final LineExpressions organisations;

  private AuthorNames(LineExpressions noAuthors, LineExpressions organisations) {
    this.noAuthors = noAuthors;
    this.organisations = organisations;
  }

  /**
   * With the expressions of the languages' files.
   *
   * @throws org.hearsay.text.languages.LanguageFileException when a line of them is no expression
   */
  public static AuthorNames shipped() {
    return new AuthorNames(
        LineExpressions.read("no-authors.txt", true),
        LineExpressions.read("organisations.txt", true));
  }

  /**
   * The text as the name of who wrote, without "By" and the like; null where it is none.
   *
   * @param outlet whose page it is: its own name is no author's
   */
  public @Nullable String author(@Nullable String text, OutletLabels outlet) {
    if (text == null) {
      return null;
    }
    String clean =
        BY.matcher(TextShape.clean(Parser.unescapeEntities(text, false))).replaceFirst("");
    // "Anna Beispiel @abeispiel" is Anna Beispiel.
    clean = clean.replaceAll("(?<=\\p{L}{2}) \\(?@\\w{2,30}\\)?$", "");
    clean = clean.replaceAll("^[\\W_]+|[\\s,;:|/–—-]+$", "");
    if (clean.isEmpty() || clean.length() > LONGEST || noAuthors.matches(clean)) {
      return null;
    }
    boolean none = outlet.isCalled(clean) || (outlet.persons() && organisations.matches(clean));
    return none ? null : clean;
  }
}
