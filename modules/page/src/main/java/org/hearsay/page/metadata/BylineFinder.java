package org.hearsay.page.metadata;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the byline that readers see on a page whose head does not name who wrote. */
public final class BylineFinder {
  private static final Pattern NAMED = PageLexicon.markup("byline");

  /** Elements that name an author wherever they stand. */
  private static final String MARKED =
      String.join(", ", PageLexicon.markupNames("author-elements"));

  /** First and last name, nobility and initials between them: what may sign without "By". */
  private static final Pattern FULL_NAME = PageLexicon.pattern("full-name");

  /** A user's name, which is one only next to a day. */
  private static final Pattern NICK = PageLexicon.pattern("byline-nick");

  /** What stands between a line's parts: signs, and the labels of the next. */
  private static final Pattern PARTS =
      Pattern.compile("\\s*[|·•]\\s*|\\s+[–—-]\\s+|\\s+(?=\\p{Lu}\\p{L}{2,12} ?: )");

  /** How many blocks before and after the article may hold its byline. */
  private static final int BEFORE = 25;

  private static final int AFTER = 12;

  /** How many "time" elements of a block are looked at. */
  private static final int MOST_TIMES = 10;

  /** Names without a word that says so stand nearer. */
  private static final int NEAR = 10;

  private final LineKinds words;
  private final AuthorNames authors;
  private final OutletLabels outlet;
  private final @Nullable String title;

  /** For a page of an outlet, whose title names nobody. */
  public BylineFinder(
      LineKinds words, AuthorNames authors, OutletLabels outlet, @Nullable String title) {
    this.words = words;
    this.authors = authors;
    this.outlet = outlet;
    this.title = title == null ? null : title.toLowerCase(Locale.ROOT);
  }

  /** As {@link #near}, else in the first element that is marked as an author's name. */
  public @Nullable String find(
      Document page, List<Block> blocks, BitSet taken, int first, int last) {
    String near = near(blocks, taken, first, last);
    return near == null ? marked(page) : near;
  }

  /**
   * In lines that say so, in elements that are named so, in the line that gives the day.
   *
   * @param taken the blocks that stand in the readers' part
   * @param first the article's first block
   * @param last its last
   */
  public @Nullable String near(List<Block> blocks, BitSet taken, int first, int last) {
    if (first < 0) {
      return null;
    }
    int from = Math.max(0, first - BEFORE);
    int to = Math.min(blocks.size() - 1, last + AFTER);
    for (int i = from; i <= to; i++) {
      String by = taken.get(i) ? null : said(blocks.get(i).text());
      if (by != null) {
        return beforeTimes(by, blocks.get(i));
      }
    }
    for (int i = from; i <= to; i++) {
      Block block = blocks.get(i);
      if (!taken.get(i) && block.text().length() <= 100 && TextShape.count(block.text()) <= 7) {
        String name = isNamed(block.element()) ? author(block.text()) : null;
        if (name != null && Character.isUpperCase(name.codePointAt(0))) {
          return name;
        }
      }
    }
    for (int i = Math.max(0, first - NEAR); i <= Math.min(to, first + NEAR); i++) {
      String name = taken.get(i) ? null : dated(blocks.get(i));
      if (name != null && isRare(name, blocks)) {
        return name;
      }
    }
    return null;
  }

  /** What of a byline stands before the "time" elements of its block: "Anna Torvik, Tuesday". */
  private static String beforeTimes(String by, Block block) {
    int start = block.text().indexOf(by);
    int end = start + by.length();
    int seen = 0;
    for (Element time : block.element().getElementsByTag("time")) {
      if (start < 0 || ++seen > MOST_TIMES) {
        break;
      }
      String written = TextShape.clean(time.text());
      int at = written.isEmpty() ? -1 : block.text().indexOf(written, start);
      end = at > start ? Math.min(end, at) : end;
    }
    return start < 0 ? by : block.text().substring(start, end).replaceFirst("[\\s|,;:·•–—-]+$", "");
  }

  /** The names in a line that says who wrote, alone or next to a day and the like; else null. */
  private @Nullable String said(String line) {
    if (line.length() > 160) {
      return null;
    }
    String by = author(words.byline(line));
    String rest = Dates.without(line);
    if (by == null || Dates.endsInMonth(by)) {
      String dateless = rest.length() < line.length() ? author(words.byline(rest)) : null;
      by = dateless == null ? by : dateless;
      String[] parts = by == null ? PARTS.split(rest, 8) : new String[0];
      for (int i = 0; i < parts.length && by == null && parts.length > 1; i++) {
        by = author(words.byline(parts[i].strip()));
        Matcher nick = NICK.matcher(parts[i].strip());
        by =
            by == null && rest.length() < line.length() && nick.matches()
                ? author(nick.group(1))
                : by;
      }
    }
    return by;
  }

  /** The name next to the day: "11.12.2019 - Anna Beispiel". */
  private @Nullable String dated(Block block) {
    String line = block.text();
    if (line.length() > 90 || block.isHeading()) {
      return null;
    }
    String rest = Dates.without(line);
    if (rest.length() == line.length()) {
      return null;
    }
    for (String part : PARTS.split(rest.replace(',', '|'), 8)) {
      String name = part.replaceAll("^[\\W_]+|[\\W_]+$", "");
      if (FULL_NAME.matcher(name).matches()) {
        return author(name);
      }
    }
    return null;
  }

  /**
   * Whether the words of the name stand in no text of the page but together: "Further Reading" and
   * "Berlin Mitte" have the look of names, too.
   */
  private static boolean isRare(String name, List<Block> blocks) {
    String all = name.toLowerCase(Locale.ROOT);
    String[] parts = all.split(" ", -1);
    int alone = 0;
    for (Block block : blocks) {
      String text = block.text().toLowerCase(Locale.ROOT).replace(all, " ");
      for (String part : new String[] {parts[0], parts[parts.length - 1]}) {
        int at = part.length() < 3 ? -1 : text.indexOf(part);
        if (at >= 0 && isWord(text, at, at + part.length())) {
          alone += TextShape.count(text) >= 12 && part.equals(parts[0]) ? 2 : 1;
        }
      }
      if (alone > 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isLetter(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  private static boolean isNamed(Element element) {
    int level = 0;
    for (Element e = element; e != null && level < 3; e = e.parent(), level++) {
      if (NAMED.matcher(Hints.names(e)).find() || e.attr("itemprop").equalsIgnoreCase("author")) {
        return true;
      }
    }
    return false;
  }

  /** The first element that is marked as the author's name and stands in no comment. */
  private @Nullable String marked(Document page) {
    Hints hints = new Hints();
    for (Element element : Metadata.some(page, MARKED)) {
      String text = TextShape.clean(element.text());
      if (text.isEmpty() || text.length() > 60 || TextShape.count(text) > 5) {
        continue;
      }
      boolean comment = false;
      int level = 0;
      for (Element e = element; e != null && level < 10; e = e.parent(), level++) {
        comment |= (hints.of(e) & (1 << Hints.COMMENT)) != 0 && !e.normalName().equals("body");
      }
      String name = comment ? null : author(text);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** A headline such as "By land and sea" names nobody. */
  private @Nullable String author(@Nullable String text) {
    String name = authors.author(text, outlet);
    if (name == null || title == null) {
      return name;
    }
    boolean headline =
        name.length() * 2 >= title.length() && title.contains(name.toLowerCase(Locale.ROOT));
    return headline ? null : name;
  }
}
