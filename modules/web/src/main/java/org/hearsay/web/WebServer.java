package org.hearsay.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.hearsay.store.QueryStore;
import org.hearsay.store.index.ClaimIndex;
import org.hearsay.web.api.AboutRoutes;
import org.hearsay.web.api.ArticleRoutes;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.ClaimRoutes;
import org.hearsay.web.api.ClusterRoutes;
import org.hearsay.web.api.CopyRoutes;
import org.hearsay.web.api.OpenApi;
import org.hearsay.web.api.PageRoutes;
import org.hearsay.web.feeds.FeedRoutes;
import org.hearsay.web.health.HealthRoutes;
import org.hearsay.web.hosts.OwnNames;
import org.hearsay.web.http.Access;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Caller;
import org.hearsay.web.http.Exchange;
import org.hearsay.web.http.Kept;
import org.hearsay.web.http.Route;
import org.hearsay.web.live.LiveClaims;
import org.hearsay.web.names.NameRoutes;
import org.hearsay.web.pipeline.Pipeline;
import org.hearsay.web.profiles.ProfileRoutes;
import org.hearsay.web.searches.SearchException;
import org.hearsay.web.searches.Searches;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.sql.QuestionRoutes;
import org.hearsay.web.sql.SqlRoutes;
import org.hearsay.web.sql.TableRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP about a store that this process holds. */
public final class WebServer implements AutoCloseable {
  /** Requests wait for the store, not for the processor: some more than cores. */
  private static final int MOST_THREADS = 64;

  private static final int LEAST_THREADS = 8;
  private static final int GZIP_LEVEL = 4;

  /** In bytes, with the headers: addresses of the dashboard hold whole statements. */
  private static final int LONGEST_ADDRESS = 65_536;

  private static final int LEAST_ZIPPED = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Javalin server;
  private final ClaimIndex index;
  private final Asker asker;
  private final LiveClaims live;
  private final Searches searches;

  private WebServer(
      Javalin server, ClaimIndex index, Asker asker, LiveClaims live, Searches searches) {
    this.server = server;
    this.index = index;
    this.asker = asker;
    this.live = live;
    this.searches = searches;
  }

  /** Begins to answer about a store that nothing is written to any more. */
  public static WebServer start(QueryStore store, WebSettings settings) {
    return start(store, settings, Pipeline.none());
  }

