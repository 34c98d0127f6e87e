package org.hearsay.coverage.facts;

import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A claim that an article reports.
 *
 * @param id the claim's id
 * @param articleId the article's id
 * @param outletId the publisher's catalogue id, or null
 * @param text what is claimed, by whom, in which words
 * @param content where the content stands in the article's body, in UTF-16 code units
 * @param chain from the publisher to the one who said it
 */
public record ReportedClaim(
    String id,
    String articleId,
    @Nullable String outletId,
    ClaimText text,
    List<Span> content,
    List<KnownLink> chain)
    implements Fact {
  /** Keeps its own copies of the lists. */
  public ReportedClaim {
    content = List.copyOf(content);
    chain = List.copyOf(chain);
  }

  /** The same with another chain. */
  public ReportedClaim withChain(List<KnownLink> other) {
    return new ReportedClaim(id, articleId, outletId, text, content, other);
  }

  /** The same without what no report tells: of its chain those that may have passed it on. */
  public ReportedClaim forReports() {
    return withChain(chain.stream().flatMap(link -> link.forReports().stream()).toList());
  }
}
