package org.hearsay.page.comments;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockFeatures;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads who wrote a comment and when from the line or the markup that says so. */
final class CommentAuthors {
  /** Longer lines are texts, in characters. */
  private static final int LONGEST = 100;

  private static final Pattern AUTHOR = PageLexicon.markup("comment-author");
  private static final Pattern BEFORE =
      PageLexicon.pattern("comment-before", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern AFTER =
      PageLexicon.pattern("comment-after", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CLOCK =
      PageLexicon.pattern("comment-clock", Pattern.CASE_INSENSITIVE);

  private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2}[:.]\\d\\d");

  private static final Pattern STAMP = PageLexicon.pattern("stamp");

  /** How a line starts that says who wrote and can be nothing else. */
  private static final Pattern SAYS = PageLexicon.pattern("comment-says");

  private static final Pattern COLON = PageLexicon.pattern("comment-colon");

  /** A text that starts with who wrote it and when, as on one line. */
  private static final Pattern HEADED =
      PageLexicon.pattern("comment-headed", Pattern.CASE_INSENSITIVE);

  private final LineKinds words;

  CommentAuthors(LineKinds words) {
    this.words = words;
  }

  /** Whether the block says who wrote what stands next to it, or when. */
  public boolean isSayer(Block block) {
    String text = line(block);
    if (text.length() > LONGEST) {
      return false;
    }
    if (words.isSayer(text) || isAuthor(block) || isTime(text)) {
      return true;
    }
    return block.element().normalName().equals("time");
  }

  /** Whether the block is no text whatever it looks like: "Posted by …", or a time and no more. */
  boolean isSurely(Block block) {
    String text = line(block);
    if (text.length() > LONGEST) {
      return false;
    }
    if (SAYS.matcher(text).matches()) {
      return TextShape.count(text) <= 8 || isStamp(text) || isTime(text);
    }
    return TextShape.count(Dates.without(text)) <= 1 && isTime(text);
  }

  /**
   * The block's text; where it is short and comes from elements that stand side by side without a
   * space, as names and times do in boxes that style sets apart, with a space between them.
   */
  public String line(Block block) {
    String text = block.text();
    Element e = block.element();
    if (text.length() > LONGEST || e.childrenSize() < 2 || !e.ownText().isBlank()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (Element child : e.children()) {
      if (out.length() > LONGEST) {
        return text;
      }
      String part = TextShape.clean(child.text());
      out.append(out.length() == 0 || part.isEmpty() ? "" : " ").append(part);
    }
    String spaced = out.toString();
    return spaced.replace(" ", "").equals(text.replace(" ", "")) ? spaced : text;
  }

  /** Where the text starts in a block that starts with who wrote, and when; else 0. */
  int textAt(Block block) {
    String line = block.text();
    Matcher head = HEADED.matcher(line.length() > 140 ? line.substring(0, 140) : line);
    if (head.lookingAt() && name(head.group(1)) != null) {
      return head.end();
    }
    // A name that is set in bold, and a colon.
    Element child = block.element().firstElementChild();
    String marked = child == null ? "" : child.normalName();
    if (child != null && (marked.equals("b") || marked.equals("strong") || marked.equals("cite"))) {
      String name = TextShape.clean(child.text()).replaceFirst("\\s*:$", "");
      Matcher rest = COLON.matcher(line);
      boolean fits = name.length() > 1 && name.length() <= 40 && TextShape.count(name) <= 4;
      if (fits
          && line.startsWith(name)
          && rest.find(name.length())
          && rest.start() == name.length()) {
        return rest.end();
      }
    }
    return 0;
  }

  /** Whether the line gives a day or a time of day, and little else. */
  private static boolean isTime(String line) {
    return TextShape.count(line) <= 14
        && BlockFeatures.isTime(line)
        && (CLOCK.matcher(line).find() || Dates.ANYWHERE.inText(line) != null);
  }

  /** Whether a day and a time of day stand at the line's end or make up most of it. */
  static boolean isStamp(String line) {
    String end = line.substring(Math.max(0, line.length() - 60));
    Matcher stamp = STAMP.matcher(end);
    return stamp.find() && end.length() - stamp.end() < 12;
  }

  /** The line without the day and time at its end. */
  static String withoutStamp(String line) {
    Matcher stamp = STAMP.matcher(line);
    int end = line.length();
    while (stamp.find()) {
      end = stamp.start();
    }
    return line.substring(0, end).replaceFirst("[\\s(\\[,|-]+$", "");
  }

  /** A line without the word that says that somebody wrote: "posted", "written by". */
  static String withoutLead(String line) {
    return BEFORE.matcher(line.strip() + " ").replaceFirst("").strip();
  }

  /** The name in such a line, else null. */
  public @Nullable String name(String line) {
    String own = words.withoutReplyTo(line);
    String bare = BEFORE.matcher(Dates.without(own)).replaceFirst("");
    String name = AFTER.matcher(bare).replaceFirst("");
    name = name.replaceAll("^[^\\p{L}\\p{N}]+|[\\s,:;|]+$", "");
    boolean letters =
        name.chars().anyMatch(Character::isLetter) && !TIME_OF_DAY.matcher(name).lookingAt();
    return letters && name.length() <= 50 && TextShape.count(name) <= 6 ? name : null;
  }

  /** The time that the block's markup or text gives, else null. */
  public @Nullable Instant time(Block block) {
    Element e = block.element();
    Element marked = e.normalName().equals("time") ? e : marked(e);
    if (marked != null) {
      String value =
          marked.attr("datetime").isEmpty() ? marked.attr("title") : marked.attr("datetime");
      Instant told = Dates.ANYWHERE.instant(value.strip());
      if (told != null) {
        return told;
      }
    }
    return block.text().length() <= LONGEST ? Dates.ANYWHERE.inText(block.text()) : null;
  }

  /** A time two levels down in an element small enough to speak of one comment, else null. */
  private static @Nullable Element marked(Element e) {
    int seen = 0;
    for (Element child = e.firstElementChild();
        child != null && ++seen <= 12;
        child = child.nextElementSibling()) {
      if (child.hasAttr("datetime") || child.normalName().equals("abbr")) {
        return child;
      }
      Element inner = child.firstElementChild();
      if (inner != null && inner.hasAttr("datetime")) {
        return inner;
      }
    }
    return null;
  }

  private static boolean isAuthor(Block block) {
    if (block.text().length() > 80) {
      return false;
    }
    Element e = block.element();
    if (AUTHOR.matcher(Hints.names(e)).find()) {
      return true;
    }
    Element child = e.firstElementChild();
    return child != null
        && (child.normalName().equals("cite") || AUTHOR.matcher(Hints.names(child)).find());
  }
}
