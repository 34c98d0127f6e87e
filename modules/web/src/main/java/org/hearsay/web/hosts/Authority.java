package org.hearsay.web.hosts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and a port as an address has them (RFC 3986, section 3.2), in one form whichever way they
 * were written.
 *
 * @param host in lower case, without a dot at its end; an IPv6 address without brackets, whole
 * @param port the port; -1 where none is said
 */
public record Authority(String host, int port) {
  /** A name in the DNS has no more characters. */
  private static final int LONGEST = 253;

  private static final int MOST_PORT = 65_535;

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<name>[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*)\\.?|\\[(?<six>[0-9A-Fa-f.]*:[0-9A-Fa-f:.]{1,45})])"
              + "(?::(?<port>[0-9]{1,5}))?");

  private static final String BYTE = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";

  /** Four decimal numbers, as browsers write an IPv4 address whatever was typed. */
  private static final Pattern FOUR = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /** Reads one; none where it has another form. */
  public static Optional<Authority> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.length() > LONGEST + ":65535".length() || !parts.matches()) {
      return Optional.empty();
    }
    @Nullable String said = parts.group("port");
    int port = said == null ? -1 : Integer.parseInt(said);
    if (port > MOST_PORT) {
      return Optional.empty();
    }
    @Nullable String six = parts.group("six");
    return six == null
        ? Optional.of(new Authority(parts.group("name").toLowerCase(Locale.ROOT), port))
        : literal(six).map(address -> new Authority(address.getHostAddress(), port));
  }

  /** Of an origin: what stands after its scheme. */
  public static Optional<Authority> ofOrigin(String origin) {
    int end = origin.indexOf("://");
    return end < 0 ? Optional.empty() : parse(origin.substring(end + "://".length()));
  }

  /** The same with the port that counts where none is said. */
  public Authority withPortOf(String scheme) {
    return port >= 0 ? this : new Authority(host, scheme.equals("https") ? 443 : 80);
  }

  /** Whether only this machine can be meant. */
  public boolean isLoopback() {
    return host.equals("localhost")
        || (isAddress() && literal(host).map(InetAddress::isLoopbackAddress).orElse(false));
  }

  private boolean isAddress() {
    return host.indexOf(':') >= 0 || FOUR.matcher(host).matches();
  }

  /** The address that is written so. Nothing is looked up. */
  private static Optional<InetAddress> literal(String text) {
    try {
      // Texts in brackets, and those of four numbers, are never taken for names.
      return Optional.of(InetAddress.getByName(text.indexOf(':') < 0 ? text : "[" + text + "]"));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
