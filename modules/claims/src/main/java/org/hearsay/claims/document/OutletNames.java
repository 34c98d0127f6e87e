package org.hearsay.claims.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.language.FirstNames;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outlet that no catalogue knows by words: those of its name ("the Norfield Gazette"),
 * those that stand beside it ("the weekly Zrak"), those that stand for it ("the newspaper"), and
 * the place that it has in a text ("Zrak, citing two ministers, reported that").
 */
public final class OutletNames {
  private final Pattern apposed;

  /** Each of them from the place on, in this order. */
  private final List<Pattern> named;

  private final Pattern anaphor;
  private final Pattern placed;
  private final Pattern dateline;
  private final Pattern lead;
  private final Pattern tail;
  private final Set<String> noNames;
  private final FirstNames firstNames;

  /**
   * By one language's words.
   *
   * @param outlets its expressions, as {@code outlets.txt} names them
   * @param noNames words that look like names where a sentence begins with them, folded
   * @param firstNames with which persons' names begin
   */
  OutletNames(Expressions outlets, Set<String> noNames, FirstNames firstNames) {
    this.apposed = outlets.pattern("apposed");
    this.named =
        List.of(
            outlets.pattern("named"),
            outlets.pattern("named-by-several"),
            outlets.pattern("several"));
    this.anaphor = outlets.pattern("anaphor");
    this.placed = outlets.pattern("placed");
    this.dateline = outlets.pattern("dateline");
    this.lead = outlets.pattern("lead");
    this.tail = outlets.pattern("tail");
    this.noNames = noNames;
    this.firstNames = firstNames;
  }

  /** The outlet that a text's words name at a place; null where they name none. */
  @Nullable Span at(String text, int at, int end) {
    Matcher matcher = apposed.matcher(text).region(at, end);
    if (matcher.lookingAt()) {
      return trimmed(text, new Span(matcher.start(1), matcher.end(1)));
    }
    for (Pattern pattern : named) {
      matcher.usePattern(pattern);
      if (matcher.lookingAt()) {
        return new Span(at, matcher.end());
      }
    }
    // What follows the noun may lie beyond what is searched.
    matcher.usePattern(anaphor).useTransparentBounds(true);
    return matcher.lookingAt() ? new Span(at, matcher.end()) : null;
  }

  /**
   * The names that the text shows to be outlets' by where they stand; elsewhere in the text they
   * are, too. None that begins like a person's.
   */
  Set<String> placed(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = placed.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          String name = trimmed(text, new Span(matcher.start(group), matcher.end(group))).of(text);
          String first = name.split(" ", -1)[0];
          boolean word = noNames.contains(name.toLowerCase(Locale.ROOT));
          if (!word && firstNames.genderOf(first).isEmpty()) {
            names.add(lead.matcher(name).replaceFirst(""));
          }
        }
      }
    }
    return names;
  }

  /** The agency to which a dateline that a text begins with credits it; null for none. */
  @Nullable Span credited(String text, Span paragraph) {
    Matcher matcher = dateline.matcher(text).region(paragraph.start(), paragraph.end());
    return matcher.lookingAt() ? new Span(matcher.start(1), matcher.end(1)) : null;
  }

  /** A name without a stop or a possessive at its end. */
  private Span trimmed(String text, Span name) {
    String written = name.of(text);
    int end = tail.matcher(written).replaceFirst("").length();
    return new Span(name.start(), name.start() + end);
  }
}
