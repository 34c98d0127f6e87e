package org.hearsay.coverage.clusters;

import java.util.List;

/**
 * What a key's list says of a wording.
 *
 * @param node the wording's id
 * @param signature see {@link org.hearsay.coverage.sameness.Statement#signature}
 */
public record Posting(String node, List<Long> signature) {
  /** Keeps its own copy of the list. */
  public Posting {
    signature = List.copyOf(signature);
  }
}
