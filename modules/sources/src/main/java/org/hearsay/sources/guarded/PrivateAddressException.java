package org.hearsay.sources.guarded;

import java.net.UnknownHostException;

/** A host has an address inside one's own network. */
final class PrivateAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  PrivateAddressException(String message) {
    super(message);
  }
}
