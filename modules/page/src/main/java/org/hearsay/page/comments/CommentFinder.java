package org.hearsay.page.comments;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.block.Block;
import org.hearsay.page.comments.ThreadSearch.Run;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockScores;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the readers' comments among a page's blocks: in elements whose names say so, and elsewhere
 * where the model says so. {@link CommentSplitter} tells one comment from the next.
 */
public final class CommentFinder {
  private static final float READERS = ThreadSearch.READERS;
  private static final float MAYBE = ThreadSearch.MAYBE;

  private final LineKinds words;
  private final CommentAuthors authors;
  private final Sayers sayers;
  private final ThreadSearch search;

  /** With the words of all languages. */
  public CommentFinder(LineKinds words) {
    this.words = words;
    this.authors = new CommentAuthors(words);
    this.sayers = new Sayers(words, authors);
    this.search = new ThreadSearch(words);
  }

  /**
   * What was found.
   *
   * @param comments in document order
   * @param taken the blocks that stand in the readers' part
   */
  public record FoundComments(List<ReaderComment> comments, BitSet taken) {}

  /** The comments of a page, and the blocks that are the readers'. */
  public FoundComments find(List<Block> blocks, BlockScores model) {
    List<@Nullable Element> zones = CommentZones.of(blocks, model);
    Run thread = thread(blocks, model, zones);
    BlockScores scores =
        thread == null ? model : model.readersAtLeast(thread.first(), thread.last(), READERS);
    CommentSplitter splitter = new CommentSplitter(words, authors, blocks, scores);
    BitSet taken = new BitSet(blocks.size());
    NumberedThread numbered = NumberedThread.find(blocks);
    if (numbered != null
        && zones.get(numbered.start()) == null
        && ThreadSearch.isOutside(blocks, model, numbered)) {
      taken.set(numbered.first(), numbered.last() + 1);
      splitter.number(numbered);
    }
    Map<Element, List<Integer>> named = new LinkedHashMap<>();
    List<Integer> loose = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (!taken.get(i)) {
        Element zone = zones.get(i);
        if (zone != null) {
          taken.set(i);
          inZone(i, blocks.get(i), zone, scores, named, loose);
        } else if (thread != null && i >= thread.first() && i <= thread.last()) {
          taken.set(i);
          if (blocks.get(i).linkDensity() < 0.6) {
            loose.add(i);
          }
        } else if (scores.comment(i) >= READERS && scores.comment(i) > scores.body(i)) {
          taken.set(i);
          loose.add(i);
        }
      }
    }
    int form = search.formAfter(blocks, loose);
    loose.removeIf(i -> form >= 0 && i > form);
    BitSet placed = addNamed(splitter, blocks, zones, named);
    addLoose(splitter, blocks, loose, placed, taken);
    return new FoundComments(splitter.comments(), taken);
  }

  /** The thread that no element is named for: below its heading, or by what readers can do. */
  private @Nullable Run thread(
      List<Block> blocks, BlockScores model, List<@Nullable Element> zones) {
    int heading = search.heading(blocks, model, zones);
    return heading < 0
        ? search.replied(blocks, model, zones)
        : new Run(heading + 1, ThreadSearch.end(blocks, model, heading));
  }

  /** Puts a block of an element that is named for comments to its comment, or to no one's. */
  private static void inZone(
      int at,
      Block block,
      Element zone,
      BlockScores scores,
      Map<Element, List<Integer>> named,
      List<Integer> loose) {
    if (CommentZones.isForms(block.element(), zone)) {
      return;
    }
    Element item = CommentZones.item(block.element(), zone);
    if (item != null) {
      named.computeIfAbsent(item, k -> new ArrayList<>()).add(at);
    } else if (scores.comment(at) >= MAYBE && TextShape.count(block.text()) >= 3) {
      loose.add(at);
    }
  }

  /** Adds the comments of named elements, and returns the blocks that they took. */
  private BitSet addNamed(
      CommentSplitter splitter,
      List<Block> blocks,
      List<@Nullable Element> zones,
      Map<Element, List<Integer>> named) {
    BitSet placed = new BitSet(blocks.size());
    splitter.sign(zones, named, placed);
    named.values().forEach(at -> at.forEach(placed::set));
    named.forEach(
        (element, at) -> {
          if (element.equals(zones.get(at.get(0))) && sayers.isThread(blocks, at)) {
            splitter.split(at, new BitSet());
          } else {
            splitter.add(at, element, true, sayers.of(blocks, at));
          }
        });
    return placed;
  }

  private void addLoose(
      CommentSplitter splitter,
      List<Block> blocks,
      List<Integer> loose,
      BitSet placed,
      BitSet taken) {
    for (List<Integer> run : CommentSplitter.threads(loose)) {
      splitter.split(run, placed);
      // Who wrote the last one stands below it: no byline of the article's.
      int below = run.get(run.size() - 1) + 1;
      for (int i = below;
          i < Math.min(blocks.size(), below + 2) && sayers.isSayer(blocks.get(i));
          i++) {
        taken.set(i);
      }
    }
  }

  /**
   * The comments of a numbered thread among a copied page's lines.
   *
   * @param first its first line
   * @param last its last line
   */
  public record Numbered(int first, int last, List<ReaderComment> comments) {}

  /** The numbered thread of a copied page, else null. */
  public @Nullable Numbered numbered(List<Block> lines, BlockScores scores) {
    NumberedThread found = NumberedThread.find(lines);
    if (found == null) {
      return null;
    }
    CommentSplitter splitter = new CommentSplitter(words, authors, lines, scores);
    splitter.number(found);
    return new Numbered(found.first(), found.last(), splitter.comments());
  }
}
