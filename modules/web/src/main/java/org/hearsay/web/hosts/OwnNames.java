package org.hearsay.web.hosts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * By which names this server may be asked. A page of another site may have its own name looked up
 * as an address of this machine, and would then be one site with this server for the browser (DNS
 * rebinding); the header Host still has that name.
 */
public final class OwnNames {
  private final boolean any;
  private final Set<String> given = new LinkedHashSet<>();
  private final Set<String> listened = new LinkedHashSet<>();

  private OwnNames(boolean any) {
    this.any = any;
  }

  /** Whatever it is called: for a server that asks for a token, which such a page does not have. */
  public static OwnNames any() {
    return new OwnNames(true);
  }

  /**
   * The loopback names, the address that it listens on, and those names.
   *
   * @param address that it listens on
   * @param names without scheme and port
   * @throws IllegalArgumentException for what is no name
   */
  public static OwnNames of(String address, Collection<String> names) {
    OwnNames out = new OwnNames(false);
    parse(address).ifPresent(host -> out.listened.add(host.host()));
    for (String name : names) {
      out.given.add(
          parse(name)
              .filter(host -> host.port() < 0)
              .orElseThrow(() -> new IllegalArgumentException(name + " is no name of a host"))
              .host());
    }
    return out;
  }

  /** An IPv6 address may stand without brackets: it is no header's. */
  private static Optional<Authority> parse(String name) {
    boolean bare = name.indexOf(':') >= 0 && !name.startsWith("[");
    return Authority.parse(bare ? "[" + name + "]" : name);
  }

  /** Whether it does not matter. */
  public boolean isAny() {
    return any;
  }

  /** Whether this server may be asked by that name. */
  public boolean has(Authority asked) {
    return asked.isLoopback() || listened.contains(asked.host()) || given.contains(asked.host());
  }

  /**
   * Whether a page of that origin came from this server, which was asked by that name. A proxy that
   * has the certificate asks by http what a browser asked by https; it does so for names that were
   * given.
   */
  public boolean isOwn(String origin, String scheme, Authority asked) {
    Optional<Authority> page = Authority.ofOrigin(origin);
    if (page.isEmpty()) {
      return false;
    }
    if (origin.startsWith(scheme + "://")) {
      return page.get().withPortOf(scheme).equals(asked.withPortOf(scheme));
    }
    return origin.startsWith("https://")
        && given.contains(asked.host())
        && page.get().equals(asked);
  }
}
