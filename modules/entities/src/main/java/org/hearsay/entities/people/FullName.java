package org.hearsay.entities.people;

import org.hearsay.entities.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A person's full name in an article.
 *
 * @param at where it begins, in UTF-16 code units
 * @param name as written, with single blanks
 * @param entity the one whom the catalogue knows by it, or null
 */
public record FullName(int at, String name, @Nullable Entity entity) {
  /** Whether it is the name of a catalogued person. */
  public boolean isOf(Entity person) {
    return entity != null && entity.id().equals(person.id());
  }
}
