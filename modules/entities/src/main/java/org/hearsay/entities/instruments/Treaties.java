package org.hearsay.entities.instruments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFolder;

/** Finds treaties and acts that look like such by the last word of their name. Immutable. */
public final class Treaties {
  private static final double CONFIDENCE = 0.7;

  /** One of them stands in all that the expression matches, which is dear to try. */
  private final Set<String> words;

  private final Pattern treaty;

  /** What the expression takes in at the beginning that is no part of the name. */
  private final Pattern leading;

  private Treaties(Set<String> words, Expressions expressions) {
    this.words = Set.copyOf(words);
    this.treaty = expressions.pattern("treaty");
    this.leading = expressions.pattern("leading");
  }

  /** Those of a language. */
  public static Treaties read(LanguageFolder folder) {
    return new Treaties(
        folder.words("treaty-words.txt").words("treaty-words"), folder.expressions("treaties.txt"));
  }

  /** The treaties and acts of a text. */
  public List<Instrument> find(String text) {
    List<Instrument> found = new ArrayList<>();
    if (words.stream().noneMatch(text::contains)) {
      return found;
    }
    Matcher matcher = treaty.matcher(text);
    while (matcher.find()) {
      Matcher article = leading.matcher(matcher.group());
      int start = matcher.start() + (article.find() ? article.end() : 0);
      Span span = new Span(start, matcher.end());
      String name = span.of(text).replaceAll("\\s+", " ");
      if (name.indexOf(' ') > 0) {
        found.add(new Instrument(span, null, name, CONFIDENCE));
      }
    }
    return found;
  }
}
