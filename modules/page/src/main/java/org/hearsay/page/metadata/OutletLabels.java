package org.hearsay.page.metadata;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page calls its outlet, as far as it matters to tell an author's name from the outlet's.
 *
 * @param publisher the name that the page's data gives
 * @param host of its address, without "www."
 * @param site what the page's title ends with behind a separator, often the site's name
 * @param signs what the page shows as its outlet's name: links to its front page, its banner
 * @param persons whether only persons count as authors
 */
public record OutletLabels(
    @Nullable String publisher,
    @Nullable String host,
    @Nullable String site,
    Set<String> signs,
    boolean persons) {
  /** Says nothing: every name may be an author's. */
  public static final OutletLabels NONE = new OutletLabels(null, null, null, Set.of(), false);

  /** As {@code signs} are compared: letters and digits alone. */
  public OutletLabels {
    Set<String> bare = new HashSet<>();
    for (String sign : signs) {
      bare.add(bare(sign));
    }
    signs = Set.copyOf(bare);
  }

  /** The same, but that an organisation other than the outlet may be the author. */
  public OutletLabels withOrganisations() {
    return new OutletLabels(publisher, host, site, signs, false);
  }

  /** So much of a name without its first word tells that the address is made of it. */
  private static final int LEAST_IN_ADDRESS = 6;

  /** Whether the text is the outlet's own name, by the page's data, its signs or its address. */
  boolean isOwnName(String text) {
    String name = bare(text);
    if (name.isEmpty()) {
      return false;
    }
    if (signs.contains(name) || (publisher != null && name.equals(bare(publisher)))) {
      return true;
    }
    String address = host == null ? "" : bare(host);
    // "The Tarn Lantern" is at tarnlantern.example.
    String rest = bare(text.substring(text.indexOf(' ') + 1));
    return (name.length() > 3 && address.startsWith(name))
        || (rest.length() >= LEAST_IN_ADDRESS && address.startsWith(rest));
  }

  /** Whether the page's data, its title or its address calls the outlet so. */
  boolean isCalled(String name) {
    String bare = bare(name);
    if (publisher != null && bare.equals(bare(publisher))) {
      return true;
    }
    if (site != null && bare.equals(bare(site))) {
      return true;
    }
    return host != null && bare.length() > 3 && bare(host).startsWith(bare);
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
