package org.hearsay.claims.reading;

import java.util.List;
import org.hearsay.text.Span;

/**
 * What the model found, before anyone asks who the source is.
 *
 * @param cue the cue
 * @param source the source; empty for none
 * @param content the content, in order; empty while it is looked for in another paragraph
 * @param confidence 0..1
 * @param sourceConfidence how sure it is that the source is one, 0..1; 1 without a source
 */
public record Attribution(
    Span cue, List<Span> source, List<Span> content, double confidence, double sourceConfidence) {

  /** A source that the model doubts more is none: see RATIONALE.md. */
  private static final double LEAST_SOURCE = .5;

  /** Keeps its own copies of the lists. */
  public Attribution {
    source = List.copyOf(source);
    content = List.copyOf(content);
  }

  /** One whose source is certain. */
  public Attribution(Span cue, List<Span> source, List<Span> content, double confidence) {
    this(cue, source, content, confidence, 1);
  }

  /** How many UTF-16 code units of content it has. */
  public int contentLength() {
    return content.stream().mapToInt(Span::length).sum();
  }

  /** The same with other content. */
  public Attribution with(List<Span> other) {
    return new Attribution(cue, source, other, confidence, sourceConfidence);
  }

  /** The same, at least as sure. */
  public Attribution atLeast(double least) {
    return new Attribution(cue, source, content, Math.max(confidence, least), sourceConfidence);
  }

  /** Whether the source may be named. */
  public boolean isSourceSure() {
    return sourceConfidence >= LEAST_SOURCE;
  }

  /** Whether it names who said it, surely enough. */
  public boolean hasSureSource() {
    return !source.isEmpty() && isSourceSure();
  }

  /** The same, said by nobody. */
  public Attribution withoutSource() {
    return new Attribution(cue, List.of(), content, confidence);
  }

  /** Whether its content lies in the other's, which holds more. */
  public boolean isWithin(Attribution other) {
    return contentLength() < other.contentLength()
        && content.stream().allMatch(c -> other.content.stream().anyMatch(o -> o.contains(c)));
  }

  /** How much the two contents agree: twice the shared units over all, 0..1. */
  public double agreement(Attribution other) {
    int shared = 0;
    for (Span a : content) {
      for (Span b : other.content) {
        shared += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
      }
    }
    return 2.0 * shared / (contentLength() + other.contentLength());
  }
}
