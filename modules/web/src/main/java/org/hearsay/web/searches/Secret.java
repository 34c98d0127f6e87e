package org.hearsay.web.searches;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What webhooks are signed with, as Standard Webhooks 1.0 has it: {@code whsec_} and base64. */
final class Secret {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  /** The standard asks for 24 to 64 bytes. */
  private static final int LEAST = 24;

  private static final int MOST = 64;

  private final SecretKeySpec key;
  private final String text;

  private Secret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.text = PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** A new one. */
  static Secret random() {
    byte[] key = new byte[LEAST];
    new SecureRandom().nextBytes(key);
    return new Secret(key);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it has another form; its message says which it has to
   *     have
   */
  static Secret parse(String text) {
    String base = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    try {
      byte[] key = Base64.getDecoder().decode(base.strip());
      if (key.length >= LEAST && key.length <= MOST) {
        return new Secret(key);
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for one of another length.
    }
    throw new IllegalArgumentException(
        "a secret is %s and the base64 of %d to %d bytes, such as openssl rand -base64 32 prints"
            .formatted(PREFIX, LEAST, MOST));
  }

  /** The whole of it. */
  String text() {
    return text;
  }

  /**
   * The signature of a message.
   *
   * @param id of the message
   * @param seconds when it is sent, since 1970
   * @param body what is sent
   */
  String sign(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has it", e);
    }
  }
}
