package org.hearsay.claims.relays;

import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * How a claim came.
 *
 * @param relays through whom, outermost first
 * @param source who said it; null where the text names none
 */
public record Way(List<Relay> relays, @Nullable Span source) {

  /** Keeps its own copy of the list. */
  public Way {
    relays = List.copyOf(relays);
  }
}
