package org.hearsay.page.block;

import java.util.regex.Pattern;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells the article's paragraphs that scripts show once a page is scrolled to, kept in {@code
 * noscript} or {@code template}, from the pictures, counters and messages that stand there
 * otherwise: several whole paragraphs, of few links, in an element that is not named for a menu or
 * a message, and not shown elsewhere.
 */
final class LazyProse {
  /** So much prose is worth the risk, in characters. */
  private static final int LEAST = 300;

  /** How many elements are looked at. */
  private static final int MOST = 2_000;

  private static final int OTHER =
      1 << Hints.CHROME
          | 1 << Hints.COMMENT
          | 1 << Hints.RELATED
          | 1 << Hints.OUTSIDE_TAG
          | 1 << Hints.FORM_TAG
          | 1 << Hints.CAPTION;

  private static final Pattern MESSAGE =
      PageLexicon.pattern("hidden-message", Pattern.CASE_INSENSITIVE);

  private LazyProse() {}

  /** Whether the element hides whole paragraphs of the article. */
  public static boolean isProse(Element hidden) {
    Hints hints = new Hints();
    int level = 0;
    for (Element e = hidden; e != null && level < 3; e = e.parent(), level++) {
      if ((hints.of(e) & OTHER) != 0) {
        return false;
      }
    }
    Document page = hidden.ownerDocument();
    int seen = 0;
    int paragraphs = 0;
    int chars = 0;
    int linked = 0;
    for (Element e : hidden.stream().limit(MOST).toList()) {
      if (++seen > 1 && (hints.of(e) & (1 << Hints.FORM_TAG | 1 << Hints.COMMENT)) != 0) {
        return false;
      }
      String tag = e.normalName();
      if (tag.equals("p")) {
        String text = TextShape.clean(e.wholeText());
        boolean message = MESSAGE.matcher(text).find();
        if (message || (paragraphs == 0 && page != null && isElsewhere(page, e, text))) {
          return false;
        }
        boolean sentence = TextShape.count(text) >= 8 && TextShape.endsSentence(text);
        paragraphs += sentence ? 1 : 0;
        chars += sentence ? text.length() : 0;
      } else if (tag.equals("a")) {
        linked += e.ownText().length();
      }
    }
    return paragraphs >= 2 && chars >= LEAST && linked * 4 < chars;
  }

  /** Whether the page shows the same paragraph, as it does where scripts only move it. */
  private static boolean isElsewhere(Document page, Element paragraph, String text) {
    return text.length() >= 40
        && page.stream()
            .limit(MOST * 10L)
            .filter(e -> e.normalName().equals("p") && !e.equals(paragraph))
            .anyMatch(e -> TextShape.clean(e.wholeText()).equals(text));
  }
}
