package org.hearsay.page;

import java.time.Instant;
import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The readable part of a page.
 *
 * @param url the canonical address, else the address that the page was fetched from, else null
 * @param publisher the outlet's name in the page's own words (site metadata, "Support X"), else
 *     null
 * @param body the paragraphs, separated by one blank line ({@code \n\n}); may be empty
 * @param paragraphs each paragraph's span in {@code body}
 * @param partial why the article is not whole (limits reached), empty when it is
 */
public record PageArticle(
    @Nullable String url,
    @Nullable String publisher,
    @Nullable String title,
    @Nullable String dek,
    @Nullable String byline,
    @Nullable Instant publishedAt,
    @Nullable String language,
    String body,
    List<Span> paragraphs,
    List<Notice> notices,
    List<String> partial) {

  /** Keeps its own copies of the lists. */
  public PageArticle {
    paragraphs = List.copyOf(paragraphs);
    notices = List.copyOf(notices);
    partial = List.copyOf(partial);
  }
}
