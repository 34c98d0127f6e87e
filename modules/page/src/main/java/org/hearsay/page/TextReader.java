package org.hearsay.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a page as copied from a browser: its lines, without markup. */
final class TextReader {
  /** A line this long is prose even where it does not end like a sentence, in words. */
  private static final int PROSE_WORDS = 25;

  /** The longest headline, in characters. */
  private static final int LONGEST_TITLE = 200;

  private final Words words;
  private final NoticeFinder notices;
  private final CommentLines commentLines;

  TextReader(Words words, NoticeFinder notices) {
    this.words = words;
    this.notices = notices;
    this.commentLines = new CommentLines(words);
  }

  /** A line that is not blank, and how many blank ones stand before it. */
  record Line(String text, int blanks) {}

  PageReading read(String page, @Nullable String url) {
    List<Line> lines = lines(page);
    int first = firstProse(lines);
    int commentsAt = commentsAt(lines, first);
    int title = first < 0 ? firstHeadline(lines, lines.size()) : title(lines, first);

    List<Notice> found = new ArrayList<>();
    String publisher = null;
    for (int i = 0; i < lines.size() && publisher == null; i++) {
      // Readers may write "Support X" too: only the page's own part names the outlet.
      if (i < commentsAt || i >= lines.size() - 3) {
        publisher = words.publisher(lines.get(i).text);
      }
    }
    String dek = null;
    String byline = null;
    int from = first < 0 ? commentsAt : first;
    for (int i = title + 1; i < from; i++) {
      String line = lines.get(i).text;
      Notice notice = notices.line(line);
      String by = words.byline(line);
      if (notice != null) {
        NoticeFinder.add(found, notice);
      } else if (by != null) {
        byline = byline == null ? by : byline;
      } else if (title >= 0 && dek == null && isDek(line, lines.get(title).text)) {
        dek = line;
      }
    }

    int last = from - 1;
    for (int i = from; i < commentsAt; i++) {
      if (isProse(lines.get(i).text)) {
        last = i;
      }
    }
    List<String> body = new ArrayList<>();
    for (int i = from; i < commentsAt; i++) {
      String line = lines.get(i).text;
      Notice notice = notices.line(line);
      if (notice != null) {
        NoticeFinder.add(found, notice);
      } else if (i <= last && !words.isChrome(line)) {
        notices.inside(line, body.size() < 3).forEach(n -> NoticeFinder.add(found, n));
        body.add(line);
      }
    }
    NoticeFinder.add(found, notices.byline(byline));
    Body text = Body.of(body);
    List<ReaderComment> comments =
        commentLines.read(lines.subList(Math.min(commentsAt, lines.size()), lines.size()));
    return new PageReading(
        new PageArticle(
            url,
            publisher,
            title < 0 ? null : lines.get(title).text,
            dek,
            byline,
            Bylines.authors(byline, notices),
            null,
            null,
            null,
            null,
            text.text(),
            text.paragraphs(),
            found,
            List.of()),
        comments);
  }

  private static List<Line> lines(String page) {
    List<Line> raw = new ArrayList<>();
    int blanks = 0;
    for (String line : page.lines().toList()) {
      String text = Words.clean(line);
      if (text.isEmpty()) {
        blanks++;
      } else {
        raw.add(new Line(text, blanks));
        blanks = 0;
      }
    }
    return unwrapped(raw);
  }

  /**
   * Joins the lines of paragraphs that were broken at a fixed width: several lines without a blank
   * one between, all but the last of about one length and most not at a sentence's end.
   */
  private static List<Line> unwrapped(List<Line> raw) {
    List<Line> out = new ArrayList<>();
    int i = 0;
    while (i < raw.size()) {
      int end = i + 1;
      while (end < raw.size() && raw.get(end).blanks == 0) {
        end++;
      }
      List<Line> group = raw.subList(i, end);
      if (isWrapped(group)) {
        StringBuilder text = new StringBuilder();
        for (Line line : group) {
          text.append(text.length() == 0 ? "" : " ").append(line.text);
        }
        out.add(new Line(text.toString(), group.get(0).blanks));
      } else {
        out.addAll(group);
      }
      i = end;
    }
    return out;
  }

  private static boolean isWrapped(List<Line> group) {
    if (group.size() < 2) {
      return false;
    }
    int open = 0;
    for (Line line : group.subList(0, group.size() - 1)) {
      if (line.text.length() < 50 || line.text.length() > 110) {
        return false;
      }
      open += Words.endsSentence(line.text) ? 0 : 1;
    }
    return open * 2 > group.size() - 1;
  }

  private boolean isProse(String line) {
    int count = Words.count(line);
    return (count >= PROSE_WORDS || (count >= 6 && Words.endsSentence(line)))
        && !words.isChrome(line)
        && !words.startsComments(line)
        && notices.line(line) == null;
  }

  /**
   * The body's first line: prose that is followed by more prose soon, so that a lone sentence among
   * a page's widgets does not open the body; else the first prose at all.
   */
  private int firstProse(List<Line> lines) {
    int fallback = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (words.startsComments(lines.get(i).text) && fallback >= 0) {
        break;
      }
      if (!isProse(lines.get(i).text)) {
        continue;
      }
      fallback = fallback < 0 ? i : fallback;
      for (int k = i + 1; k < Math.min(lines.size(), i + 4); k++) {
        if (words.startsComments(lines.get(k).text)) {
          break;
        }
        if (isProse(lines.get(k).text)) {
          return i;
        }
      }
    }
    return fallback;
  }

  private int commentsAt(List<Line> lines, int first) {
    for (int i = first + 1; i < lines.size(); i++) {
      if (words.startsComments(lines.get(i).text)) {
        return i;
      }
    }
    return lines.size();
  }

  /** The line that heads the article, before its first prose: one shown twice, else the first. */
  private int title(List<Line> lines, int first) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < first; i++) {
      String line = lines.get(i).text;
      if (isHeadline(line) && !seen.add(line.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return firstHeadline(lines, first);
  }

  private int firstHeadline(List<Line> lines, int end) {
    for (int least : new int[] {4, 2}) {
      for (int i = 0; i < end; i++) {
        if (isHeadline(lines.get(i).text) && Words.count(lines.get(i).text) >= least) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isHeadline(String line) {
    return line.length() <= LONGEST_TITLE
        && Words.count(line) >= 2
        && !line.endsWith(".")
        && !line.endsWith(":")
        && !words.isChrome(line)
        && !words.startsComments(line)
        && words.byline(line) == null
        && notices.line(line) == null;
  }

  private boolean isDek(String line, String title) {
    return Words.count(line) >= 6 && !line.equalsIgnoreCase(title) && !words.isChrome(line);
  }
}
