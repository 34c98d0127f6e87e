package org.hearsay.web.searches;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

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

  /** What people may say of one, in a file or to the API. */
  static final Set<String> FIELDS = Set.of("name", "filter", "webhook", "secret");

  /** What is said of a field that is none of them. */
  static final String UNKNOWN = "is not known: a search has name, filter, webhook, secret";

  /**
   * Where claims are sent.
   *
   * @param url the address
   * @param secret what they are signed with
   */
  record Webhook(URI url, Secret secret) {}
}
