package org.hearsay.lineage;

import java.util.Comparator;
import org.hearsay.lineage.matching.Comparison;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One article copied another.
 *
 * @param copy the article that took text over
 * @param origin the article that the text was taken from; where the direction is undecided, only
 *     the other one
 * @param direction what says which is which; {@link Direction#first} is 1, or 0 where undecided
 * @param overlap what was taken over and what was changed
 */
public record Copying(Piece copy, Piece origin, Direction direction, Overlap overlap) {

  /** From the most to the least telling; equal ones by their ids. */
  static final Comparator<Copying> BY_STRENGTH =
      Comparator.comparing((Copying c) -> c.direction.contradicted())
          .thenComparing(c -> c.direction.basis())
          .thenComparing(c -> -c.overlap.sharedWords())
          .thenComparing(c -> c.copy.id())
          .thenComparing(c -> c.origin.id());

  /**
   * Compares two articles.
   *
   * @return the same whichever is given first; null where neither copied the other
   */
  public static @Nullable Copying between(Prepared one, Prepared other) {
    // In a fixed order, so that equally good alignments come out the same.
    boolean inOrder = one.piece().id().compareTo(other.piece().id()) <= 0;
    Prepared a = inOrder ? one : other;
    Prepared b = inOrder ? other : one;
    @Nullable Overlap overlap = Comparison.compare(a, b);
    if (overlap == null) {
      return null;
    }
    Direction direction = Direction.of(a.piece(), b.piece());
    if (direction.first() < 0) {
      Direction turned = new Direction(1, direction.basis(), direction.contradicted());
      return new Copying(a.piece(), b.piece(), turned, overlap).turned();
    }
    return new Copying(a.piece(), b.piece(), direction, overlap);
  }

  /** The same with the other article as the copy. */
  Copying turned() {
    return new Copying(/* copy= */ origin, /* origin= */ copy, direction, overlap.reversed());
  }

  /** The same where articles between the two say after all that the copy is one. */
  Copying directedByOthers() {
    Direction direction = new Direction(1, Direction.Basis.THROUGH_OTHERS, false);
    return new Copying(copy, origin, direction, overlap);
  }

  /** The id of the pair, the same whichever is the copy: a corrected direction keeps it. */
  public String id() {
    boolean inOrder = copy.id().compareTo(origin.id()) <= 0;
    return inOrder ? Ids.of(copy.id(), origin.id()) : Ids.of(origin.id(), copy.id());
  }

  /** Whether it is known which is the copy. */
  public boolean isDirected() {
    return direction.first() != 0;
  }
}
