package org.hearsay.page;

import java.time.OffsetDateTime;
import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The readable part of a page.
 *
 * @param url the canonical address, else the address that the page was fetched from, else null
 * @param publisher the outlet's name in the page's own words (site metadata, "Support X"), else
 *     null
 * @param byline who wrote it, as the page says
 * @param authors the names in the byline, agencies left out
 * @param publishedAt with the zone that the page gives; UTC where it gives none
 * @param modifiedAt as {@code publishedAt}
 * @param section the part of the outlet that it stands in, as the page says
 * @param language ISO 639-1 code, as the page says
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
    List<String> authors,
    @Nullable OffsetDateTime publishedAt,
    @Nullable OffsetDateTime modifiedAt,
    @Nullable String section,
    @Nullable String language,
    String body,
    List<Span> paragraphs,
    List<Notice> notices,
    List<String> partial) {

  /** Keeps its own copies of the lists. */
  public PageArticle {
    authors = List.copyOf(authors);
    paragraphs = List.copyOf(paragraphs);
    notices = List.copyOf(notices);
    partial = List.copyOf(partial);
  }
}
