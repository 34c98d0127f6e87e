package org.hearsay.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the notices in an article's lines, by the rules of a resource file. */
final class NoticeFinder {
  private static final String WORD = "[\\p{Lu}\\d][\\p{L}\\d&'’+-]*(?:\\.[\\p{L}\\d]+)*";
  private static final String NAME =
      "(?<name>(?:[Tt]he )?"
          + WORD
          + "(?:(?: (?:of|the|and|for|de|&))? "
          + WORD
          + "){0,6}|[a-z\\d][\\w-]*(?:\\.[\\w-]+)+)";

  /** A line that is nothing but a notice is short, in characters. */
  private static final int LONGEST_LINE = 240;

  /** How much of a paragraph's start is looked at for a dateline, in characters. */
  private static final int OPENING = 160;

  private enum Place {
    LINE,
    SENTENCE,
    OPENING
  }

  private record Rule(NoticeKind kind, Place place, Pattern pattern) {}

  private final List<Rule> rules;
  private final Pattern agency;

  NoticeFinder() {
    StringBuilder names = new StringBuilder();
    for (String name : Lexicon.lines("agencies.txt")) {
      names.append(names.length() == 0 ? "" : "|").append(Pattern.quote(name));
    }
    String agencies = "(?:" + names + ")";
    this.agency = Pattern.compile("(?:[Bb]y )?(?<name>" + agencies + ")(?: [Ss]taff)?");
    List<Rule> list = new ArrayList<>();
    for (String line : Lexicon.linesOfLanguages("notices")) {
      String[] fields = line.split("\t", 3);
      list.add(
          new Rule(
              NoticeKind.valueOf(fields[0]),
              Place.valueOf(fields[1]),
              Pattern.compile(
                  fields[2].replace("{name}", NAME).replace("{agency}", agencies),
                  Pattern.UNICODE_CHARACTER_CLASS)));
    }
    this.rules = List.copyOf(list);
  }

  /** The notice that the line is, all of it, else null. */
  @Nullable Notice line(String line) {
    if (line.length() > LONGEST_LINE) {
      return null;
    }
    for (Rule rule : rules) {
      if (rule.place == Place.LINE) {
        Matcher matcher = rule.pattern.matcher(line);
        if (matcher.matches()) {
          return new Notice(rule.kind, matcher.group("name"), line, null);
        }
      }
    }
    // A short line whose one sentence speaks of the article is a notice as a whole.
    List<Notice> within = inside(line, false);
    return within.size() == 1
            && Words.count(line) <= 30
            && within.get(0).kind() == NoticeKind.REPUBLISHED_FROM
        ? new Notice(within.get(0).kind(), within.get(0).name(), line, null)
        : null;
  }

  /** The notices inside a paragraph; a dateline only where {@code opening}, near the top. */
  List<Notice> inside(String paragraph, boolean opening) {
    List<Notice> found = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.place == Place.OPENING && opening) {
        String start = paragraph.substring(0, Math.min(OPENING, paragraph.length()));
        Matcher matcher = rule.pattern.matcher(start);
        if (matcher.lookingAt()) {
          found.add(new Notice(rule.kind, matcher.group("name"), matcher.group().strip(), null));
          return found;
        }
      } else if (rule.place == Place.SENTENCE) {
        Matcher matcher = rule.pattern.matcher(paragraph);
        while (matcher.find()) {
          // Only at a sentence's start: elsewhere "the story was published in X" is the story's
          // own.
          String before = paragraph.substring(0, matcher.start()).stripTrailing();
          if (before.isEmpty() || before.endsWith("(") || Words.endsSentence(before)) {
            found.add(new Notice(rule.kind, matcher.group("name"), matcher.group(), null));
          }
        }
      }
    }
    return found;
  }

  /** The credit in a byline that names an agency, else null. */
  @Nullable Notice byline(@Nullable String byline) {
    if (byline == null) {
      return null;
    }
    Matcher matcher = agency.matcher(byline);
    return matcher.matches()
        ? new Notice(NoticeKind.AGENCY_CREDIT, matcher.group("name"), byline, null)
        : null;
  }

  /** Whether the name is a news agency's. */
  boolean isAgency(String name) {
    return agency.matcher(name.strip()).matches();
  }

  /** Adds the notice unless the list holds one of the same kind and name. */
  static void add(List<Notice> notices, @Nullable Notice notice) {
    if (notice != null
        && notices.stream()
            .noneMatch(
                n -> n.kind() == notice.kind() && n.name().equalsIgnoreCase(notice.name()))) {
      notices.add(notice);
    }
  }
}
