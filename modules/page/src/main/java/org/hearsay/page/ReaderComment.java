package org.hearsay.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reader's text under an article.
 *
 * @param author the name shown, or null where the page shows none
 * @param text the comment, paragraphs separated by one line feed
 * @param postedAt when it was written, where the page gives a time that can be told; a time without
 *     a zone is taken as UTC
 * @param replyTo the place, from 0, of the page's comment that this one answers, where the page
 *     shows it by nesting them; else null
 */
public record ReaderComment(
    @Nullable String author, String text, @Nullable Instant postedAt, @Nullable Integer replyTo) {

  /** A comment of which the page says no more. */
  public ReaderComment(@Nullable String author, String text) {
    this(author, text, null, null);
  }
}
