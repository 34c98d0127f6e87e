package org.hearsay.store.serving;

import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Where the process that holds a store listens: a socket beside the file. */
final class StoreSocket {
  /** Systems allow a little over a hundred bytes. */
  private static final int LONGEST = 100;

  private StoreSocket() {}

  /** The address; in the folder for temporary files where the file's own path is too long. */
  static UnixDomainSocketAddress of(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path beside = absolute.resolveSibling(absolute.getFileName() + ".socket");
    if (bytes(beside.toString()).length <= LONGEST) {
      return UnixDomainSocketAddress.of(beside);
    }
    UUID name = UUID.nameUUIDFromBytes(bytes(absolute.toString()));
    return UnixDomainSocketAddress.of(
        Path.of(System.getProperty("java.io.tmpdir"), "hearsay-" + name + ".socket"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
