package org.hearsay.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.web.hosts.Authority;
import org.hearsay.web.hosts.OwnNames;
import org.jspecify.annotations.Nullable;

/** Who may ask: by which names of this server, from which pages, and with which token. */
public final class Access {
  private static final String BEARER = "Bearer ";
  private static final String METHODS = "GET, HEAD, POST, DELETE";

  /** These change nothing, whoever has them sent. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Optional<String> token;
  private final List<String> origins;
  private final OwnNames names;

  /**
   * With what is asked for.
   *
   * @param token what clients have to say, where they have to
   * @param origins whose pages may ask
   * @param names what this server may be called
   */
  public Access(Optional<String> token, List<String> origins, OwnNames names) {
    this.token = token;
    this.origins = List.copyOf(origins);
    this.names = names;
  }

  /**
   * Lets a request in, and says so where a page of another site may ask.
   *
   * @param guarded whether what is asked for wants the token
   * @throws Problem when it may not be answered
   */
  void check(Context context, boolean guarded) {
    Optional<Authority> asked = host(context);
    requireOwnName(asked);
    @Nullable String origin = context.header("Origin");
    if (!origins.isEmpty()) {
      context.res().addHeader("Vary", "Origin");
    }
    if (origin != null && origins.contains(origin)) {
      context.header("Access-Control-Allow-Origin", origin);
      context.header("Access-Control-Expose-Headers", "ETag, Location, Content-Disposition");
      context.header("Cross-Origin-Resource-Policy", "cross-origin");
    }
    requireOwnPage(context, origin, asked);
    // A browser asks first whether a page may send the token, and cannot send it then.
    if (guarded && !isPreflight(context)) {
      requireToken(context);
    }
  }

  private static boolean isPreflight(Context context) {
    return context.method().name().equals("OPTIONS");
  }

  /** Says what a page may ask; nothing to one that may not. */
  void preflight(Context context) {
    @Nullable String origin = context.header("Origin");
    context.header("Allow", METHODS + ", OPTIONS");
    if (origin != null && origins.contains(origin)) {
      context.header("Access-Control-Allow-Methods", METHODS);
      context.header(
          "Access-Control-Allow-Headers",
          "Authorization, Content-Type, If-None-Match, Last-Event-ID");
      context.header("Access-Control-Max-Age", "600");
    }
    context.status(204);
  }

  /** By which name it is asked; none where that is not said once, or has no form of a name. */
  private static Optional<Authority> host(Context context) {
    List<String> said = Collections.list(context.req().getHeaders("Host"));
    return said.size() == 1 ? Authority.parse(said.get(0)) : Optional.empty();
  }

  private void requireOwnName(Optional<Authority> asked) {
    if (names.isAny() || asked.filter(names::has).isPresent()) {
      return;
    }
    throw Problem.of(
        421,
        "Not by that name",
        asked
            .map(
                name ->
                    "This server is not called %s: ask it as localhost, or start it with"
                            .formatted(name.host())
                        + " --allow-host "
                        + name.host())
            .orElse(
                "The request says no name of this server: send one header Host, such as"
                    + " localhost."));
  }

  /** A page of another site may not have a browser write here on behalf of who looks at it. */
  private void requireOwnPage(Context context, @Nullable String origin, Optional<Authority> asked) {
    if (origin == null || SAFE.contains(context.method().name()) || origins.contains(origin)) {
      return;
    }
    if (asked.isEmpty() || !names.isOwn(origin, context.scheme(), asked.get())) {
      throw Problem.of(
          403,
          "Not from that page",
          "Pages of " + origin + " may not ask: start with --allow-origin " + origin);
    }
  }

  private void requireToken(Context context) {
    if (token.isEmpty()) {
      return;
    }
    @Nullable String said = context.header("Authorization");
    byte[] wanted = (BEARER + token.get()).getBytes(StandardCharsets.UTF_8);
    if (said == null || !MessageDigest.isEqual(wanted, said.getBytes(StandardCharsets.UTF_8))) {
      context.header("WWW-Authenticate", "Bearer");
      throw Problem.of(
          401, "A token is needed", "Send the header Authorization: Bearer with the token.");
    }
  }
}
