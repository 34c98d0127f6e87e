package org.hearsay.entities;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A thing that the catalogue knows.
 *
 * @param id lower-case, words joined by hyphens
 * @param name its canonical name, which is also matched in texts
 * @param type what kind of thing it is
 * @param aliases other names. A word in capitals matches capitals only, a capitalised word needs a
 *     capital
 * @param anaphors what it is called once it has been named ("the alliance")
 * @param descriptions what it is called instead of its name, as regular expressions
 * @param actsFor of a place: the id of the country or body that it stands for where it acts
 *     (Belgrade for Serbia), or null
 */
public record Entity(
    String id,
    String name,
    EntityType type,
    List<String> aliases,
    List<String> anaphors,
    List<Pattern> descriptions,
    @Nullable String actsFor) {

  /** Keeps its own copies of the lists. */
  public Entity {
    aliases = List.copyOf(aliases);
    anaphors = List.copyOf(anaphors);
    descriptions = List.copyOf(descriptions);
  }
}
