package org.hearsay.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the server listens, and what it allows.
 *
 * @param host the address that it listens on; the loopback one for this machine alone
 * @param port the port; 0 takes a free one
 * @param token what clients have to say, as a bearer token; none on the loopback address only
 * @param tls a PKCS 12 file with the certificate and its key, and its password
 * @param origins the origins whose pages may ask; usually none
 * @param sql whether statements of one's own may be asked
 * @param limit how long a question may take
 * @param mostBody how many bytes may be sent
 */
public record WebSettings(
    String host,
    int port,
    Optional<String> token,
    Optional<Tls> tls,
    List<String> origins,
    boolean sql,
    Duration limit,
    int mostBody) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** As pages may be long. */
  private static final int MOST_BODY = 5_242_880;

  /** Keeps its own copy of the list. */
  public WebSettings {
    origins = List.copyOf(origins);
  }

  /**
   * A certificate.
   *
   * @param file a PKCS 12 file
   * @param password of the file
   */
  public record Tls(Path file, String password) {}

  /** For this machine alone, without SQL of one's own. */
  public static WebSettings local(int port) {
    return new WebSettings(
        "127.0.0.1", port, Optional.empty(), Optional.empty(), List.of(), false, LIMIT, MOST_BODY);
  }

  /** The same, with SQL of one's own or without. */
  public WebSettings withSql(boolean allowed) {
    return new WebSettings(host, port, token, tls, origins, allowed, limit, mostBody);
  }

  /** The same for whom else that is for. */
  public WebSettings withAccess(
      String where, Optional<String> wanted, Optional<Tls> certificate, List<String> allowed) {
    return new WebSettings(where, port, wanted, certificate, allowed, sql, limit, mostBody);
  }
}
