package org.hearsay.entities;

import java.util.List;

/**
 * Who publishes pages.
 *
 * @param id lower-case, words joined by hyphens
 * @param name as readers know it
 * @param hosts the hosts that it publishes on, without {@code www.}
 * @param aliases other spellings of the name
 * @param agency whether it is a news agency
 */
public record Outlet(
    String id, String name, List<String> hosts, List<String> aliases, boolean agency) {

  /** Keeps its own copies of the lists. */
  public Outlet {
    hosts = List.copyOf(hosts);
    aliases = List.copyOf(aliases);
  }
}
