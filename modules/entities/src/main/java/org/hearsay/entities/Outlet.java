package org.hearsay.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes pages.
 *
 * @param id lower-case, words joined by hyphens
 * @param name as readers know it
 * @param hosts the hosts that it publishes on, without {@code www.}
 * @param aliases other spellings of the name
 * @param shared spellings that are words besides ("Time"): they count where the outlet reports
 * @param facts what else is known of it
 * @param wikidata its item, or null where that is not certain
 */
public record Outlet(
    String id,
    String name,
    List<String> hosts,
    List<String> aliases,
    List<String> shared,
    OutletFacts facts,
    @Nullable String wikidata) {

  /** Keeps its own copies of the lists. */
  public Outlet {
    hosts = List.copyOf(hosts);
    aliases = List.copyOf(aliases);
    shared = List.copyOf(shared);
  }

  /** It as what its name names in a text. */
  public Entity asEntity() {
    return new Entity(
        id, name, EntityType.OUTLET, EntityNames.of(aliases, shared), null, List.of(), wikidata);
  }
}
