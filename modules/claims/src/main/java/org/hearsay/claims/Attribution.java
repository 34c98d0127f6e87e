package org.hearsay.claims;

import java.util.List;
import org.hearsay.text.Span;

/**
 * What the model found, before anyone asks who the source is.
 *
 * @param cue the cue
 * @param source the source; empty for none
 * @param content the content, in order; empty while it is looked for in another paragraph
 * @param confidence 0..1
 */
record Attribution(Span cue, List<Span> source, List<Span> content, double confidence) {

  /** How many UTF-16 code units of content it has. */
  int contentLength() {
    return content.stream().mapToInt(Span::length).sum();
  }

  /** The same with other content. */
  Attribution with(List<Span> other) {
    return new Attribution(cue, source, other, confidence);
  }

  /** The same, at least as sure. */
  Attribution atLeast(double least) {
    return new Attribution(cue, source, content, Math.max(confidence, least));
  }

  /** Whether its content lies in the other's, which holds more. */
  boolean isWithin(Attribution other) {
    return contentLength() < other.contentLength()
        && content.stream().allMatch(c -> other.content.stream().anyMatch(o -> o.contains(c)));
  }

  /** How much the two contents agree: twice the shared units over all, 0..1. */
  double agreement(Attribution other) {
    int shared = 0;
    for (Span a : content) {
      for (Span b : other.content) {
        shared += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
      }
    }
    return 2.0 * shared / (contentLength() + other.contentLength());
  }
}
