package org.hearsay.lineage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which of two articles that share text was there first.
 *
 * <p>A declared notice decides; else the times of publication; else when each was first seen. Where
 * these say nothing it stays undecided. The relation by times has no cycles: an article stands for
 * the interval in which it may have been published (a moment, a day where only the day is given, or
 * any time until it was first seen), and one comes before another only
 *
 * <ol>
 *   <li>when its interval ends before the other's begins,
 *   <li>when it was seen before the other's interval begins, or
 *   <li>when both have the same interval's beginning by the same kind of knowledge (both the same
 *       day, both nothing), and it was seen first; or the other has no time of publication and it
 *       was seen first.
 * </ol>
 *
 * Along any chain of such steps the interval's beginning never falls, and where it stays the same
 * the time of being seen rises, so that no chain comes back to where it began.
 *
 * @param first the one that was there first: -1 the first argument, 1 the second, 0 undecided
 * @param basis what says so
 * @param contradicted whether a notice says so and the times of publication say the opposite
 */
public record Direction(int first, Basis basis, boolean contradicted) {

  /** What a direction rests on. */
  public enum Basis {
    /** A notice of the copy names the origin's outlet. */
    DECLARED,
    /** The times of publication. */
    PUBLISHED,
    /** When each was first seen. */
    FIRST_SEEN,
    /** What lies between the two: the copy has it from a third that has it from the origin. */
    THROUGH_OTHERS,
    /** Nothing: equal or missing times. */
    UNDECIDED
  }

  private static final int A = -1;
  private static final int B = 1;

  /** Which of the two was there first. */
  public static Direction of(Piece a, Piece b) {
    Direction times = byTimes(a, b);
    boolean aDeclares = b.outlet() != null && a.declared().contains(b.outlet());
    boolean bDeclares = a.outlet() != null && b.declared().contains(a.outlet());
    if (aDeclares == bDeclares || a.sameOutlet(b)) {
      return times;
    }
    int first = aDeclares ? B : A;
    boolean contradicted = times.basis == Basis.PUBLISHED && times.first != first;
    return new Direction(first, Basis.DECLARED, contradicted);
  }

  private static Direction byTimes(Piece a, Piece b) {
    Interval one = Interval.of(a);
    Interval other = Interval.of(b);
    if (one.known() && other.known()) {
      if (!one.end.isAfter(other.start) && one.start.isBefore(other.start)) {
        return new Direction(A, Basis.PUBLISHED, false);
      }
      if (!other.end.isAfter(one.start) && other.start.isBefore(one.start)) {
        return new Direction(B, Basis.PUBLISHED, false);
      }
    }
    if (isSeenFirst(a, one, b, other)) {
      return new Direction(A, Basis.FIRST_SEEN, false);
    }
    if (isSeenFirst(b, other, a, one)) {
      return new Direction(B, Basis.FIRST_SEEN, false);
    }
    return new Direction(0, Basis.UNDECIDED, false);
  }

  private static boolean isSeenFirst(Piece x, Interval xs, Piece y, Interval ys) {
    boolean seenFirst = x.firstSeen().isBefore(y.firstSeen());
    if (!ys.known()) {
      return seenFirst;
    }
    if (xs.known() && xs.isDay() && ys.isDay() && xs.start.equals(ys.start)) {
      return seenFirst;
    }
    return x.firstSeen().isBefore(ys.start);
  }

  /**
   * When an article may have been published.
   *
   * @param start from then on, inclusive; far in the past where nothing is known
   * @param end the moment itself where it is known, else before then
   */
  private record Interval(Instant start, Instant end) {
    static Interval of(Piece piece) {
      @Nullable Instant said = piece.publishedAt();
      if (said == null) {
        return new Interval(Instant.MIN, piece.firstSeen());
      }
      boolean day = said.truncatedTo(ChronoUnit.DAYS).equals(said);
      // It cannot have been published after it was seen, whatever the page's clock says.
      Instant start = said.isAfter(piece.firstSeen()) ? piece.firstSeen() : said;
      return day && start.equals(said)
          ? new Interval(said, said.plus(Duration.ofDays(1)))
          : new Interval(start, start);
    }

    boolean known() {
      return !start.equals(Instant.MIN);
    }

    boolean isDay() {
      return end.isAfter(start);
    }
  }
}
