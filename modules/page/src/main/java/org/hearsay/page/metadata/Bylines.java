package org.hearsay.page.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.notices.NoticeFinder;
import org.jspecify.annotations.Nullable;

/** Takes a byline apart. */
public final class Bylines {
  private static final Pattern BETWEEN = PageLexicon.pattern("byline-between");

  private Bylines() {}

  /** The names in a byline that are no agencies, in order. */
  public static List<String> authors(@Nullable String byline, NoticeFinder notices) {
    List<String> authors = new ArrayList<>();
    if (byline != null) {
      for (String name : BETWEEN.split(byline, 20)) {
        if (!name.isBlank() && !notices.isAgency(name)) {
          authors.add(name.strip());
        }
      }
    }
    return authors;
  }
}
