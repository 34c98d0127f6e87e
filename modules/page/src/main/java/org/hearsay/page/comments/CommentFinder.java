package org.hearsay.page.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockFeatures;
import org.hearsay.page.model.BlockScores;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the readers' comments among a page's blocks: in elements whose names say so, and elsewhere
 * where the model says so; and tells one comment from the next, and its author from its text.
 */
public final class CommentFinder {
  private static final Pattern CONTAINER =
      Pattern.compile(
          "(?:^|[-_ ])(?:(?:user|reader|article|story|blog|post|all|view|facebook|fb|the)?-?comments?"
              + "(?:s?-?(?:list|area|section|wrap(?:per)?|block|box|container|thread|body|item|text|content|form|holder"
              + "|template|panel|main|div|data|row|meta|author|header|\\d+))?|commentary-?list|disqus(?:_thread)?|dsq.*"
              + "|wpdiscuz.*|wpd-.*|wc-comment.*|respond|replies|reply|discussions?|talk-?backs?|echo-.*|js-kit.*"
              + "|livefyre.*|readers?-?(?:responses?|views|opinions?)|(?:user)?feedback|postcomment|commenting"
              + "|(?:leser-?)?kommentare?(?:-?(?:liste|bereich|box|block|container|text))?|comentarios?|commentaires?"
              + "|komentar(?:i|ji|e|ze|zy)?|reacties|kommentarer|g(?:ae|ä)stebuch|guest-?book|livre-?d-?or"
              + "|jdgm-rev.*|yotpo-reviews?.*|spr-reviews?.*"
              + "|(?:customer|user|product|reader)-?reviews?(?:-?(?:list|section|container|widget|item))?"
              + "|reviews-?(?:list|section|container|widget))"
              + "(?:$|[-_ \\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ITEM =
      Pattern.compile(
          "(?:^|[-_ ])(?:(?:li-|div-|wpd-|wc-|single-|user-|reader-|jdgm-|spr-|yotpo-)?(?:comment|reply|talkback|post|response|review|rev"
              + "|kommentar|comentario|commentaire|komentar|reactie)"
              + "(?:[-_ ]?(?:\\d+|item|wrap(?:per)?|block|box|entry|row|container|body))?)(?:$|[ ])",
          Pattern.CASE_INSENSITIVE);

  /** A comment's number; "12. June 2031" starts a date. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?!\\d{1,2}\\. ?\\p{L}{3,9}\\.?,? (?:19|20)\\d\\d)(?:#(\\d{1,4})[.):]?|(\\d{1,4})[.):])(?:\\s|$)");

  /** So many numbered comments make a thread. */
  private static final int LEAST_NUMBERED = 4;

  /** How lines start that ask for a comment. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?iu)(?:post|leave|add|write|submit|make|have|tell us|share) (?:a |an |your |us )?(?:comment|reply|response|say|feedback|thought|view|opinion|what you)"
              + "|(?:schreibe?n?|hinterlasse?n?|verfassen?)\\b|(?:laisse[rz]|poste[rz]|écri)\\w*\\b|(?:deja|escribe|añade)\\b"
              + "|(?:оставить|добавить|написать)\\b|(?:ostavi|dodaj|napiši|pošalji|остави|додај|напиши|пошаљи)");

  /** Less prose is no article, in characters. */
  private static final int LEAST_ARTICLE = 120;

  /** So many lines that give a name, a day and a time make a thread. */
  private static final int LEAST_STAMPED = 3;

  /** From here on a block is a reader's, by the model. */
  private static final float READERS = 0.5f;

  /** Next to other signs, this much of a hint by the model is enough. */
  private static final float MAYBE = 0.1f;

  /** A line that heads comments does so after this many characters of prose. */
  private static final int LEAST_BEFORE_READERS = 400;

  /** How many blocks after a heading are looked at for signs of readers. */
  private static final int AHEAD = 16;

  /** Text in an element that is named for comments is none when the model is this sure of it. */
  private static final float SURELY_NOT = 0.03f;

  private final LineKinds words;
  private final CommentAuthors authors;

  public CommentFinder(LineKinds words) {
    this.words = words;
    this.authors = new CommentAuthors(words);
  }

  /**
   * What was found.
   *
   * @param comments in document order
   * @param taken the blocks that stand in the readers' part
   */
  public record Found(List<ReaderComment> comments, BitSet taken) {}

  /** One comment as found, before it has its place among the others. */
  private record Item(
      int at,
      @Nullable Element element,
      @Nullable String author,
      String text,
      @Nullable Instant postedAt) {}

  public Found find(List<Block> blocks, BlockScores model) {
    @Nullable Element[] zones = zones(blocks, model);
    BitSet taken = new BitSet(blocks.size());
    Map<Element, List<Integer>> named = new LinkedHashMap<>();
    List<Integer> loose = new ArrayList<>();
    int heading = heading(blocks, model, zones);
    int end = heading < 0 ? -1 : end(blocks, model, heading);
    Run shown = heading < 0 ? replied(blocks, model, zones) : null;
    if (shown != null) {
      heading = shown.first() - 1;
      end = shown.last();
    }
    BlockScores said = heading < 0 ? model : model.readersAtLeast(heading + 1, end, READERS);
    List<Item> items = new ArrayList<>();
    Count numbered = numbered(blocks);
    if (numbered != null && zones[numbered.start()] == null && isOutside(blocks, model, numbered)) {
      taken.set(numbered.first(), numbered.last() + 1);
      counted(items, blocks, numbered);
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (taken.get(i)) {
        continue;
      }
      Element zone = zones[i];
      if (zone != null) {
        taken.set(i);
        if (isForms(blocks.get(i).element(), zone)) {
          continue;
        }
        Element item = item(blocks.get(i).element(), zone);
        if (item != null) {
          named.computeIfAbsent(item, k -> new ArrayList<>()).add(i);
        } else if (said.comment(i) >= MAYBE && TextShape.count(blocks.get(i).text()) >= 3) {
          loose.add(i);
        }
      } else if (heading >= 0 && i > heading && i <= end) {
        taken.set(i);
        if (blocks.get(i).linkDensity() < 0.6) {
          loose.add(i);
        }
      } else if (said.comment(i) >= READERS && said.comment(i) > said.body(i)) {
        taken.set(i);
        loose.add(i);
      }
    }
    int form = formAfter(blocks, loose);
    loose.removeIf(i -> form >= 0 && i > form);
    BitSet placed = new BitSet(blocks.size());
    signed(blocks, zones, named, placed);
    named.values().forEach(at -> at.forEach(placed::set));
    named.forEach(
        (element, at) -> {
          if (element.equals(zones[at.get(0)]) && isThread(blocks, at)) {
            split(items, blocks, said, at, new BitSet());
          } else {
            add(items, blocks, said, at, element, true, sayers(blocks, at));
          }
        });
    for (List<Integer> thread : threads(loose)) {
      split(items, blocks, said, thread, placed);
      // Who wrote the last one stands below it: no byline of the article's.
      int below = thread.get(thread.size() - 1) + 1;
      for (int i = below; i < Math.min(blocks.size(), below + 2) && isSayer(blocks.get(i)); i++) {
        taken.set(i);
      }
    }
    items.sort(Comparator.comparingInt(Item::at));
    return new Found(placed(items), taken);
  }

  /** The line below readers' texts that asks for more of them, with no thread after it; else -1. */
  private int formAfter(List<Block> blocks, List<Integer> loose) {
    if (loose.isEmpty()) {
      return -1;
    }
    int last = loose.get(loose.size() - 1);
    for (int i = loose.get(0) + 1; i <= last; i++) {
      String line = blocks.get(i).text();
      boolean asks =
          line.length() < 80
              && (words.startsComments(line) || words.isForm(line))
              && ASKS.matcher(line).lookingAt();
      for (int k = i + 1; asks && k < Math.min(blocks.size(), i + AHEAD); k++) {
        asks = !isSayer(blocks.get(k)) || !BlockFeatures.isTime(blocks.get(k).text());
      }
      if (asks) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Gives comments whose elements hold nothing but their text the line that says who wrote and
   * stands next to them: before each, where one stands before the first, else after each.
   */
  private void signed(
      List<Block> blocks,
      @Nullable Element[] zones,
      Map<Element, List<Integer>> named,
      BitSet placed) {
    boolean before = false;
    boolean first = true;
    for (List<Integer> at : named.values()) {
      if (at.stream().anyMatch(i -> isSayer(blocks.get(i)))) {
        return;
      }
      int i = at.get(0) - 1;
      before |= first && i >= 0 && zones[i] != null && isSayer(blocks.get(i));
      first = false;
    }
    for (List<Integer> at : named.values()) {
      int i = before ? at.get(0) - 1 : at.get(at.size() - 1) + 1;
      boolean free = i >= 0 && i < blocks.size() && zones[i] != null && !placed.get(i);
      if (free && isSayer(blocks.get(i))) {
        placed.set(i);
        at.add(before ? 0 : at.size(), i);
      }
    }
  }

  /** Whether the block stands in the form that readers write into. */
  private static boolean isForms(Element element, Element zone) {
    for (Element e = element; e != null && !e.equals(zone); e = e.parent()) {
      if (e.normalName().equals("form")) {
        return e.selectFirst("textarea, input[type=password]") != null;
      }
    }
    return false;
  }

  /** Whether more than one line says who wrote, with texts between them. */
  private boolean isThread(List<Block> blocks, List<Integer> at) {
    int turns = 0;
    boolean says = false;
    for (int i : at) {
      boolean sayer = isSayer(blocks.get(i));
      turns += sayer && !says ? 1 : 0;
      says = sayer;
    }
    return turns >= 2;
  }

  /**
   * The line that heads readers' comments: after enough prose for an article, and with lines that
   * say who wrote after it; else -1.
   */
  public int heading(List<Block> blocks, BlockScores said, @Nullable Element[] zones) {
    int prose = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (prose >= LEAST_BEFORE_READERS && zones[i] == null && words.startsComments(block.text())) {
        int sayers = 0;
        int texts = 0;
        int likeArticle = 0;
        for (int k = i + 1; k < Math.min(blocks.size(), i + AHEAD); k++) {
          String line = blocks.get(k).text();
          boolean says = isSayer(blocks.get(k));
          boolean name = !says && CommentLines.isName(line) && blocks.get(k).linkDensity() < 0.5;
          // One short line with capitals may be anything; two of them are a rhythm.
          sayers += says ? 2 : name ? 1 : 0;
          boolean sayer = says || name;
          boolean text =
              !sayer
                  && TextShape.count(line) >= 6
                  && !words.isCommentChrome(line)
                  && !words.isChrome(line);
          texts += text && (said.body(k) >= MAYBE || said.comment(k) >= MAYBE) ? 1 : 0;
          likeArticle += text && said.body(k) >= READERS ? 1 : 0;
        }
        // Without a sign of readers, only what would else be taken for the article is worth a
        // guess.
        boolean guess = block.isHeading() && likeArticle >= 1;
        if (texts >= 1 && (sayers >= 2 || guess)) {
          return i;
        }
      }
      prose += said.body(i) >= READERS ? block.text().length() : 0;
    }
    return -1;
  }

  /**
   * A run of blocks that are readers'.
   *
   * @param first its first block
   * @param last its last
   */
  public record Run(int first, int last) {}

  /**
   * A thread whose comments are numbered.
   *
   * @param start the first block with a number
   * @param last the last block
   * @param shift how many blocks before its number a comment starts: a board sets the time above
   */
  private record Count(int start, int last, int shift) {
    /** The first block. */
    int first() {
      return start - shift;
    }
  }

  /**
   * The thread whose comments are numbered, up or down, each with a day and a time of day; else
   * null. A list of ten best films is numbered, too, but has no clock.
   */
  private static @Nullable Count numbered(List<Block> blocks) {
    Count best = null;
    int most = LEAST_NUMBERED - 1;
    for (int step : new int[] {1, -1}) {
      // What belongs to a longer run starts none: a page of a million numbers costs no square.
      BitSet counted = new BitSet(blocks.size());
      for (int i = 0; i < blocks.size(); i++) {
        int number = counted.get(i) ? -1 : number(blocks.get(i).text());
        if (number < 0) {
          continue;
        }
        List<Integer> starts = new ArrayList<>(List.of(i));
        int stamped = 0;
        int above = isStampAbove(blocks, i) ? 1 : 0;
        int last = i;
        int end = i;
        boolean stamp = CommentAuthors.isStamp(blocks.get(i).text());
        for (int k = i + 1; k < blocks.size() && k - end <= AHEAD; k++) {
          String line = blocks.get(k).text();
          if (number(line) == number + starts.size() * step) {
            counted.set(k);
            starts.add(k);
            above += isStampAbove(blocks, k) ? 1 : 0;
            stamped += stamp ? 1 : 0;
            stamp = CommentAuthors.isStamp(line);
            last = k;
            end = k;
          } else if (!stamp && k - last <= 4 && CommentAuthors.isStamp(line)) {
            stamp = true;
            end = k;
          }
        }
        stamped += stamp ? 1 : 0;
        if (starts.size() > most && Math.max(above, stamped) * 10 >= starts.size() * 8) {
          most = starts.size();
          int shift = above == starts.size() ? 1 : 0;
          int to = shift == 1 ? lastEnd(starts) - 1 : Math.max(end, lastEnd(starts));
          best = new Count(i, Math.min(blocks.size() - 1, to), shift);
        }
      }
    }
    return best;
  }

  /** Whether an article stands outside of the thread: else it is a forum's page. */
  private static boolean isOutside(List<Block> blocks, BlockScores said, Count thread) {
    int prose = 0;
    for (int i = 0; i < blocks.size(); i++) {
      boolean in = i >= thread.first() && i <= thread.last();
      prose += !in && said.body(i) >= READERS ? blocks.get(i).text().length() : 0;
    }
    return prose >= LEAST_ARTICLE;
  }

  /** Whether the block above gives a day and a time of day, and nothing else. */
  private static boolean isStampAbove(List<Block> blocks, int i) {
    String above = i == 0 ? "" : blocks.get(i - 1).text();
    return CommentAuthors.isStamp(above) && CommentAuthors.withoutStamp(above).isEmpty();
  }

  /** Where the last comment ends if it is as long as the others are, in blocks. */
  private static int lastEnd(List<Integer> starts) {
    int n = starts.size() - 1;
    int[] lengths = new int[n];
    for (int i = 0; i < n; i++) {
      lengths[i] = starts.get(i + 1) - starts.get(i);
    }
    Arrays.sort(lengths);
    return starts.get(n) + (n == 0 ? 1 : lengths[n / 2]) - 1;
  }

  /**
   * The comments of a numbered thread among a copied page's lines.
   *
   * @param first its first line
   * @param last its last line
   */
  public record Numbered(int first, int last, List<ReaderComment> comments) {}

  /** The numbered thread of a copied page, else null. */
  public @Nullable Numbered thread(List<Block> lines) {
    Count found = numbered(lines);
    if (found == null) {
      return null;
    }
    List<Item> items = new ArrayList<>();
    counted(items, lines, found);
    return new Numbered(found.first(), found.last(), placed(items));
  }

  /** The comments of a numbered thread, each from its number to the next. */
  private void counted(List<Item> items, List<Block> blocks, Count thread) {
    int start = thread.start();
    int last = thread.last();
    int shift = thread.shift();
    for (int i = start + 1; i <= last + 1; i++) {
      int number = i > last ? -1 : number(blocks.get(i).text());
      boolean next = number >= 0 && Math.abs(number - number(blocks.get(start).text())) == 1;
      if (next || i > last) {
        int end = i > last ? i : i - shift;
        counted(items, blocks.subList(start - shift, end), start - shift);
        start = i;
      }
    }
  }

  private void counted(List<Item> items, List<Block> own, int at) {
    String author = null;
    Instant postedAt = null;
    List<String> text = new ArrayList<>();
    String head = NUMBER.matcher(own.get(0).text()).replaceFirst("").strip();
    for (Block block : own) {
      boolean first = block.equals(own.get(0));
      String line = first ? head : block.text();
      postedAt = postedAt == null ? authors.time(block) : postedAt;
      boolean stamp = CommentAuthors.isStamp(line);
      boolean sayer =
          first
              ? own.size() > 2 && (stamp || words.isSayer(line) || CommentLines.isName(line))
              : stamp || isSayer(block);
      if (sayer) {
        author = author == null ? authors.name(line) : author;
      } else if (!line.isEmpty() && !words.isCommentChrome(line) && !words.isReplyTo(line)) {
        text.add(stamp ? CommentAuthors.withoutStamp(line) : line);
      }
    }
    if (!text.isEmpty()) {
      items.add(new Item(at, null, author, String.join("\n", text), postedAt));
    }
  }

  /** The number that the line starts with, as comments are numbered, else -1. */
  private static int number(String line) {
    Matcher matcher = NUMBER.matcher(line);
    if (!matcher.lookingAt()) {
      return -1;
    }
    return Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }

  /**
   * The thread under whose comments stands what readers can do with each ("Reply", "Report"), with
   * texts and times between; else null. Where no article comes before, it is a forum's page.
   */
  private @Nullable Run replied(List<Block> blocks, BlockScores said, @Nullable Element[] zones) {
    int prose = 0;
    int first = -1;
    int last = -1;
    int comments = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (zones[i] != null || !words.isReply(blocks.get(i).text())) {
        prose += first < 0 && said.body(i) >= READERS ? blocks.get(i).text().length() : 0;
        continue;
      }
      int start = startOfReplied(blocks, Math.max(last, i - AHEAD), i);
      if (start < 0) {
        last = last >= 0 && i - last <= 3 ? i : last;
      } else if (last >= 0 && start - last <= 3) {
        comments++;
        last = i;
      } else if (comments < 2) {
        int own = 0;
        for (int k = start; k < i; k++) {
          own += said.body(k) >= READERS ? blocks.get(k).text().length() : 0;
        }
        comments = prose - own >= LEAST_BEFORE_READERS ? 1 : 0;
        first = comments == 1 ? start : -1;
        last = comments == 1 ? i : -1;
      }
    }
    return comments >= 2 ? new Run(first, last) : null;
  }

  /**
   * The thread whose texts have a line each, above or below, that gives a name, a day and a time of
   * day; else null. Live blogs have no names, and where no article comes before, it is a forum's
   * page. For copied text only: where there is markup, it tells threads from lists of articles,
   * whose teasers have such lines, too.
   */
  public @Nullable Run stamped(List<Block> blocks, BlockScores said) {
    int prose = 0;
    int first = -1;
    int last = -1;
    int turns = 0;
    for (int i = 0; i < blocks.size(); i++) {
      String line = blocks.get(i).text();
      boolean signs =
          line.length() <= 100
              && CommentAuthors.isStamp(line)
              && authors.name(CommentAuthors.withoutStamp(line)) != null;
      if (!signs) {
        prose += first < 0 && said.body(i) >= READERS ? line.length() : 0;
        continue;
      }
      boolean follows = last >= 0 && i - last <= AHEAD && isText(blocks, last + 1, i);
      if (!follows && turns < LEAST_STAMPED) {
        first = prose >= LEAST_BEFORE_READERS ? i : -1;
        turns = first < 0 ? 0 : 1;
        last = first;
      } else if (follows) {
        turns++;
        last = i;
      }
    }
    if (turns < LEAST_STAMPED) {
      return null;
    }
    boolean above =
        words.isCommentChrome(blocks.get(first - 1).text())
            || (isText(blocks, last + 1, Math.min(blocks.size(), last + 2))
                && !isText(blocks, first - 1, first));
    if (above) {
      int end = last + 1;
      while (end + 1 < blocks.size() && isText(blocks, end + 1, end + 2) && end - last < 3) {
        end++;
      }
      return new Run(first, Math.min(end, blocks.size() - 1));
    }
    // Below: a heading says where the first text starts, else it is one paragraph.
    int start = first - 1;
    for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
      if (words.startsComments(blocks.get(i).text())) {
        start = i + 1;
        break;
      }
    }
    return new Run(start, last);
  }

