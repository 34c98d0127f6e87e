package org.hearsay.lineage.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hearsay.lineage.Overlap;
import org.hearsay.lineage.Passage;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.Replacement;
import org.hearsay.lineage.masks.MaskedText;
import org.hearsay.lineage.matching.Tiling.Tile;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Compares two articles word by word: do they share text that independent writers would not, where,
 * and what differs. Symmetric but for the order of its answer.
 */
public final class Comparison {
  /** How many replacements are reported; more are a rewriting. */
  public static final int MOST_REPLACEMENTS = 100;

  /** Shorter shared runs are stock phrases, in words. */
  private static final int LEAST_RUN = 4;

  /** Runs so near in both texts belong to one passage, in own words. */
  private static final int GAP = 12;

  /** A passage with fewer matching own words says nothing. */
  private static final int LEAST_PASSAGE = 8;

  /** A passage of which less matches is two texts of one mould: results, weather, prices. */
  private static final double SOLID = 0.5;

  /** Texts that share fewer own words, all passages together, do not count as copies. */
  private static final int LEAST_SHARED = 18;

  /** A copy has a run of own words that is not shorter than this somewhere ... */
  private static final int LEAST_LONGEST = 11;

  /** ... or a passage that goes on through quotations, of so many words in all, ... */
  private static final int LEAST_THROUGH = 50;

  /** ... so many of which are own ones, with a run of {@link #LEAST_LONGEST_OF_MOST}; ... */
  private static final int LEAST_OWN_THROUGH = 12;

  /** ... of which so great a share matches; ... */
  private static final double UNBROKEN = 0.85;

  /** ... or most of it is shared, and a run of this many. */
  private static final int LEAST_LONGEST_OF_MOST = 6;

  /** A rewriting has so many runs of {@link #LEAST_RUN} words and more scattered over it, ... */
  private static final int LEAST_SCATTERED = 6;

  /** ... which make up so much of the shorter text, ... */
  private static final double SCATTERED = 0.4;

  /** ... and one of them is this long, in words. */
  private static final int LEAST_LONGEST_SCATTERED = 6;

  /** Pieces shorter than this are compared with nothing: any two briefs share most words. */
  private static final int SHORTEST_PIECE = 12;

  /** Within one outlet, background that its articles share is not copying; most of a text is. */
  private static final double SAME_OUTLET = 0.5;

  private final Prepared copy;
  private final Prepared origin;
  private final List<Tile> tiles;
  private final boolean rewritten;
  private final MaskedText a;
  private final MaskedText b;
  private final BitSet matchedA = new BitSet();
  private final BitSet matchedB = new BitSet();
  private final List<Passage> passages = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private int sharedA;
  private int sharedB;
  private int longest;
  private boolean through;

  /**
   * @param rewritten whether every shared run counts, however short its passage
   */
  private Comparison(Prepared copy, Prepared origin, List<Tile> tiles, boolean rewritten) {
    this.copy = copy;
    this.origin = origin;
    this.tiles = tiles;
    this.rewritten = rewritten;
    this.a = copy.text();
    this.b = origin.text();
  }

  /** What the two share, or null where it is no more than independent writers may share. */
  public static @Nullable Overlap compare(Prepared copy, Prepared origin) {
    if (Math.min(copy.words(), origin.words()) < SHORTEST_PIECE) {
      return null;
    }
    List<Tile> tiles = Tiling.tiles(copy.text().ownHashes(), origin.text().ownHashes(), LEAST_RUN);
    @Nullable Overlap overlap = new Comparison(copy, origin, tiles, false).overlap();
    if (overlap == null && isRewriting(copy, origin, tiles)) {
      return new Comparison(copy, origin, tiles, true).overlap();
    }
    return overlap;
  }

  /** Told anew sentence by sentence: little is left in one piece, and much in small ones. */
  private static boolean isRewriting(Prepared copy, Prepared origin, List<Tile> tiles) {
    if (copy.piece().sameOutlet(origin.piece()) || tiles.size() < LEAST_SCATTERED) {
      return false;
    }
    int shared = tiles.stream().mapToInt(Tile::length).sum();
    int longest = tiles.stream().mapToInt(Tile::length).max().orElse(0);
    return longest >= LEAST_LONGEST_SCATTERED
        && shared >= LEAST_SHARED
        && shared >= SCATTERED * Math.min(copy.words(), origin.words());
  }

  private @Nullable Overlap overlap() {
    for (int i = 0; i < tiles.size(); ) {
      int end = i + 1;
      while (end < tiles.size() && follows(tiles.get(end - 1), tiles.get(end))) {
        end++;
      }
      passage(tiles.subList(i, end));
      i = end;
    }
    Unshared inA = new Unshared(copy, matchedA);
    Unshared inB = new Unshared(origin, matchedB);
    List<Span> added = inA.paragraphs();
    List<Span> dropped = inB.paragraphs();
    List<Edit> left = Edit.without(edits, inA, inB);
    Overlap out =
        new Overlap(
            copy.words(),
            origin.words(),
            sharedA,
            sharedB,
            longest,
            passages,
            rewritten ? added : inA.withParts(left, Edit::fromA, Edit::toA),
            rewritten ? dropped : inB.withParts(left, Edit::fromB, Edit::toB),
            rewritten ? List.of() : OwnParagraphs.of(a, added, b, matchedB),
            rewritten ? List.of() : OwnParagraphs.of(b, dropped, a, matchedA),
            replacements(Edit.without(left, inA, inB)));
    return rewritten || isCopying(out) ? out : null;
  }

