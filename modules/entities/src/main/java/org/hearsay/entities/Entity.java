package org.hearsay.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that the catalogue knows.
 *
 * @param id lower-case, words joined by hyphens
 * @param name its canonical name, which is also matched in texts
 * @param type what kind of thing it is
 * @param aliases other names. A word in capitals matches capitals only, a capitalised word needs a
 *     capital; case, diacritics and the Cyrillic script are folded otherwise
 * @param shared names that others have too, or that are words besides: they count where a word of
 *     {@code context} stands in the article, or, of an outlet, where it reports
 * @param bare names that count only where nobody else's name stands before or after them: "Security
 *     Council", but not "Russia's Security Council"
 * @param context words that speak for this entity where a shared name stands
 * @param anaphors what it is called once it has been named ("the alliance")
 * @param descriptions what it is called instead of its name
 * @param actsFor of a place: the id of the country or body that it stands for where it acts
 *     (Belgrade for Serbia), or null
 * @param holders of an office: who held it, and when
 * @param wikidata its item, such as Q403, or null where that is not certain
 */
public record Entity(
    String id,
    String name,
    EntityType type,
    List<String> aliases,
    List<String> shared,
    List<String> bare,
    List<String> context,
    List<String> anaphors,
    List<Description> descriptions,
    @Nullable String actsFor,
    List<Holder> holders,
    @Nullable String wikidata) {

  /** Keeps its own copies of the lists. */
  public Entity {
    aliases = List.copyOf(aliases);
    shared = List.copyOf(shared);
    bare = List.copyOf(bare);
    context = List.copyOf(context);
    anaphors = List.copyOf(anaphors);
    descriptions = List.copyOf(descriptions);
    holders = List.copyOf(holders);
  }

  /** An entity of which no more than its names is known. */
  public static Entity named(String id, String name, EntityType type, List<String> aliases) {
    return new Entity(
        id, name, type, aliases, List.of(), List.of(), List.of(), List.of(), List.of(), null,
        List.of(), null);
  }
}
