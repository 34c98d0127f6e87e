package org.hearsay.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hearsay.store.StoreException;
import org.hearsay.store.search.FilterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How requests become answers: who may ask, what is kept, what is said of errors. */
public final class Exchange {
  /** So many bytes may be sent: pages may be long. */
  public static final int MOST_BODY = 5_242_880;

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Where the dashboard's page looks for its files. */
  private static final String ASSETS = "/assets/";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String TOO_MANY = "Too many ask at once";

  private final Kept kept;
  private final Access access;
  private final Assets assets = new Assets();
  private final Methods methods = new Methods();

  /**
   * Answers that are kept are made by few at once. Were it all that are asked for, each would wait
   * for all the others, those that are at hand too, and each takes memory while it waits.
   */
  private final Turns making =
      new Turns(2 * Runtime.getRuntime().availableProcessors(), PATIENCE, TOO_MANY);

  /** What else is asked may take long, and waits for somebody else. */
  private final Turns asking = new Turns(16, PATIENCE, TOO_MANY);

  /**
   * With what answers are kept by.
   *
   * @param access who may ask
   */
  public Exchange(Kept kept, Access access) {
    this.kept = kept;
    this.access = access;
  }

  /**
   * Adds what holds of every request, the routes, and the dashboard.
   *
   * @param stream the path of what somebody else answers
   */
  public void install(RoutesConfig config, List<Route> routes, String stream) {
    config.before(this::begin);
    methods.add("GET", stream);
    for (Route route : routes) {
      methods.add(route.method(), route.path());
      Handler handler = context -> answer(route, context);
      switch (route.method()) {
        case "GET" -> {
          config.get(route.path(), handler);
          config.head(route.path(), handler);
        }
        case "POST" -> config.post(route.path(), handler);
        case "DELETE" -> config.delete(route.path(), handler);
        default -> throw new IllegalArgumentException("no method " + route.method());
      }
    }
    config.get("/*", this::dashboard);
    config.head("/*", this::dashboard);
    config.options("/*", access::preflight);
    config.exception(Problem.class, (e, context) -> send(context, e.answer()));
    config.exception(
        FilterException.class,
        (e, context) ->
            send(context, Problem.parameter(e.filter(), String.valueOf(e.getMessage())).answer()));
    config.exception(
        StoreException.class,
        (e, context) ->
            send(
                context,
                Problem.of(400, "The store refuses that", String.valueOf(e.getMessage()))
                    .answer()));
    config.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("{} {} cannot be answered", context.method(), context.path(), e);
          send(
              context,
              Problem.of(
                      500,
                      "That went wrong here",
                      "It is not your fault; the server's log says more.")
                  .answer());
        });
    config.error(
        413,
        context ->
            send(
                context,
                Problem.of(
                        413,
                        "That is too large",
                        String.format(Locale.ROOT, "At most %,d bytes are taken.", MOST_BODY))
                    .answer()));
    config.error(405, context -> send(context, notThisWay(context).answer()));
  }

  /** What is wrong where an address does not take the method that was tried. */
  private Problem notThisWay(Context context) {
    String path = context.path();
    List<String> taken = isAsking(path) ? methods.of(path) : List.of("GET", "HEAD");
    if (taken.isEmpty()) {
      // Javalin counts what every address takes.
      context.res().setHeader("Allow", null);
      return Problem.of(
          404, "There is nothing at " + path, "GET /api/openapi.json says what can be asked.");
    }
    String allowed = String.join(", ", taken);
    context.header("Allow", allowed);
    return Problem.of(
        405,
        "Not this way",
        path + " takes " + allowed + ": GET /api/openapi.json says what can be asked.");
  }

  private void begin(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    access.check(context, isAsking(context.path()));
  }

  private static boolean isAsking(String path) {
    return path.startsWith("/api/") || path.startsWith("/live/") || path.startsWith("/feeds/");
  }

  private void answer(Route route, Context context) {
    Caller caller = Caller.of(context);
    try {
      answer(
          route,
          new Asked(
              context.pathParamMap(),
              context.queryParamMap(),
              context.contentType(),
              Bytes.of(context.bodyAsBytes()),
              caller,
              origin(context)),
          context);
    } finally {
      caller.answered();
    }
  }

  private static String origin(Context context) {
    return context.scheme() + "://" + context.host();
  }

  private void answer(Route route, Asked asked, Context context) {
    route.requireKnown(asked);
    if (!route.kept()) {
      send(context, asking.take(() -> route.handler().answer(asked)));
      return;
    }
    String tag = kept.tag();
    // Feeds hold where they were asked for.
    String address = asked.origin() + context.path() + "?" + new TreeMap<>(context.queryParamMap());
    // Made in any case: of what is not there nothing is as it was.
    Answer zipped = kept.get(address, () -> making.take(() -> route.handler().answer(asked)));
    context.header("Cache-Control", "no-cache");
    context.header("ETag", tag);
    if (Kept.isCurrent(tag, Optional.ofNullable(context.header("If-None-Match")))) {
      context.status(304);
      return;
    }
    say(context, zipped);
    body(context, zipped.body(), zipped.body()::unzipped);
  }

  private static void send(Context context, Answer answer) {
    say(context, answer);
    context.result(answer.body().array());
  }

  /** Says all of an answer but its body. */
  private static void say(Context context, Answer answer) {
    context.status(answer.status());
    context.contentType(answer.contentType());
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      context.header(header.getKey(), header.getValue());
    }
  }

  /** A body that is there by gzip, for whoever takes that, and for others as it is. */
  private static void body(Context context, Bytes zipped, Supplier<Bytes> plain) {
    context.res().addHeader("Vary", "Accept-Encoding");
    @Nullable String accepted = context.header("Accept-Encoding");
    context.disableCompression();
    if (accepted != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip");
      context.result(zipped.array());
    } else {
      context.result(plain.get().array());
    }
  }

  /** A file of the dashboard; its own addresses are all the same page. */
  private void dashboard(Context context) {
    String path = context.path();
    if (isAsking(path)) {
      throw notThisWay(context);
    }
    Optional<Assets.Asset> file =
        path.startsWith(ASSETS) ? assets.find(path.substring(ASSETS.length())) : Optional.empty();
    if (file.isEmpty() && path.startsWith(ASSETS)) {
      throw Problem.of(404, "There is no such file", "The dashboard was made anew: load its page.");
    }
    Assets.Asset asset =
        file.or(() -> assets.find("index.html"))
            .orElseThrow(
                () ->
                    Problem.of(
                        404, "There is no dashboard", "The API answers: GET /api/openapi.json."));
    context.contentType(asset.contentType());
    context.header(
        "Cache-Control", asset.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
    body(context, asset.zipped(), asset::bytes);
  }

  /** Which methods each address takes: RFC 9110 wants them told to whoever tries another. */
  private static final class Methods {
    private static final Pattern IN_PATH = Pattern.compile("\\{\\w+}");

    private final Map<String, TreeSet<String>> byPath = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /** Adds what a path takes; of GET the headers alone, too. */
    void add(String method, String path) {
      TreeSet<String> methods = byPath.computeIfAbsent(path, key -> new TreeSet<>());
      methods.add(method);
      if (method.equals("GET")) {
        methods.add("HEAD");
      }
      patterns.computeIfAbsent(
          path,
          key ->
              Pattern.compile(
                  "\\Q" + IN_PATH.matcher(key).replaceAll("\\\\E[^/]+\\\\Q") + "\\E/?"));
    }

    /** What an address takes, in order; nothing where nothing is there. */
    List<String> of(String address) {
      return byPath.entrySet().stream()
          .filter(entry -> matches(entry.getKey(), address))
          .map(Map.Entry::getValue)
          .flatMap(Collection::stream)
          .distinct()
          .sorted()
          .toList();
    }

    private boolean matches(String path, String address) {
      Pattern pattern = patterns.get(path);
      return pattern != null && pattern.matcher(address).matches();
    }
  }
}
