package org.hearsay.sources.guarded;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks hosts up, and refuses those inside one's own network. The client connects to the very
 * addresses that were looked at, so a name that changes its address between two look-ups gains
 * nothing.
 */
public final class AddressGuard implements DnsResolver {
  private final boolean privateAddresses;

  /**
   * Refuses those, or none.
   *
   * @param privateAddresses whether one's own network may be asked
   */
  public AddressGuard(boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!privateAddresses && isPrivate(address)) {
        throw new PrivateAddressException(
            address.getHostAddress()
                + " is a private address, which is asked with --allow-private alone");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return InetAddress.getByName(host).getCanonicalHostName();
  }

  /** A host as it is looked up: an IPv6 address stands in brackets in an address of the web. */
  static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Addresses that are not on the public internet (RFC 6890). */
  public static boolean isPrivate(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      int first = bytes[0] & 0xFF;
      boolean unique = (first & 0xFE) == 0xFC;
      // 64:ff9b::/96 and 2002::/16 carry an IPv4 address, which may be a private one.
      boolean carries =
          (first == 0 && (bytes[1] & 0xFF) == 0x64) || (first == 0x20 && bytes[1] == 0x02);
      return unique || carries;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }
}
