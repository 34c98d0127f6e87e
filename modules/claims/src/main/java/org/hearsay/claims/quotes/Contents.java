package org.hearsay.claims.quotes;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;

/** Attributions in an order, and which of them have a place of the text in their content. */
public final class Contents {
  private final List<Attribution> all;
  private final SpanIndex places;

  /** Those of some attributions. */
  public Contents(List<Attribution> all) {
    this.all = new ArrayList<>(all);
    this.places = SpanIndex.ofParts(all, Attribution::content);
  }

  List<Attribution> all() {
    return all;
  }

  Attribution get(int number) {
    return all.get(number);
  }

  /** Adds content to one. */
  void join(int number, Span more) {
    all.set(number, all.get(number).with(joined(all.get(number).content(), more)));
    places.add(number, more);
  }

  /** The numbers of those with content in a span, ascending. */
  int[] in(Span span) {
    return places.overlapping(span);
  }

  /** Whether the content of one of them holds so much of a span, which is more than none of it. */
  boolean hold(Span span, double least) {
    for (int number : in(span)) {
      if (share(span, all.get(number).content()) >= least) {
        return true;
      }
    }
    return false;
  }

  /** How much of a span some spans hold, 0..1. */
  static double share(Span span, List<Span> spans) {
    int shared = 0;
    for (Span other : spans) {
      shared +=
          Math.max(0, Math.min(span.end(), other.end()) - Math.max(span.start(), other.start()));
    }
    return span.length() == 0 ? 0 : (double) shared / span.length();
  }

  /** Spans with one more, in order; those that it overlaps become one with it. */
  static List<Span> joined(List<Span> spans, Span more) {
    List<Span> joined = new ArrayList<>();
    Span all = more;
    for (Span span : spans) {
      if (span.overlaps(all)) {
        all = new Span(Math.min(all.start(), span.start()), Math.max(all.end(), span.end()));
      } else {
        joined.add(span);
      }
    }
    joined.add(all);
    joined.sort(null);
    return joined;
  }
}
