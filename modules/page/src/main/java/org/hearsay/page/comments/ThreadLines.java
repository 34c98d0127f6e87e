package org.hearsay.page.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the lines of a copied thread are. Threads have a form that all their comments share:
 * numbered names, a name and a time on one line, a name above a time, a name and a colon before the
 * text. Where a thread shows one, names that stand alone are no more than a text's words; where it
 * shows none, they say who wrote.
 */
public final class ThreadLines {
  /** What names a comment's number, and perhaps "by". */
  private static final Pattern NUMBER = PageLexicon.pattern("comment-number");

  private static final Pattern AGO = PageLexicon.pattern("comment-ago");

  /** Longer lines are texts, in characters. */
  private static final int LONGEST = 100;

  private static final Pattern SMALL_WORD = Pattern.compile("(?:^| )\\p{Ll}");

  private static final Pattern COLON = Pattern.compile("(.{2,40}?) ?: +(?=\\S)");

  private final LineKinds words;
  private final CommentAuthors authors;

  /** With the words of all languages. */
  public ThreadLines(LineKinds words) {
    this.words = words;
    this.authors = new CommentAuthors(words);
  }

  /** What a line is. */
  public enum Kind {
    /** It says who wrote the text below it, by its own form. */
    HEAD,
    /** It is a name, and perhaps a text. */
    NAME,
    /** It gives the time of the text below it, and nothing else. */
    TIME,
    /** It is the page's: "Reply", "Share", a form's. */
    FURNITURE,
    /** It is a reader's text, after the name of who wrote it where the thread is of that form. */
    TEXT
  }

  /**
   * One line.
   *
   * @param author who wrote the text in or below it, where it says so
   * @param postedAt when, where it gives a time that can be told
   * @param text what of it is a reader's text, else empty
   */
  public record Line(Kind kind, @Nullable String author, @Nullable Instant postedAt, String text) {}

