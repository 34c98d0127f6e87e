package org.hearsay.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A half-open range of a text, in UTF-16 code units.
 *
 * @param start the first unit, zero or more
 * @param end one past the last unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException when the range is negative or reversed
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** The number of UTF-16 code units in it. */
  public int length() {
    return end - start;
  }

  /** The part of {@code text} that it covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** The parts of {@code text} that spans cover, in their order, with a space between two. */
  public static String join(List<Span> spans, String text) {
    return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" "));
  }

  /** Whether at least one unit is in both. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether all of {@code other} lies in this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The same range, {@code units} further on. */
  public Span shift(int units) {
    return new Span(start + units, end + units);
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