  /** Whether there is a text among the blocks that is no form's and no menu's. */
  private boolean isText(List<Block> blocks, int from, int to) {
    for (int i = from; i < to; i++) {
      String line = blocks.get(i).text();
      boolean text =
          TextShape.count(line) >= 3
              && blocks.get(i).linkDensity() < 0.5
              && !words.isCommentChrome(line)
              && !words.isChrome(line);
      if (text) {
        return true;
      }
    }
    return false;
  }

  /** Where the comment starts that ends with such a line: with who wrote and when; else -1. */
  private int startOfReplied(List<Block> blocks, int after, int end) {
    int texts = 0;
    for (int i = end - 1; i > after; i--) {
      Block block = blocks.get(i);
      if (isSayer(block) && BlockFeatures.isTime(block.text())) {
        if (texts == 0) {
          return -1;
        }
        int start = i;
        while (start - 1 > after
            && i - start < 2
            && (isSayer(blocks.get(start - 1)) || isNameLine(blocks.get(start - 1)))) {
          start--;
        }
        return start;
      }
      texts += TextShape.count(block.text()) >= 3 && !words.isCommentChrome(block.text()) ? 1 : 0;
    }
    return -1;
  }

  /** Whether the line is a name and nothing else. */
  private boolean isNameLine(Block block) {
    String line = block.text();
    return line.length() <= 40
        && CommentLines.isName(line)
        && !words.isCommentChrome(line)
        && !words.isChrome(line);
  }

