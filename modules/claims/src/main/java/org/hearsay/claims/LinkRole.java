package org.hearsay.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A link's place in an attribution chain, from the page to the one who said it. */
public enum LinkRole {
  PUBLISHER,
  ORIGIN,
  RELAY,
  SPEAKER;

  /**
   * The outermost link of a chain that passed the claim on: whom the page names as the one that it
   * has it through.
   *
   * @param chain from the page to the speaker
   * @param role what a link is
   */
  public static <L> Optional<L> outermostRelay(List<L> chain, Function<L, LinkRole> role) {
    return chain.stream().filter(link -> role.apply(link) == RELAY).findFirst();
  }
}
