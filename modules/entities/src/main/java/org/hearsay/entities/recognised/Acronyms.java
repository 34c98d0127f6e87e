package org.hearsay.entities.recognised;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Acronyms that an article introduces in brackets after the name, "the Lake Ferry Union (LFU)", or
 * the other way round.
 */
public final class Acronyms {
  private static final Pattern BRACKETED =
      Pattern.compile("\\(\\s?[“\"]?(\\p{Lu}[\\p{L}&-]{0,8}\\p{Lu}[\\p{Ll}]?)[”\"]?\\s?\\)");
  private static final Pattern BRACKETED_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{Lu}{2,9})\\s+\\(((?:\\p{Lu}[\\p{L}-]+)(?:\\s+[\\p{L}-]+){1,8})\\)");
  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONGEST_DEFINITION = 120;
  private static final double DEFINED = 0.8;
  private static final double USED = 0.85;

  private final Reading reading;
  private final String text;
  private final Set<String> small;

  /** The acronyms that have been introduced. */
  private final Set<String> seen = new HashSet<>();

  private @Nullable Map<String, List<Integer>> runs;

  /**
   * Those of an article.
   *
   * @param small words that are left out of a name's first letters, folded
   */
  public Acronyms(Reading reading, Set<String> small) {
    this.reading = reading;
    this.text = reading.text();
    this.small = small;
  }

  /** Adds mentions of every use of each acronym that is introduced. */
  public void find() {
    afterNames();
    beforeNames();
  }

  private void afterNames() {
    Matcher matcher = BRACKETED.matcher(text);
    while (matcher.find()) {
      String acronym = matcher.group(1);
      Span inner = new Span(matcher.start(1), matcher.end(1));
      if (!reading.free(inner) || !seen.add(acronym)) {
        continue;
      }
      @Nullable EntityMention definer = definer(matcher.start(), acronym);
      if (definer != null) {
        introduce(acronym, definer);
      }
    }
  }

  private void beforeNames() {
    Matcher matcher = BRACKETED_NAME.matcher(text);
    while (matcher.find()) {
      Span inner = new Span(matcher.start(2), matcher.end(2));
      String acronym = matcher.group(1);
      if (reading.free(inner)
          && reading.free(new Span(matcher.start(1), matcher.end(1)))
          && initials(matcher.group(2)).equals(acronym)
          && seen.add(acronym)) {
        introduce(acronym, body(inner));
      }
    }
  }

  private EntityMention body(Span span) {
    String name = span.of(text).replaceAll("\\s+", " ");
    return new EntityMention(span, span.of(text), EntityType.ORGANIZATION, null, name, DEFINED);
  }

  private static String initials(String name) {
    StringBuilder out = new StringBuilder();
    for (FoldedWord word : FoldedWords.of(name)) {
      if (word.capitalised()) {
        out.append(word.text().charAt(0));
      }
    }
    return out.toString();
  }

  private void introduce(String acronym, EntityMention definer) {
    if (reading.free(definer.span())) {
      reading.add(definer);
    } else if (definer.entityId() == null && reading.holdsOnlyPlaces(definer.span())) {
      reading.addLoose(definer);
    }
    Matcher first = RUN.matcher(acronym);
    String beginning = first.lookingAt() ? first.group() : acronym;
    int end = 0;
    for (int start : runs().getOrDefault(beginning, List.of())) {
      boolean here = start >= end && text.startsWith(acronym, start);
      if (!here || RUN.matcher(text).region(start + acronym.length(), text.length()).lookingAt()) {
        continue;
      }
      end = start + acronym.length();
      Span span = new Span(start, end);
      if (reading.free(span)) {
        reading.add(
            new EntityMention(
                span, acronym, definer.type(), definer.entityId(), definer.name(), USED));
      }
    }
  }

  /** Where each run of letters and digits begins: a search for every acronym takes too long. */
  private Map<String, List<Integer>> runs() {
    Map<String, List<Integer>> known = runs;
    if (known == null) {
      known = new HashMap<>();
      Matcher run = RUN.matcher(text);
      while (run.find()) {
        known.computeIfAbsent(run.group(), r -> new ArrayList<>(1)).add(run.start());
      }
      runs = known;
    }
    return known;
  }

  /** What stands before a bracket that an acronym may be short for: a mention, or words. */
  private @Nullable EntityMention definer(int bracket, String acronym) {
    int end = bracket;
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1))
            || "\"”’'".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    for (EntityMention mention : reading.mentions(new Span(Math.max(0, end - 1), end))) {
      if (mention.span().end() == end
          && mention.type() != EntityType.PERSON
          && mention.type() != EntityType.TITLE
          && mention.span().length() > acronym.length()
          && mention.text().indexOf(' ') > 0) {
        return mention;
      }
    }
    return spelt(end, acronym.replaceAll("[^\\p{Lu}]", ""));
  }

  /** The words before a place whose first letters are those, small words left out. */
  private @Nullable EntityMention spelt(int end, String letters) {
    List<FoldedWord> words =
        FoldedWords.of(text, new Span(Math.max(0, end - LONGEST_DEFINITION), end));
    int letter = letters.length() - 1;
    for (int i = words.size() - 1; i >= 0 && letter >= 0; i--) {
      FoldedWord word = words.get(i);
      boolean isSmall = small.contains(word.folded());
      boolean starts = Character.toUpperCase(word.text().charAt(0)) == letters.charAt(letter);
      if (!word.capitalised() && (isSmall || !starts)) {
        if (!isSmall) {
          return null;
        }
        continue;
      }
      if (!starts) {
        return null;
      }
      if (letter == 0) {
        return word.capitalised() ? body(new Span(word.span().start(), end)) : null;
      }
      letter--;
    }
    return null;
  }
}
