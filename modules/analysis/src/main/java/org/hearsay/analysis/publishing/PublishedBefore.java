package org.hearsay.analysis.publishing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when an article was published, as its record keeps it.
 *
 * @param id the article's id
 * @param outletId the publisher's catalogue id, or null where the catalogue did not know it
 * @param outletName the publisher's name, or null where the page gave none
 * @param noticeOutletIds for each notice of the article the named outlet's catalogue id, or null
 */
public record PublishedBefore(
    String id,
    @Nullable String outletId,
    @Nullable String outletName,
    List<@Nullable String> noticeOutletIds) {

  /** Keeps its own copy of the list. */
  public PublishedBefore {
    noticeOutletIds = Collections.unmodifiableList(new ArrayList<>(noticeOutletIds));
  }
}
