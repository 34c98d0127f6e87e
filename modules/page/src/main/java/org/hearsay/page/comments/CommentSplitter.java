package org.hearsay.page.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.block.Block;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockScores;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells one comment of a page from the next, and its author from its text. Not for threads. */
final class CommentSplitter {
  /** Text in an element that is named for comments is none when the model is this sure of it. */
  private static final float SURELY_NOT = 0.03f;

  private final LineKinds words;
  private final CommentAuthors authors;
  private final Sayers sayers;
  private final List<Block> blocks;
  private final BlockScores scores;
  private final List<CommentItem> items = new ArrayList<>();

  CommentSplitter(LineKinds words, CommentAuthors authors, List<Block> blocks, BlockScores scores) {
    this.words = words;
    this.authors = authors;
    this.sayers = new Sayers(words, authors);
    this.blocks = blocks;
    this.scores = scores;
  }

  /** The comments that were added, in the page's order. */
  List<ReaderComment> comments() {
    items.sort(Comparator.comparingInt(CommentItem::at));
    return CommentItem.placed(items);
  }

  /** Comments without a name: by elements that repeat, else by the lines that say who wrote. */
  void split(List<Integer> thread, BitSet placed) {
    BitSet says = sayers.of(blocks, thread);
    if (!byElements(thread, placed, says)) {
      byLines(thread, placed, says);
    }
  }

  /** Whether the thread was split: most of the elements with its texts say who wrote. */
  private boolean byElements(List<Integer> thread, BitSet placed, BitSet says) {
    int first = thread.get(0);
    int last = thread.get(thread.size() - 1);
    Element common = common(blocks, first, last);
    if (common == null || first >= last) {
      return false;
    }
    Map<Element, List<Integer>> children = new LinkedHashMap<>();
    Set<Element> texts = new HashSet<>();
    int from = Math.max(0, first - 4);
    int to = Math.min(blocks.size() - 1, last + 4);
    Set<Integer> readers = new HashSet<>(thread);
    for (int i = from; i <= to; i++) {
      Element child = placed.get(i) ? null : childOf(blocks.get(i).element(), common);
      if (child != null && (i >= first || says.get(i))) {
        children.computeIfAbsent(child, k -> new ArrayList<>()).add(i);
        if (readers.contains(i)) {
          texts.add(child);
        }
      }
    }
    int rich = 0;
    for (Element child : texts) {
      List<Integer> at = children.getOrDefault(child, List.of());
      rich += at.size() >= 2 && at.stream().anyMatch(says::get) ? 1 : 0;
    }
    if (texts.size() < 2 || rich * 2 <= texts.size()) {
      return false;
    }
    for (Element child : texts) {
      add(children.getOrDefault(child, List.of()), child, false, says);
    }
    return true;
  }

  /** A thread of lines: who wrote stands before each text, or after it. */
  private void byLines(List<Integer> thread, BitSet placed, BitSet says) {
    int first = thread.get(0);
    int last = thread.get(thread.size() - 1);
    Set<Integer> readers = new HashSet<>(thread);
    boolean before = false;
    for (int i = Math.max(0, first - 2); i <= first; i++) {
      before |= says.get(i);
    }
    if (!before && says.nextSetBit(first) < 0) {
      // Nothing tells one reader from the next but the paragraphs.
      thread.forEach(i -> add(List.of(i), null, false, says));
      return;
    }
    List<Integer> run = new ArrayList<>();
    boolean text = false;
    for (int i = Math.max(0, first - 2); i <= Math.min(blocks.size() - 1, last + 2); i++) {
      boolean sayer = says.get(i);
      if (placed.get(i) || (!sayer && !readers.contains(i))) {
        continue;
      }
      if (sayer && before && text) {
        add(run, null, false, says);
        run = new ArrayList<>();
        text = false;
      }
      run.add(i);
      text |= !sayer;
      if (sayer && !before && text && (i == last || !says.get(i + 1))) {
        add(run, null, false, says);
        run = new ArrayList<>();
        text = false;
      }
    }
    add(run, null, false, says);
  }

  /**
   * Makes one comment of its blocks.
   *
   * @param element what holds it and nothing else, where there is such an element
   * @param named whether the element is named for comments
   * @param says the blocks that say who wrote
   */
  void add(List<Integer> at, @Nullable Element element, boolean named, BitSet says) {
    CommentSoFar draft = new CommentSoFar();
    for (int i : at) {
      Block block = blocks.get(i);
      if (draft.postedAt == null) {
        draft.postedAt = authors.time(block);
      }
      if (isSayer(i, says) || (named && draft.isEmpty() && isNameAbove(block.text()))) {
        if (draft.author == null) {
          draft.author = authors.name(authors.line(block));
        }
      } else if (isText(block, named, !draft.text.isEmpty())) {
        addText(draft, block);
        draft.most = Math.max(draft.most, scores.comment(i));
      }
    }
    boolean signed = named && draft.author != null;
    if (!draft.text.isEmpty() && (signed || draft.most > SURELY_NOT)) {
      items.add(
          new CommentItem(
              at.get(0), element, draft.author, String.join("\n", draft.text), draft.postedAt));
    }
  }

