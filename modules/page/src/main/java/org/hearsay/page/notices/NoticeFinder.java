package org.hearsay.page.notices;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.Notice;
import org.hearsay.page.NoticeKind;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.Starts;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/** Finds the notices in an article's lines, by the rules of a resource file. */
public final class NoticeFinder {
  private static final String NAME = PageLexicon.text("outlet-name");

  /** A line that is nothing but a notice is short, in characters. */
  private static final int LONGEST_LINE = 240;

  /** How much of a paragraph's start is looked at for a dateline, in characters. */
  private static final int OPENING = 160;

  private enum Place {
    LINE,
    SENTENCE,
    OPENING
  }

  /** The rules of one place. */
  private record Rules(List<NoticeKind> kinds, Starts starts) {}

  private final Map<Place, Rules> rules = new EnumMap<>(Place.class);
  private final Pattern agency;

  /** With the rules of all languages. */
  public NoticeFinder() {
    StringBuilder names = new StringBuilder();
    for (LanguageLine name : PageLexicon.any().lines("agencies.txt")) {
      names.append(names.length() == 0 ? "" : "|").append(Pattern.quote(name.text()));
    }
    String agencies = "(?:" + names + ")";
    this.agency =
        Pattern.compile(
            PageLexicon.text("agency-before")
                + "(?<name>"
                + agencies
                + ")"
                + PageLexicon.text("agency-after"));
    Map<Place, List<NoticeKind>> kinds = new EnumMap<>(Place.class);
    Map<Place, List<Pattern>> patterns = new EnumMap<>(Place.class);
    for (LanguageLine line : PageLexicon.lines("notices.txt")) {
      String[] fields = line.text().split("\t", 3);
      Place place = Place.valueOf(fields[1]);
      kinds.computeIfAbsent(place, k -> new ArrayList<>()).add(NoticeKind.valueOf(fields[0]));
      patterns
          .computeIfAbsent(place, k -> new ArrayList<>())
          .add(
              Pattern.compile(
                  fields[2].replace("{name}", NAME).replace("{agency}", agencies),
                  Pattern.UNICODE_CHARACTER_CLASS));
    }
    for (Place place : Place.values()) {
      rules.put(
          place,
          new Rules(
              List.copyOf(kinds.getOrDefault(place, List.of())),
              new Starts(patterns.getOrDefault(place, List.of()))));
    }
  }

  /** The notice that the line is, all of it, else null. */
  public @Nullable Notice line(String line) {
    if (line.length() > LONGEST_LINE) {
      return null;
    }
    Rules lines = rules(Place.LINE);
    for (int i : lines.starts.of(line, 0)) {
      Matcher matcher = lines.starts.pattern(i).matcher(line);
      if (matcher.matches()) {
        return new Notice(lines.kinds.get(i), matcher.group("name"), line, null);
      }
    }
    // A short line whose one sentence speaks of the article is a notice as a whole.
    List<Notice> within = inside(line, false);
    return within.size() == 1
            && TextShape.count(line) <= 30
            && within.get(0).kind() == NoticeKind.REPUBLISHED_FROM
        ? new Notice(within.get(0).kind(), within.get(0).name(), line, null)
        : null;
  }

  /** The notices inside a paragraph; a dateline only where {@code opening}, near the top. */
  public List<Notice> inside(String paragraph, boolean opening) {
    List<Notice> found = new ArrayList<>();
    if (opening) {
      Rules openings = rules(Place.OPENING);
      String start = paragraph.substring(0, Math.min(OPENING, paragraph.length()));
      for (int i : openings.starts.of(start, 0)) {
        Matcher matcher = openings.starts.pattern(i).matcher(start);
        if (matcher.lookingAt()) {
          found.add(
              new Notice(
                  openings.kinds.get(i), matcher.group("name"), matcher.group().strip(), null));
          return found;
        }
      }
    }
    Rules sentences = rules(Place.SENTENCE);
    for (int at = 0; at < paragraph.length(); at++) {
      // Only at a sentence's start: elsewhere "the story was published in X" is the story's own.
      if (!Character.isLetter(paragraph.charAt(at)) || !startsSentence(paragraph, at)) {
        continue;
      }
      for (int i : sentences.starts.of(paragraph, at)) {
        Matcher matcher =
            sentences.starts.pattern(i).matcher(paragraph).region(at, paragraph.length());
        if (matcher.useTransparentBounds(true).lookingAt()) {
          found.add(
              new Notice(sentences.kinds.get(i), matcher.group("name"), matcher.group(), null));
          at = matcher.end();
          break;
        }
      }
    }
    return found;
  }

  /** Whether what stands before ends a sentence, or opens a bracket, or is nothing. */
  private static boolean startsSentence(String text, int at) {
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end == 0 || text.charAt(end - 1) == '(') {
      return true;
    }
    return !Character.isLetterOrDigit(text.charAt(end - 1))
        && TextShape.endsSentence(text.substring(Math.max(0, end - 12), end));
  }

  private Rules rules(Place place) {
    return Objects.requireNonNull(rules.get(place));
  }

  /** The credit in a byline that names an agency, else null. */
  public @Nullable Notice byline(@Nullable String byline) {
    if (byline == null) {
      return null;
    }
    Matcher matcher = agency.matcher(byline);
    return matcher.matches()
        ? new Notice(NoticeKind.AGENCY_CREDIT, matcher.group("name"), byline, null)
        : null;
  }

  /** Whether the name is a news agency's. */
  public boolean isAgency(String name) {
    return agency.matcher(name.strip()).matches();
  }

  /** Adds the notice unless the list holds one of the same kind and name. */
  public static void add(List<Notice> notices, @Nullable Notice notice) {
    if (notice != null
        && notices.stream()
            .noneMatch(
                n -> n.kind() == notice.kind() && n.name().equalsIgnoreCase(notice.name()))) {
      notices.add(notice);
    }
  }
}
