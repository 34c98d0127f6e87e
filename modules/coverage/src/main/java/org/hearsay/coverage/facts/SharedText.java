package org.hearsay.coverage.facts;

import java.util.List;
import java.util.Optional;
import org.hearsay.lineage.Extent;
import org.hearsay.lineage.Passage;
import org.hearsay.text.Span;

/**
 * What two articles have in common.
 *
 * @param extent how much of the one stands in the other
 * @param containment 0..1, of the copy's own words how many stand in the origin
 * @param passages where it stands in both; empty where nobody asks
 * @param own the copy's paragraphs that are its own reporting
 */
public record SharedText(
    Extent extent, double containment, List<Passage> passages, List<Span> own) {
  /** A claim of which less stands in shared text is not of the same text. */
  private static final double COVERED = 0.5;

  /** Keeps its own copies of the lists. */
  public SharedText {
    passages = List.copyOf(passages);
    own = List.copyOf(own);
  }

  /** One of which it is not known what is the copy's own. */
  public SharedText(Extent extent, double containment, List<Passage> passages) {
    this(extent, containment, passages, List.of());
  }

  /** Whether all of a claim's content in the copy is the copy's own reporting. */
  public boolean isOwn(List<Span> content) {
    return !content.isEmpty()
        && content.stream()
            .allMatch(span -> own.stream().anyMatch(paragraph -> paragraph.contains(span)));
  }

  /** Whether so much of a claim's content stands in it that the claim was copied with it. */
  public boolean covers(List<Span> content, boolean inCopy) {
    int length = 0;
    int covered = 0;
    for (Span span : content) {
      length += span.end() - span.start();
      for (Passage passage : passages) {
        Span shared = inCopy ? passage.copy() : passage.origin();
        covered +=
            Math.max(
                0, Math.min(span.end(), shared.end()) - Math.max(span.start(), shared.start()));
      }
    }
    return length > 0 && covered >= COVERED * length;
  }

  /**
   * Where in the origin that stands which a claim's content in the copy was copied from: from the
   * first to the last unit of it, as near as can be told inside a passage with edits. It is empty
   * where none of the content stands in shared text.
   */
  public Optional<Span> inOrigin(List<Span> content) {
    int start = Integer.MAX_VALUE;
    int end = -1;
    for (Span span : content) {
      for (Passage passage : passages) {
        int from = Math.max(span.start(), passage.copy().start());
        int to = Math.min(span.end(), passage.copy().end());
        if (from < to) {
          start = Math.min(start, inOrigin(from, passage));
          end = Math.max(end, inOrigin(to, passage));
        }
      }
    }
    return end < start ? Optional.empty() : Optional.of(new Span(start, end));
  }

  /** Edits are taken to be spread evenly over the passage. */
  private static int inOrigin(int inCopy, Passage passage) {
    int units = inCopy - passage.copy().start();
    return passage.origin().start()
        + (int) ((long) units * passage.origin().length() / passage.copy().length());
  }
}
