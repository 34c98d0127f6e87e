package org.hearsay.coverage.facts;

import java.time.Instant;
import java.util.List;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * One article has text of another.
 *
 * @param id of the pair, the same whichever is the copy
 * @param copyId the copy's id; where the direction is undecided, of the one
 * @param copySeen when the copy was first seen
 * @param origin where the text comes from; where the direction is undecided, the other
 * @param direction what says which is the copy
 * @param shared what they have in common
 */
public record CopyEdge(
    String id,
    String copyId,
    Instant copySeen,
    Origin origin,
    Direction direction,
    SharedText shared)
    implements Fact {

  /**
   * An article that another took text from.
   *
   * @param id the article's id
   * @param outlet who publishes it, with its address
   * @param publishedAt when it says it was published, or null
   * @param firstSeen when it was first seen
   * @param declared the outlets that its own notices name, as {@link OutletName#key}
   */
  public record Origin(
      String id,
      OutletName outlet,
      @Nullable Instant publishedAt,
      Instant firstSeen,
      List<String> declared) {
    /** Keeps its own copy of the list. */
    public Origin {
      declared = List.copyOf(declared);
    }
  }

  /**
   * An edge between articles that were compared.
   *
   * @param outlet who publishes the origin, with its address
   */
  public static CopyEdge of(Copying copying, OutletName outlet) {
    Piece origin = copying.origin();
    return new CopyEdge(
        copying.id(),
        copying.copy().id(),
        copying.copy().firstSeen(),
        new Origin(
            origin.id(), outlet, origin.publishedAt(), origin.firstSeen(), origin.declared()),
        copying.direction(),
        new SharedText(
            copying.overlap().extent(),
            copying.overlap().containment(),
            copying.overlap().passages(),
            copying.overlap().own()));
  }

  /** Whether it is known which of the two is the copy. */
  public boolean isDecided() {
    return direction.basis() != Basis.UNDECIDED;
  }

  /** Whether that article is the copy, or the one of two that may be. */
  public boolean isCopy(String article) {
    return copyId.equals(article);
  }

  /**
   * Whether the edge says something of that article: where its text comes from, or with whom it
   * shares text of which nobody knows who copied it.
   */
  boolean concerns(String article) {
    return isCopy(article) || !isDecided();
  }

  /** Both articles, the copy first: the edge is a fact of each. */
  public List<String> articles() {
    return List.of(copyId, origin.id());
  }

  /** The other one of the two. */
  public String other(String article) {
    return isCopy(article) ? origin.id() : copyId;
  }
}
