package org.hearsay.analysis.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** In whose content or source each place of a text stands. */
public final class ClaimPlaces {
  /** One stretch of a claim, and how long the content or source is that it is of. */
  private record Part(Span span, int length, String claim) {}

  /** The shortest first: what is inside another is shorter. */
  private final List<Part> parts = new ArrayList<>();

  /** For each UTF-16 code unit the position of its first part, or {@code parts.size()}. */
  private final int[] innermost;

  /** Those of some claims in a text of a length. */
  public ClaimPlaces(List<ArticleClaim> claims, int length) {
    for (ArticleClaim claim : claims) {
      add(claim.claim().content(), claim.id());
      add(claim.claim().source(), claim.id());
    }
    parts.sort(Comparator.comparingInt(Part::length));
    innermost = new int[length];
    Arrays.fill(innermost, parts.size());
    for (int i = parts.size() - 1; i >= 0; i--) {
      Span span = parts.get(i).span();
      Arrays.fill(innermost, span.start(), Math.min(length, span.end()), i);
    }
  }

  private void add(List<Span> spans, String claim) {
    int length = spans.stream().mapToInt(Span::length).sum();
    spans.forEach(span -> parts.add(new Part(span, length, claim)));
  }

  /** The claim in whose content or source something stands, the innermost; null for none. */
  public @Nullable String holding(Span span) {
    if (span.start() >= innermost.length) {
      return null;
    }
    for (int i = innermost[span.start()]; i < parts.size(); i++) {
      if (parts.get(i).span().contains(span)) {
        return parts.get(i).claim();
      }
    }
    return null;
  }
}