  /**
   * The lines that say who wrote in and around a thread. Where none says so in words, by a time or
   * by markup, names that stand alone do.
   */
  private BitSet sayers(List<Block> blocks, List<Integer> thread) {
    int first = Math.max(0, thread.get(0) - 4);
    int last = Math.min(blocks.size() - 1, thread.get(thread.size() - 1) + 4);
    BitSet sayers = new BitSet();
    BitSet names = new BitSet();
    for (int i = first; i <= last; i++) {
      sayers.set(i, isSayer(blocks.get(i)));
      names.set(i, isNameLine(blocks.get(i)));
    }
    if (sayers.isEmpty()) {
      names.clear(0, Math.max(0, thread.get(0) - 1));
      names.clear(Math.min(last, thread.get(thread.size() - 1) + 1) + 1, last + 1);
      int texts = 0;
      for (int i : thread) {
        texts += names.get(i) ? 0 : 1;
      }
      return names.cardinality() >= 2 && names.cardinality() * 2 >= texts ? names : sayers;
    }
    // Names above the lines that give the time: above all of them, since a text may be as short.
    BitSet above = new BitSet();
    int turns = 0;
    for (int i = sayers.nextSetBit(1); i > 0; i = sayers.nextSetBit(i + 1)) {
      if (!sayers.get(i - 1)) {
        turns++;
        above.set(i - 1, names.get(i - 1));
      }
    }
    if (turns >= 2 && above.cardinality() * 10 >= turns * 9) {
      sayers.or(above);
    }
    return sayers;
  }

