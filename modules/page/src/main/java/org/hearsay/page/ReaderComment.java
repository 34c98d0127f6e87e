package org.hearsay.page;

import org.jspecify.annotations.Nullable;

/**
 * One reader's text under an article.
 *
 * @param author the name shown, or null where the page shows none
 * @param text the comment, paragraphs separated by one line feed
 */
public record ReaderComment(@Nullable String author, String text) {}
