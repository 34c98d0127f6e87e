package org.hearsay.page.metadata;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hearsay.page.lexicon.LineExpressions;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page calls its outlet, as far as it matters to tell an author's name from the outlet's.
 *
 * @param publisher the name that the page's data gives
 * @param host of its address, without "www."
 * @param site what the page's title ends with behind a separator, often the site's name
 * @param persons whether only persons count as authors
 */
public record OutletNames(
    @Nullable String publisher, @Nullable String host, @Nullable String site, boolean persons) {
  /** Says nothing: every name may be an author's. */
  public static final OutletNames NONE = new OutletNames(null, null, null, false);

  /** The same, but that an organisation other than the outlet may be the author. */
  public OutletNames withOrganisations() {
    return new OutletNames(publisher, host, site, false);
  }

  private static final LineExpressions NO_AUTHORS = LineExpressions.read("no-authors.txt", true);
  private static final LineExpressions ORGANISATIONS =
      LineExpressions.read("organisations.txt", true);

  private static final Pattern BY = PageLexicon.pattern("byline-before");

  /** So much of a name without its first word tells that the address is made of it. */
  private static final int LEAST_IN_ADDRESS = 6;

  /** In characters. */
  private static final int LONGEST = 160;

  /** The text as the name of who wrote, without "By" and the like; null where it is none. */
  public @Nullable String author(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean =
        BY.matcher(TextShape.clean(Parser.unescapeEntities(text, false))).replaceFirst("");
    // "Anna Beispiel @abeispiel" is Anna Beispiel.
    clean = clean.replaceAll("(?<=\\p{L}{2}) \\(?@\\w{2,30}\\)?$", "");
    clean = clean.replaceAll("^[\\W_]+|[\\s,;:|/–—-]+$", "");
    if (clean.isEmpty() || clean.length() > LONGEST || NO_AUTHORS.matches(clean)) {
      return null;
    }
    return isItself(clean) ? null : clean;
  }

  /** Whether the text is the outlet's own name, by the page's data or by its address. */
  boolean isOwnName(String text) {
    String name = bare(text);
    if (name.isEmpty()) {
      return false;
    }
    if (publisher != null && name.equals(bare(publisher))) {
      return true;
    }
    String address = host == null ? "" : bare(host);
    // "The Tarn Lantern" is at tarnlantern.example.
    String rest = bare(text.substring(text.indexOf(' ') + 1));
    return (name.length() > 3 && address.startsWith(name))
        || (rest.length() >= LEAST_IN_ADDRESS && address.startsWith(rest));
  }

  /** Whether it is the outlet's own name, or another's that is no person. */
  private boolean isItself(String name) {
    String bare = bare(name);
    if (publisher != null && bare.equals(bare(publisher))) {
      return true;
    }
    if (site != null && bare.equals(bare(site))) {
      return true;
    }
    if (host != null && bare.length() > 3 && bare(host).startsWith(bare)) {
      return true;
    }
    return persons && ORGANISATIONS.matches(name);
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