  /**
   * Begins to answer.
   *
   * @param pipeline what writes to the store
   * @throws WebException when the address is taken, or the certificate cannot be used
   */
  public static WebServer start(QueryStore store, WebSettings settings, Pipeline pipeline) {
    if (settings.sql()) {
      store.lockDown();
    }
    ClaimIndex index =
        new ClaimIndex(
            store,
            () -> pipeline.reading().get().complete(),
            e -> LOG.error("claims are no more counted in memory, which is slower", e));
    Asker asker = new Asker(store, index, settings.limit());
    Searches searches = searches(asker, index, pipeline, settings);
    LiveClaims live = new LiveClaims(asker);
    Exchange exchange =
        new Exchange(
            new Kept(store.id(), asker::commit),
            new Access(settings.token(), settings.names().origins(), names(settings)));
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.maxRequestSize = Exchange.MOST_BODY;
              config.http.prefer405over404 = true;
              config.http.compressionStrategy = zipping();
              config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
              config.jetty.modifyHttpConfiguration(
                  http -> {
                    http.setSendServerVersion(false);
                    http.setRequestHeaderSize(LONGEST_ADDRESS);
                    http.addCustomizer(WebServer::patient);
                  });
              config.jetty.modifyServer(jetty -> jetty.insertHandler(Caller.connections()));
              config.jetty.addConnector((jetty, http) -> connector(jetty, http, settings));
              config.routes.get(LiveClaims.PATH, live::listen);
              config.routes.head(LiveClaims.PATH, live::listen);
              exchange.install(
                  config.routes, routes(asker, searches, pipeline, settings), LiveClaims.PATH);
            });
    try {
      server.start();
    } catch (RuntimeException e) {
      live.close();
      searches.close();
      asker.close();
      index.close();
      throw new WebException(
          "cannot listen on "
              + settings.host()
              + " port "
              + settings.port()
              + ": "
              + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
              + "; --port takes another one, 0 a free one",
          e);
    }
    return new WebServer(server, index, asker, live, searches);
  }

  /** Jetty would let go of a stream that takes nothing before the stream itself does. */
  private static Request patient(Request request, HttpFields.Mutable headers) {
    if (Request.getPathInContext(request).equals(LiveClaims.PATH)) {
      request
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .setIdleTimeout(LiveClaims.LONGEST_UNTAKEN.multipliedBy(2).toMillis());
    }
    return request;
  }

  private static OwnNames names(WebSettings settings) {
    return settings.token().isPresent() && settings.names().hosts().isEmpty()
        ? OwnNames.any()
        : OwnNames.of(settings.host(), settings.names().hosts());
  }

  private static CompressionStrategy zipping() {
    CompressionStrategy out = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    out.setDefaultMinSizeForCompression(LEAST_ZIPPED);
    return out;
  }

  private static Searches searches(
      Asker asker, ClaimIndex index, Pipeline pipeline, WebSettings settings) {
    try {
      return Searches.begin(settings.searches(), asker, () -> pipeline.reading().get().complete());
    } catch (SearchException e) {
      asker.close();
      index.close();
      throw new WebException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Route> routes(
      Asker asker, Searches searches, Pipeline pipeline, WebSettings settings) {
    List<Route> out = new ArrayList<>();
    out.addAll(new ClaimRoutes(asker).all());
    out.addAll(new ArticleRoutes(asker).all());
    out.addAll(new CopyRoutes(asker).all());
    out.addAll(new ClusterRoutes(asker).all());
    out.addAll(new ProfileRoutes(asker).all());
    out.addAll(new PageRoutes(asker, pipeline.pages()).all());
    out.addAll(new HealthRoutes(asker, pipeline, Clock.systemUTC()).all());
    out.addAll(new FeedRoutes(asker).all());
    out.addAll(new NameRoutes(asker).all());
    out.addAll(new QuestionRoutes(asker).all());
    out.addAll(new TableRoutes(asker).all());
    out.addAll(new SqlRoutes(asker, settings.sql()).all());
    out.addAll(searches.routes());
    out.addAll(new AboutRoutes(asker, settings.sql(), out).all());
    List<Route> documented = new ArrayList<>(out);
    documented.add(
        Route.get(
                LiveClaims.PATH,
                "live-claims",
                "Claims as they come in, as server-sent events: hello, claim, reset.",
                LiveClaims.parameters(),
                Reply.of(
                    "Server-sent events: hello; claim, whose data is a ClaimRow; reset where the"
                        + " last event is of another store. A claim that is written again comes"
                        + " again, with revision: true.",
                    "text/event-stream"),
                asked -> Answer.json(Map.of()))
            .changing());
    out.add(
        Route.get(
            "/api/openapi.json",
            "openapi",
            "This document.",
            List.of(),
            Reply.of(OpenApi.shape()),
            asked -> Answer.json(OpenApi.document(documented))));
    documented.add(out.get(out.size() - 1));
    // What one answer says is of one state of the store.
    return out.stream()
        .map(route -> route.within(work -> asked -> asker.together(() -> work.answer(asked))))
        .toList();
  }

  private static Connector connector(Server jetty, HttpConfiguration http, WebSettings settings) {
    ServerConnector out =
        settings
            .tls()
            .map(tls -> secure(jetty, http, tls))
            .orElseGet(() -> new ServerConnector(jetty, new HttpConnectionFactory(http)));
    out.setHost(settings.host());
    out.setPort(settings.port());
    return out;
  }

  private static ServerConnector secure(Server jetty, HttpConfiguration http, WebSettings.Tls tls) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStorePath(tls.file().toUri().toString());
    factory.setKeyStoreType("PKCS12");
    factory.setKeyStorePassword(tls.password());
    HttpConfiguration secured = new HttpConfiguration(http);
    // By which names it is asked is checked for every address alike, with an answer that says so.
    boolean isNameOfCertificate = false;
    secured.addCustomizer(new SecureRequestCustomizer(isNameOfCertificate));
    return new ServerConnector(
        jetty,
        new SslConnectionFactory(factory, HttpVersion.HTTP_1_1.asString()),
        new HttpConnectionFactory(secured));
  }

  /** What it answers: method and path of each handler. */
  List<String> served() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
        .toList();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    live.close();
    searches.close();
    server.stop();
    asker.close();
    index.close();
  }

  /**
   * Waits until what claims are counted by has all that the store has now.
   *
   * @return whether it has
   */
  public boolean awaitIndex(Duration most) throws InterruptedException {
    return index.await(most);
  }
}
