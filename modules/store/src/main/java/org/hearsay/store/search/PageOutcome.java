package org.hearsay.store.search;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What came of a page. */
public final class PageOutcome {
  private static final String SINCE = " AND recordedAt >= $since::TIMESTAMP";

  private static final String SQL =
      "SELECT status, articleId, reason FROM (SELECT 'READ' status, id articleId, NULL reason,"
          + " recordedAt FROM articles WHERE pageUrl = $url%s UNION ALL SELECT 'FAILED', NULL,"
          + " reason, recordedAt FROM dead_letters WHERE \"key\" = $url%s) ORDER BY recordedAt DESC"
          + " LIMIT 1";

  private PageOutcome() {}

  /**
   * A statement with one row: {@code status} READ and {@code articleId}, or {@code status} FAILED
   * and {@code reason}; none where nothing came of the page yet.
   *
   * @param url the page's address, as it is in the pages topic
   * @param since the time of the page's record, where only what came of that one counts
   */
  public static Statement of(String url, Optional<Instant> since) {
    String bound = since.isPresent() ? SINCE : "";
    Map<String, String> values = new HashMap<>(Map.of("url", url));
    since.ifPresent(at -> values.put("since", at.toString().replace("Z", "")));
    return new Statement(SQL.formatted(bound, bound), values);
  }
}