  /** The last block of the readers' part: after it, a good while, nothing looks like text. */
  public static int end(List<Block> blocks, BlockScores said, int heading) {
    int end = heading;
    for (int i = heading + 1; i < Math.min(blocks.size(), end + AHEAD + 10); i++) {
      if (said.body(i) >= MAYBE || said.comment(i) >= MAYBE) {
        end = i;
      }
    }
    return end;
  }

  /** Gives each comment the place of the one that its element lies in. */
  private static List<ReaderComment> placed(List<Item> items) {
    Map<Element, Integer> places = new HashMap<>();
    List<ReaderComment> out = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      Integer parent = null;
      int level = 0;
      for (Element e = item.element() == null ? null : item.element().parent();
          e != null && parent == null && level < 12;
          e = e.parent(), level++) {
        parent = places.get(e);
      }
      if (item.element() != null) {
        places.put(item.element(), i);
        Element around = item.element().parent();
        // WordPress nests the answers in the list item around the comment's own element.
        if (around != null && around.normalName().equals("li")) {
          places.put(around, i);
        }
      }
      out.add(new ReaderComment(item.author(), item.text(), item.postedAt(), parent));
    }
    return out;
  }

  /** The outermost element of each block that is named for comments and holds no article. */
  public static @Nullable Element[] zones(List<Block> blocks, BlockScores said) {
    Map<String, Boolean> names = new HashMap<>();
    Map<Element, Boolean> candidate = new HashMap<>();
    Map<Element, double[]> held = new HashMap<>();
    double all = 1;
    double article = 1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      double chars = block.text().length();
      double mass = said.body(i) * chars;
      all += chars;
      article += mass;
      for (Element e = block.element(); e != null; e = e.parent()) {
        if (candidate.computeIfAbsent(e, k -> isNamed(k, names))) {
          double[] sum = held.computeIfAbsent(e, k -> new double[3]);
          sum[0] += chars;
          sum[1] += mass;
          sum[2] += block.element().normalName().equals("h1") ? 1 : 0;
        }
      }
    }
    @Nullable Element[] zones = new Element[blocks.size()];
    Set<Element> ruled = new HashSet<>();
    for (Map.Entry<Element, double[]> entry : held.entrySet()) {
      double[] sum = entry.getValue();
      // A class such as "has-comments" on the whole article's element names no container.
      if (sum[0] < all * 0.85 && sum[2] == 0 && sum[1] < article * 0.4) {
        ruled.add(entry.getKey());
      }
    }
    for (int i = 0; i < blocks.size() && !ruled.isEmpty(); i++) {
      for (Element e = blocks.get(i).element(); e != null; e = e.parent()) {
        zones[i] = ruled.contains(e) ? e : zones[i];
      }
    }
    return zones;
  }

  private static boolean isNamed(Element e, Map<String, Boolean> names) {
    String tag = e.normalName();
    if (!e.isBlock() || tag.equals("body") || tag.equals("main") || tag.equals("form")) {
      return false;
    }
    String hints = Hints.names(e);
    return hints.length() > 3 && names.computeIfAbsent(hints, k -> CONTAINER.matcher(k).find());
  }

  /** Runs of blocks without a wide gap between them. */
  private static List<List<Integer>> threads(List<Integer> loose) {
    List<List<Integer>> out = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int i : loose) {
      if (!run.isEmpty() && i - run.get(run.size() - 1) > 25) {
        out.add(run);
        run = new ArrayList<>();
      }
      run.add(i);
    }
    if (!run.isEmpty()) {
      out.add(run);
    }
    return out;
  }

  /** Comments without a name: by elements that repeat, else by the lines that say who wrote. */
  private void split(
      List<Item> items, List<Block> blocks, BlockScores said, List<Integer> thread, BitSet placed) {
    int first = thread.get(0);
    int last = thread.get(thread.size() - 1);
    Element common = common(blocks, first, last);
    BitSet sayers = sayers(blocks, thread);
    if (common != null && first < last) {
      Map<Element, List<Integer>> children = new LinkedHashMap<>();
      Set<Element> texts = new HashSet<>();
      int from = Math.max(0, first - 4);
      int to = Math.min(blocks.size() - 1, last + 4);
      Set<Integer> readers = new HashSet<>(thread);
      for (int i = from; i <= to; i++) {
        Element child = placed.get(i) ? null : childOf(blocks.get(i).element(), common);
        if (child != null && (i >= first || sayers.get(i))) {
          children.computeIfAbsent(child, k -> new ArrayList<>()).add(i);
          if (readers.contains(i)) {
            texts.add(child);
          }
        }
      }
      int rich = 0;
      for (Element child : texts) {
        List<Integer> at = children.getOrDefault(child, List.of());
        rich += at.size() >= 2 && at.stream().anyMatch(sayers::get) ? 1 : 0;
      }
      if (texts.size() >= 2 && rich * 2 > texts.size()) {
        for (Element child : texts) {
          add(items, blocks, said, children.getOrDefault(child, List.of()), child, false, sayers);
        }
        return;
      }
    }
    flat(items, blocks, said, thread, placed, sayers);
  }

  /** A thread of lines: who wrote stands before each text, or after it. */
  private void flat(
      List<Item> items,
      List<Block> blocks,
      BlockScores said,
      List<Integer> thread,
      BitSet placed,
      BitSet sayers) {
    int first = thread.get(0);
    int last = thread.get(thread.size() - 1);
    Set<Integer> readers = new HashSet<>(thread);
    boolean before = false;
    for (int i = Math.max(0, first - 2); i <= first; i++) {
      before |= sayers.get(i);
    }
    if (!before && sayers.nextSetBit(first) < 0) {
      // Nothing tells one reader from the next but the paragraphs.
      thread.forEach(i -> add(items, blocks, said, List.of(i), null, false, sayers));
      return;
    }
    List<Integer> run = new ArrayList<>();
    boolean text = false;
    for (int i = Math.max(0, first - 2); i <= Math.min(blocks.size() - 1, last + 2); i++) {
      boolean sayer = sayers.get(i);
      if (placed.get(i) || (!sayer && !readers.contains(i))) {
        continue;
      }
      if (sayer && before && text) {
        add(items, blocks, said, run, null, false, sayers);
        run = new ArrayList<>();
        text = false;
      }
      run.add(i);
      text |= !sayer;
      if (sayer && !before && text && (i == last || !sayers.get(i + 1))) {
        add(items, blocks, said, run, null, false, sayers);
        run = new ArrayList<>();
        text = false;
      }
    }
    add(items, blocks, said, run, null, false, sayers);
  }

  private boolean isSayer(Block block) {
    return authors.isSayer(block);
  }

  private void add(
      List<Item> items,
      List<Block> blocks,
      BlockScores said,
      List<Integer> at,
      @Nullable Element element,
      boolean named,
      BitSet sayers) {
    String author = null;
    Instant postedAt = null;
    float most = 0;
    List<String> text = new ArrayList<>();
    for (int i : at) {
      Block block = blocks.get(i);
      String line = block.text();
      if (postedAt == null) {
        postedAt = authors.time(block);
      }
      boolean sayer =
          authors.isSurely(block)
              || (sayers.get(i) && (said.comment(i) < 0.9 || !authors.isSayer(block)));
      if (sayer
          || (named
              && author == null
              && text.isEmpty()
              && line.length() <= 40
              && !words.startsComments(line)
              && CommentLines.isName(line))) {
        if (author == null) {
          author = authors.name(authors.line(block));
        }
      } else if (!words.isCommentChrome(line)
          && !words.isReplyTo(line)
          && block.linkDensity() < 0.6
          && (!text.isEmpty() || named || TextShape.count(line) >= 2)
          && !(text.size() > 0 && !named && line.length() > 20 && words.isChrome(line))) {
        int start = author == null && text.isEmpty() ? authors.textAt(block) : 0;
        if (start > 0) {
          String head = line.substring(0, start);
          author = authors.name(head);
          postedAt = postedAt == null ? Dates.ANYWHERE.inText(head) : postedAt;
        }
        text.add(line.substring(start));
        most = Math.max(most, said.comment(i));
      }
    }
    boolean signed = named && author != null;
    if (!text.isEmpty() && (signed || most > SURELY_NOT)) {
      items.add(new Item(at.get(0), element, author, String.join("\n", text), postedAt));
    }
  }

  public static @Nullable Element item(Element element, Element container) {
    for (Element e = element; e != null; e = e.parent()) {
      boolean item = ITEM.matcher(Hints.names(e)).find();
      if (item && (!e.equals(container) || !e.normalName().equals("ol"))) {
        return e;
      }
      if (e.equals(container)) {
        return null;
      }
      if (e.normalName().equals("li") || e.normalName().equals("article")) {
        return e;
      }
    }
    return null;
  }

  private static @Nullable Element common(List<Block> blocks, int first, int last) {
    Set<Element> path = new HashSet<>();
    for (Element e = blocks.get(first).element(); e != null; e = e.parent()) {
      path.add(e);
    }
    for (Element e = blocks.get(last).element(); e != null; e = e.parent()) {
      if (path.contains(e)) {
        return e;
      }
    }
    return null;
  }

  private static @Nullable Element childOf(Element element, Element top) {
    for (Element e = element; e != null; e = e.parent()) {
      if (top.equals(e.parent())) {
        return e;
      }
    }
    return null;
  }
}
