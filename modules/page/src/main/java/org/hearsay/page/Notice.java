package org.hearsay.page;

import org.jspecify.annotations.Nullable;

/**
 * Text or markup that says where the article came from.
 *
 * @param kind what it says
 * @param name the origin as written, or its host
 * @param evidence the words or the markup, as they stand in the page
 * @param url the origin's address, where one is given
 */
public record Notice(NoticeKind kind, String name, String evidence, @Nullable String url) {}
