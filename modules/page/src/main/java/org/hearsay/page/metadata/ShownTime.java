package org.hearsay.page.metadata;

import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the time of publication that readers see next to the article. */
public final class ShownTime {
  /** LineKinds with which templates give the day of publication, in several languages. */
  private static final Pattern PUBLISHED_LINE = PageLexicon.pattern("published");

  /** How many "time" elements near a day are looked at. */
  private static final int MOST_TIMES = 10;

  /** A time whose day is not shown is the article's in a line of so many words at most. */
  private static final int MOST_AROUND = 14;

  private ShownTime() {}

  /**
   * The time that readers see next to the article, nearest to its start first: above it, else in a
   * short line between its first paragraphs (a lead may stand above the day), else below it.
   *
   * @param taken the blocks that stand in the readers' part
   */
  public static @Nullable OffsetDateTime of(
      Dates dates, List<Block> blocks, BitSet taken, int first, int last, boolean monthFirst) {
    if (first < 0) {
      return null;
    }
    for (int i = first; i >= Math.max(0, first - 30); i--) {
      OffsetDateTime at = taken.get(i) ? null : time(dates, blocks.get(i), monthFirst);
      if (at != null) {
        return at;
      }
    }
    for (int i = first + 1; i <= Math.min(last, first + 12); i++) {
      String text = blocks.get(i).text();
      String start = text.length() > 100 ? beforeDash(text) : text;
      boolean little = Dates.without(start).length() <= 45 || TextShape.count(start) <= 14;
      OffsetDateTime at =
          taken.get(i) || start.isEmpty() || !little
              ? null
              : time(dates, blocks.get(i), start, monthFirst);
      if (at != null) {
        return at;
      }
    }
    for (int i = last + 1; i <= Math.min(blocks.size() - 1, last + 25); i++) {
      // Farther down stand the days of other articles.
      boolean far = i > last + 12 && !PUBLISHED_LINE.matcher(blocks.get(i).text()).find();
      OffsetDateTime at = taken.get(i) || far ? null : time(dates, blocks.get(i), monthFirst);
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  /** What stands before the dash that ends a line of place and day, else nothing. */
  private static String beforeDash(String text) {
    int end = -1;
    for (int i = 0; i < Math.min(60, text.length() - 1) && end < 0; i++) {
      boolean dash = "–—-|".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ';
      end = dash ? i : end;
    }
    return end < 0 ? "" : text.substring(0, end);
  }

  private static @Nullable OffsetDateTime time(Dates dates, Block block, boolean monthFirst) {
    String text = block.text();
    return time(dates, block, text.length() > 160 ? text.substring(0, 60) : text, monthFirst);
  }

  private static @Nullable OffsetDateTime time(
      Dates dates, Block block, String text, boolean monthFirst) {
    Element e = block.element();
    if (e.normalName().equals("time") && e.hasAttr("datetime")) {
      OffsetDateTime at = dates.at(e.attr("datetime").strip());
      if (at != null) {
        return at;
      }
    }
    boolean copyright = text.indexOf('©') >= 0;
    OffsetDateTime shown = copyright ? null : dates.in(text, monthFirst);
    if (shown == null) {
      // "Tuesday", "7:15 AM", "5 hours ago": the day stands in the markup alone.
      return copyright || TextShape.count(text) > MOST_AROUND ? null : marked(dates, e, text);
    }
    OffsetDateTime marked = marked(dates, e, text);
    return marked == null || !isSameDay(marked, shown) ? shown : marked;
  }

  /** The machine's writing of the time that stands in the text, in a "time" element; else null. */
  private static @Nullable OffsetDateTime marked(Dates dates, Element around, String text) {
    int seen = 0;
    for (Element time : around.getElementsByTag("time")) {
      String written = TextShape.clean(time.text());
      if (++seen > MOST_TIMES) {
        return null;
      }
      if (time.hasAttr("datetime") && !written.isEmpty() && text.contains(written)) {
        OffsetDateTime at = dates.at(time.attr("datetime").strip());
        if (at != null) {
          return at;
        }
      }
    }
    return null;
  }

  /** Whether they may be the same day, seen from two zones. */
  private static boolean isSameDay(OffsetDateTime a, OffsetDateTime b) {
    return Math.abs(a.toLocalDate().toEpochDay() - b.toLocalDate().toEpochDay()) <= 1;
  }
}
