package org.hearsay.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearsay.web.searches.SearchSettings;

/**
 * How the server listens, and what it allows.
 *
 * @param host the address that it listens on; the loopback one for this machine alone
 * @param port the port; 0 takes a free one
 * @param token what clients have to say, as a bearer token; none on the loopback address only
 * @param tls a PKCS 12 file with the certificate and its key, and its password
 * @param names from which pages and by which names it may be asked
 * @param sql whether statements of one's own may be asked
 * @param limit how long a question may take
 * @param searches where saved searches stand, and where they may be told
 */
public record WebSettings(
    String host,
    int port,
    Optional<String> token,
    Optional<Tls> tls,
    Names names,
    boolean sql,
    Duration limit,
    SearchSettings searches) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * A certificate.
   *
   * @param file a PKCS 12 file
   * @param password of the file
   */
  public record Tls(Path file, String password) {}

  /**
   * From which pages and by which names the server may be asked.
   *
   * @param origins the origins whose pages may ask; usually none
   * @param hosts the names that it may be asked by, besides the loopback ones and the address that
   *     it listens on, without scheme and port; where there is a token and none is given, it may be
   *     asked by any
   */
  public record Names(List<String> origins, List<String> hosts) {
    /** Keeps its own copies of the lists. */
    public Names {
      origins = List.copyOf(origins);
      hosts = List.copyOf(hosts);
    }
  }

  /** For this machine alone, without SQL of one's own. */
  public static WebSettings local(int port) {
    return new WebSettings(
        "127.0.0.1",
        port,
        Optional.empty(),
        Optional.empty(),
        new Names(List.of(), List.of()),
        false,
        LIMIT,
        SearchSettings.none());
  }

  /** The same, with SQL of one's own or without. */
  public WebSettings withSql(boolean allowed) {
    return new WebSettings(host, port, token, tls, names, allowed, limit, searches);
  }

  /** The same for whom else that is for. */
  public WebSettings withAccess(
      String where, Optional<String> wanted, Optional<Tls> certificate, List<String> origins) {
    Names allowed = new Names(origins, names.hosts());
    return new WebSettings(where, port, wanted, certificate, allowed, sql, limit, searches);
  }

  /** The same, also to be asked by those names: without scheme and port. */
  public WebSettings withHosts(List<String> hosts) {
    Names allowed = new Names(names.origins(), hosts);
    return new WebSettings(host, port, token, tls, allowed, sql, limit, searches);
  }

  /** The same with another time that a question may take. */
  public WebSettings within(Duration other) {
    return new WebSettings(host, port, token, tls, names, sql, other, searches);
  }

  /** The same with saved searches that stand there. */
  public WebSettings with(SearchSettings other) {
    return new WebSettings(host, port, token, tls, names, sql, limit, other);
  }
}
