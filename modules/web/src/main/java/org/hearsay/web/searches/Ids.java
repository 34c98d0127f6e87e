package org.hearsay.web.searches;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What searches and messages are told apart by. */
final class Ids {
  private static final int LENGTH = 24;

  private Ids() {}

  /** Of a search that is new. */
  static String random() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
  }

  /** Of a search of a file: the same as long as it is called the same. */
  static String ofName(String name) {
    return hash("search", name);
  }

  /** Of a message: the same however often it is sent. */
  static String ofMessage(String search, String event) {
    return "msg_" + hash(search, event);
  }

  private static String hash(String first, String second) {
    try {
      byte[] out =
          MessageDigest.getInstance("SHA-256")
              .digest((first + "\n" + second).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(out).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has it", e);
    }
  }
}
