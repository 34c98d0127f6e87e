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
 * @param agency whether it is a news agency
 * @param country the id of the country that it is published in, or null
 * @param language the ISO 639-1 code of the language that it publishes in, or null
 * @param kind what it is: newspaper, magazine, broadcaster, agency, online; or null
 * @param owner who owns it where that is commonly documented: state, public (a public-service
 *     broadcaster), party or private; or null
 * @param wikidata its item, or null where that is not certain
 */
public record Outlet(
    String id,
    String name,
    List<String> hosts,
    List<String> aliases,
    List<String> shared,
    boolean agency,
    @Nullable String country,
    @Nullable String language,
    @Nullable String kind,
    @Nullable String owner,
    @Nullable String wikidata) {

  /** Keeps its own copies of the lists. */
  public Outlet {
    hosts = List.copyOf(hosts);
    aliases = List.copyOf(aliases);
    shared = List.copyOf(shared);
  }
}