  /** The lines that are not blank, in their order. */
  public List<Line> of(List<CopiedLine> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    BitSet heads = new BitSet();
    BitSet times = new BitSet();
    int first = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      Line read = time(line);
      if (read != null) {
        times.set(i);
      } else {
        boolean furniture = words.isCommentChrome(line) || words.isReplyTo(line);
        read = head(line, furniture);
        first = first < 0 && (read != null || !furniture) ? i : first;
        heads.set(i, read != null);
        read = read == null && furniture ? new Line(Kind.FURNITURE, null, null, "") : read;
      }
      out.add(read == null ? new Line(Kind.TEXT, null, null, line) : read);
    }
    if (first < 0) {
      return out;
    }
    if (NUMBER.matcher(lines.get(first).text()).lookingAt()) {
      number(out, lines, first);
    } else if (!underNames(out, lines, times) && heads.cardinality() < 2) {
      boolean named = nameAlone(out, lines);
      if (heads.isEmpty() && (!named || startsNamed(out, lines, first))) {
        nameBeforeText(out, lines, first);
      }
    }
    return out;
  }

  /** A line that gives a time and nothing else, else null. */
  private @Nullable Line time(String line) {
    if (line.length() > LONGEST || TextShape.count(line) > 12) {
      return null;
    }
    String rest = Dates.without(line);
    // "Posted on 2 March 2024" names nobody.
    boolean time = rest.length() < line.length() && isSmall(CommentAuthors.withoutLead(rest));
    if (!time) {
      Matcher ago = AGO.matcher(line);
      time = ago.find() && isSmall(ago.replaceFirst(" "));
    }
    return time ? new Line(Kind.TIME, null, Dates.ANYWHERE.inText(line), "") : null;
  }

  /** Whether there are none but a few of the shortest words: "at", "le … à". */
  private static boolean isSmall(String rest) {
    for (String word : rest.split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 3) {
        return false;
      }
    }
    return TextShape.count(rest) <= 2;
  }

  /**
   * A line that gives a name and a time, else null.
   *
   * @param furniture whether it may be the page's, too: "Last edited 2 days ago", "Marin 2 days
   *     ago"
   */
  private @Nullable Line head(String line, boolean furniture) {
    if (line.length() > LONGEST || TextShape.endsSentence(line)) {
      return null;
    }
    boolean timed = Dates.without(line).length() < line.length() || AGO.matcher(line).find();
    String name = timed ? authors.name(line) : null;
    boolean small = name != null && SMALL_WORD.matcher(name).find();
    return name == null || name.length() >= line.length() || !isUsers(name) || (furniture && small)
        ? null
        : new Line(Kind.HEAD, name, Dates.ANYWHERE.inText(line), "");
  }

  /** Whether it may be a reader's name: one that looks like a name, or one word of any look. */
  private static boolean isUsers(String name) {
    return AuthorLine.isShort(name) && (AuthorLine.isName(name) || name.indexOf(' ') < 0);
  }

  /** A thread that starts with a number: each comment from its number to the next. */
  private void number(List<Line> out, List<CopiedLine> lines, int first) {
    int last = number(lines.get(first).text());
    int step = 0;
    for (int i = first; i < lines.size(); i++) {
      String line = lines.get(i).text();
      int number = number(line);
      boolean next = i == first || Math.abs(number - last) == 1;
      if (number < 0 || !next || (step != 0 && number - last != step)) {
        continue;
      }
      step = i == first ? 0 : number - last;
      last = number;
      String rest = NUMBER.matcher(line).replaceFirst("");
      String name = rest.length() <= LONGEST ? authors.name(rest) : null;
      boolean named = name != null && isUsers(name) && !TextShape.endsSentence(rest);
      out.set(
          i,
          named
              ? new Line(Kind.HEAD, name, Dates.ANYWHERE.inText(rest), "")
              : new Line(Kind.HEAD, null, null, rest));
    }
  }

  private static int number(String line) {
    Matcher matcher = NUMBER.matcher(line);
    if (!matcher.lookingAt()) {
      return -1;
    }
    return Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }

  /** Whether names stand above several times, nearly all: then those lines say who wrote. */
  private boolean underNames(List<Line> out, List<CopiedLine> lines, BitSet times) {
    BitSet names = new BitSet();
    for (int i = times.nextSetBit(1); i > 0; i = times.nextSetBit(i + 1)) {
      String above = words.withoutReplyTo(lines.get(i - 1).text());
      names.set(
          i - 1, AuthorLine.isShort(AuthorLine.name(above)) && out.get(i - 1).kind() == Kind.TEXT);
    }
    if (names.cardinality() < 2 || names.cardinality() * 10 < times.cardinality() * 8) {
      return false;
    }
    for (int i = names.nextSetBit(0); i >= 0; i = names.nextSetBit(i + 1)) {
      String name = AuthorLine.name(words.withoutReplyTo(lines.get(i).text()));
      out.set(i, new Line(Kind.HEAD, name, null, ""));
    }
    return true;
  }

  /** Whether there are lines that look like a name, or come again and are as short. */
  private boolean nameAlone(List<Line> out, List<CopiedLine> lines) {
    Map<String, Integer> times = new HashMap<>();
    lines.forEach(line -> times.merge(line.text(), 1, Integer::sum));
    Set<Integer> named = new HashSet<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = words.withoutReplyTo(lines.get(i).text());
      boolean again = times.getOrDefault(line, 0) > 1 && AuthorLine.isShort(line);
      // What follows a name is its comment: a wide gap or the form's end follows a comment.
      if (out.get(i).kind() == Kind.TEXT
          && lines.get(i + 1).blanks() < 2
          && (AuthorLine.isName(line) || again)) {
        out.set(i, new Line(Kind.NAME, AuthorLine.name(line), null, lines.get(i).text()));
        named.add(i);
      }
    }
    return !named.isEmpty();
  }

  private boolean startsNamed(List<Line> out, List<CopiedLine> lines, int first) {
    return out.get(first).kind() == Kind.TEXT && nameEnd(lines.get(first).text()) > 0;
  }

  /** A thread that starts with a name, a colon and a text: each such line starts a comment. */
  private void nameBeforeText(List<Line> out, List<CopiedLine> lines, int first) {
    int found = 0;
    int texts = 0;
    for (int i = first; i < lines.size(); i++) {
      texts += out.get(i).kind() == Kind.FURNITURE ? 0 : 1;
      found += out.get(i).kind() == Kind.TEXT && nameEnd(lines.get(i).text()) > 0 ? 1 : 0;
    }
    if (nameEnd(lines.get(first).text()) == 0 || (found < 2 && texts > 2)) {
      return;
    }
    for (int i = first; i < lines.size(); i++) {
      String line = lines.get(i).text();
      int end = out.get(i).kind() == Kind.TEXT ? nameEnd(line) : 0;
      if (end > 0) {
        String name = line.substring(0, end).replaceFirst(" ?: +$", "");
        out.set(i, new Line(Kind.HEAD, name, null, line.substring(end)));
      }
    }
  }

  /** Where the text starts that a name and a colon stand before, else 0. */
  private static int nameEnd(String line) {
    Matcher colon = COLON.matcher(line);
    return colon.lookingAt() && isUsers(colon.group(1)) ? colon.end() : 0;
  }
}
