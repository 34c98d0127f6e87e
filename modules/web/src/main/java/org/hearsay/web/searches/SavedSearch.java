package org.hearsay.web.searches;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A filter of claims that is kept.
 *
 * @param id tells it from others
 * @param name as people call it
 * @param filter of claims, as it stands after the question mark of /api/claims
 * @param webhook where claims are sent that it chooses
 * @param created when
 * @param given whether it stands in a file that people write
 */
record SavedSearch(
    String id,
    String name,
    String filter,
    Optional<Webhook> webhook,
    Instant created,
    boolean given) {

  /**
   * Where claims are sent.
   *
   * @param url the address
   * @param secret what they are signed with
   */
  record Webhook(URI url, Secret secret) {}
}
