package org.hearsay.entities;

import java.util.List;

/**
 * What an entity is called besides its canonical name.
 *
 * @param aliases other names. A word in capitals matches capitals only, a capitalised word needs a
 *     capital; case, diacritics and the Cyrillic script are folded otherwise
 * @param shared names that others have too, or that are words besides: they count where a word of
 *     {@code context} stands in the article, or, of an outlet, where it reports
 * @param bare names that count only where nobody else's name stands before or after them: "Security
 *     Council", but not "Russia's Security Council"
 * @param context words that speak for this entity where a shared name stands
 * @param anaphors what it is called once it has been named ("the alliance")
 * @param descriptions what it is called instead of its name
 */
public record EntityNames(
    List<String> aliases,
    List<String> shared,
    List<String> bare,
    List<String> context,
    List<String> anaphors,
    List<Description> descriptions) {

  /** Keeps its own copies of the lists. */
  public EntityNames {
    aliases = List.copyOf(aliases);
    shared = List.copyOf(shared);
    bare = List.copyOf(bare);
    context = List.copyOf(context);
    anaphors = List.copyOf(anaphors);
    descriptions = List.copyOf(descriptions);
  }

  /** Names that name their owner anywhere, and those that others have too. */
  public static EntityNames of(List<String> aliases, List<String> shared) {
    return new EntityNames(aliases, shared, List.of(), List.of(), List.of(), List.of());
  }
}
