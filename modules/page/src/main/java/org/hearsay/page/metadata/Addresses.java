package org.hearsay.page.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads web addresses as far as pages need it. */
public final class Addresses {
  private Addresses() {}

  /** The host without "www." and the like, lower case, else null. */
  public static @Nullable String host(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      String host = new URI(address.strip()).getHost();
      return host == null
          ? null
          : host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www\\d?|m|amp|mobile)\\.", "");
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Whether both hosts belong to one site: the same, or one within the other. */
  public static boolean sameSite(String a, String b) {
    return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
  }

  static @Nullable String resolve(@Nullable String base, String href) {
    String link = href.strip();
    if (link.isEmpty()) {
      return null;
    }
    try {
      URI uri = new URI(link);
      URI whole = base == null || uri.isAbsolute() ? uri : new URI(base.strip()).resolve(uri);
      return whole.getHost() == null ? null : whole.toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