  /** What is known of a comment so far. */
  private static final class CommentSoFar {
    private @Nullable String author;
    private @Nullable Instant postedAt;
    private final List<String> text = new ArrayList<>();

    /** How likely the likeliest of its texts is a reader's, 0..1. */
    private float most;

    boolean isEmpty() {
      return author == null && text.isEmpty();
    }
  }

  private void addText(CommentSoFar draft, Block block) {
    String line = block.text();
    int start = draft.isEmpty() ? authors.textAt(block) : 0;
    if (start > 0) {
      String head = line.substring(0, start);
      draft.author = authors.name(head);
      draft.postedAt = draft.postedAt == null ? Dates.ANYWHERE.inText(head) : draft.postedAt;
    }
    draft.text.add(line.substring(start));
  }

  private boolean isSayer(int block, BitSet says) {
    return authors.isSurely(blocks.get(block))
        || (says.get(block)
            && (scores.comment(block) < 0.9 || !authors.isSayer(blocks.get(block))));
  }

  /** Whether the line above a named comment's text is a name. */
  private boolean isNameAbove(String line) {
    return line.length() <= 40 && !words.startsComments(line) && AuthorLine.isName(line);
  }

  /** Whether the block is text of a comment and not what stands around it. */
  private boolean isText(Block block, boolean named, boolean begun) {
    String line = block.text();
    return !words.isCommentChrome(line)
        && !words.isReplyTo(line)
        && block.linkDensity() < 0.6
        && (begun || named || TextShape.count(line) >= 2)
        && !(begun && !named && line.length() > 20 && words.isChrome(line));
  }

  /**
   * Gives comments whose elements hold nothing but their text the line that says who wrote and
   * stands next to them: before each, where one stands before the first, else after each.
   */
  void sign(List<@Nullable Element> zones, Map<Element, List<Integer>> named, BitSet placed) {
    boolean before = false;
    boolean first = true;
    for (List<Integer> at : named.values()) {
      if (at.stream().anyMatch(i -> sayers.isSayer(blocks.get(i)))) {
        return;
      }
      int i = at.get(0) - 1;
      before |= first && i >= 0 && zones.get(i) != null && sayers.isSayer(blocks.get(i));
      first = false;
    }
    for (List<Integer> at : named.values()) {
      int i = before ? at.get(0) - 1 : at.get(at.size() - 1) + 1;
      boolean free = i >= 0 && i < blocks.size() && zones.get(i) != null && !placed.get(i);
      if (free && sayers.isSayer(blocks.get(i))) {
        placed.set(i);
        at.add(before ? 0 : at.size(), i);
      }
    }
  }

  /** The comments of a numbered thread, each from its number to the next. */
  void number(NumberedThread thread) {
    int start = thread.start();
    int last = thread.last();
    int shift = thread.shift();
    for (int i = start + 1; i <= last + 1; i++) {
      int number = i > last ? -1 : NumberedThread.number(blocks.get(i).text());
      boolean next =
          number >= 0 && Math.abs(number - NumberedThread.number(blocks.get(start).text())) == 1;
      if (next || i > last) {
        int end = i > last ? i : i - shift;
        addNumbered(blocks.subList(start - shift, end), start - shift);
        start = i;
      }
    }
  }

  private void addNumbered(List<Block> own, int at) {
    String author = null;
    Instant postedAt = null;
    List<String> text = new ArrayList<>();
    String head = NumberedThread.withoutNumber(own.get(0).text());
    for (Block block : own) {
      boolean first = block.equals(own.get(0));
      String line = first ? head : block.text();
      postedAt = postedAt == null ? authors.time(block) : postedAt;
      boolean stamp = CommentAuthors.isStamp(line);
      boolean sayer =
          first
              ? own.size() > 2 && (stamp || words.isSayer(line) || AuthorLine.isName(line))
              : stamp || sayers.isSayer(block);
      if (sayer) {
        author = author == null ? authors.name(line) : author;
      } else if (!line.isEmpty() && !words.isCommentChrome(line) && !words.isReplyTo(line)) {
        text.add(stamp ? CommentAuthors.withoutStamp(line) : line);
      }
    }
    if (!text.isEmpty()) {
      items.add(new CommentItem(at, null, author, String.join("\n", text), postedAt));
    }
  }

  /** Runs of blocks without a wide gap between them. */
  static List<List<Integer>> threads(List<Integer> loose) {
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
