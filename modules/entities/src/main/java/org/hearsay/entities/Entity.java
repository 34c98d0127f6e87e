package org.hearsay.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that the catalogue knows.
 *
 * @param id lower-case, words joined by hyphens
 * @param name its canonical name, which is also matched in texts
 * @param type what kind of thing it is
 * @param names what it is called besides
 * @param actsFor of a place: the id of the country or body that it stands for where it acts
 *     (Belgrade for Serbia), or null
 * @param holders of an office: who held it, and when
 * @param wikidata its item, such as Q403, or null where that is not certain
 */
public record Entity(
    String id,
    String name,
    EntityType type,
    EntityNames names,
    @Nullable String actsFor,
    List<Holder> holders,
    @Nullable String wikidata) {

  /** Keeps its own copy of the list. */
  public Entity {
    holders = List.copyOf(holders);
  }

  /** An entity of which no more than its names is known. */
  public static Entity named(String id, String name, EntityType type, List<String> aliases) {
    return new Entity(id, name, type, EntityNames.of(aliases, List.of()), null, List.of(), null);
  }

  /** Names that name it anywhere. */
  public List<String> aliases() {
    return names.aliases();
  }

  /** Names that others have too. */
  public List<String> shared() {
    return names.shared();
  }

  /** Names that count where no other name stands beside them. */
  public List<String> bare() {
    return names.bare();
  }

  /** Words that speak for it where a shared name stands. */
  public List<String> context() {
    return names.context();
  }

  /** What it is called once it has been named. */
  public List<String> anaphors() {
    return names.anaphors();
  }

  /** What it is called instead of its name. */
  public List<Description> descriptions() {
    return names.descriptions();
  }
}