  private boolean isCopying(Overlap overlap) {
    double most = Math.max(overlap.containment(), overlap.originContainment());
    if (copy.piece().sameOutlet(origin.piece()) && most < SAME_OUTLET) {
      return false;
    }
    if (through) {
      return true;
    }
    int least = Math.min(LEAST_SHARED, Math.min(copy.words(), origin.words()) / 2);
    if (overlap.sharedWords() < least) {
      return false;
    }
    return longest >= LEAST_LONGEST || (most >= SAME_OUTLET && longest >= LEAST_LONGEST_OF_MOST);
  }

  private static boolean follows(Tile before, Tile next) {
    int gapA = next.a() - before.a() - before.length();
    int gapB = next.b() - before.b() - before.length();
    return gapA <= GAP && gapB >= 0 && gapB <= GAP;
  }

  /** Adds the passage that the tiles make up, unless it is too small to say anything. */
  private void passage(List<Tile> tiles) {
    List<int[]> pairs = new ArrayList<>();
    int run = 0;
    for (int t = 0; t < tiles.size(); t++) {
      Tile tile = tiles.get(t);
      if (t > 0) {
        Tile before = tiles.get(t - 1);
        int fromA = before.a() + before.length();
        int fromB = before.b() + before.length();
        pairs.addAll(
            Alignment.common(
                fromA,
                tile.a() - fromA,
                fromB,
                tile.b() - fromB,
                (i, j) -> same(a.own()[i], b.own()[j])));
      }
      for (int k = 0; k < tile.length(); k++) {
        pairs.add(new int[] {tile.a() + k, tile.b() + k});
      }
      run = Math.max(run, tile.length());
    }
    Tile first = tiles.get(0);
    Tile last = tiles.get(tiles.size() - 1);
    int extent =
        Math.max(last.a() + last.length() - first.a(), last.b() + last.length() - first.b());
    boolean isSolid = pairs.size() >= LEAST_PASSAGE && pairs.size() >= SOLID * extent;
    if (!isSolid && !rewritten) {
      return;
    }
    longest = Math.max(longest, run);
    sharedA += pairs.size();
    sharedB += pairs.size();
    int before = matchedA.cardinality();
    int words = fill(pairs);
    int matched = matchedA.cardinality() - before;
    through |=
        pairs.size() >= LEAST_OWN_THROUGH
            && run >= LEAST_LONGEST_OF_MOST
            && matched >= LEAST_THROUGH
            && matched >= UNBROKEN * words;
  }

  /**
   * From pairs of own words to a span in each body, and what differs between them.
   *
   * @return how many words the passage has in the longer of its two forms, quoted ones included
   */
  private int fill(List<int[]> pairs) {
    int[] first = pairs.get(0);
    int startA = a.own()[first[0]];
    int startB = b.own()[first[1]];
    int endA = startA;
    int endB = startB;
    // Quoted words next to a passage belong to it where they agree.
    while (startA > 0 && startB > 0 && a.hash(startA - 1) == b.hash(startB - 1)) {
      startA--;
      startB--;
      match(startA, startB);
    }
    for (int[] pair : pairs) {
      int nextA = a.own()[pair[0]];
      int nextB = b.own()[pair[1]];
      differences(endA, nextA, endB, nextB);
      if (a.hash(nextA) == b.hash(nextB)) {
        match(nextA, nextB);
      } else {
        // The same word but for a slip: it counts as taken over, and as changed.
        replaced(nextA, nextA + 1, nextB, nextB + 1);
      }
      endA = nextA + 1;
      endB = nextB + 1;
    }
    while (endA < a.size() && endB < b.size() && a.hash(endA) == b.hash(endB)) {
      match(endA++, endB++);
    }
    passages.add(new Passage(a.span(startA, endA), b.span(startB, endB), pairs.size()));
    return Math.max(endA - startA, endB - startB);
  }

  private void match(int wordA, int wordB) {
    matchedA.set(wordA);
    matchedB.set(wordB);
  }

  private boolean same(int wordA, int wordB) {
    return a.hash(wordA) == b.hash(wordB) || Alignment.similar(a.word(wordA), b.word(wordB));
  }

  /** Between two words that match: what else matches there, and what is replaced by what. */
  private void differences(int fromA, int toA, int fromB, int toB) {
    if (fromA == toA && fromB == toB) {
      return;
    }
    int pastA = fromA;
    int pastB = fromB;
    List<int[]> common =
        Alignment.common(fromA, toA - fromA, fromB, toB - fromB, (i, j) -> a.hash(i) == b.hash(j));
    for (int[] pair : common) {
      replaced(pastA, pair[0], pastB, pair[1]);
      match(pair[0], pair[1]);
      pastA = pair[0] + 1;
      pastB = pair[1] + 1;
    }
    replaced(pastA, toA, pastB, toB);
  }

  private void replaced(int fromA, int toA, int fromB, int toB) {
    if (fromA != toA || fromB != toB) {
      edits.add(new Edit(fromA, toA, fromB, toB));
    }
  }

  private List<Replacement> replacements(List<Edit> edits) {
    return edits.stream()
        .limit(MOST_REPLACEMENTS)
        .map(
            edit ->
                new Replacement(
                    words(a, edit.fromA(), edit.toA()), words(b, edit.fromB(), edit.toB())))
        .toList();
  }

  private static Span words(MaskedText text, int from, int to) {
    return from < to ? text.span(from, to) : new Span(text.start(from), text.start(from));
  }
}
