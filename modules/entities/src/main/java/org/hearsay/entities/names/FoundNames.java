package org.hearsay.entities.names;

import java.util.List;
import org.hearsay.entities.EntityType;

/**
 * The names that stand at a place.
 *
 * @param names one or more, equal in their words
 * @param size how many words of the text they take
 * @param lowerCase whether the text writes them without the capitals that they have
 * @param inflected whether the text has them in another case
 */
public record FoundNames(List<OwnedName> names, int size, boolean lowerCase, boolean inflected) {
  /** The first of the names. */
  public OwnedName first() {
    return names.get(0);
  }

  /** What kind of thing the first of the names names. */
  public EntityType type() {
    return first().owner().type();
  }
}
