package org.hearsay.coverage.facts;

import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * An outlet as an article names it.
 *
 * @param id its catalogue id, or null
 * @param name its name, or null
 * @param address a web address of it, or null
 */
public record OutletName(@Nullable String id, @Nullable String name, @Nullable String address) {
  /**
   * One form for every way to name it, see {@link Piece#outletKey}; null where nothing is known.
   */
  public @Nullable String key() {
    return Piece.outletKey(id, name, address);
  }

  /** Its name, else its key; null where nothing is known. */
  public @Nullable String shown() {
    return name == null ? key() : name;
  }
}
