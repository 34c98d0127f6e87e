package org.hearsay.analysis.publishing;

import org.hearsay.page.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A notice and the outlet that it names.
 *
 * @param notice as the page gives it
 * @param outletId the named outlet's catalogue id, or null where the catalogue does not know it
 */
public record ResolvedNotice(Notice notice, @Nullable String outletId) {}
