package org.hearsay.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a registry as a company's gateway does: speaks TLS, asks for the right {@code
 * Authorization}, and passes on what has it.
 */
final class RegistryFront implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String target;
  private final @Nullable String authorization;

  private RegistryFront(HttpServer server, String target, @Nullable String authorization) {
    this.server = server;
    this.target = target;
    this.authorization = authorization;
  }

  /**
   * Starts on a free port of this machine.
   *
   * @param target the registry's address
   * @param authorization the header's value that is asked for, or null for none
   * @param tls with what it speaks TLS, or null for plain HTTP
   * @param wantsClients whether clients must show a certificate that the context trusts
   */
  static RegistryFront start(
      String target, @Nullable String authorization, @Nullable SSLContext tls, boolean wantsClients)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server;
    if (tls == null) {
      server = HttpServer.create(address, 0);
    } else {
      HttpsServer secure = HttpsServer.create(address, 0);
      secure.setHttpsConfigurator(
          new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters wanted = tls.getDefaultSSLParameters();
              wanted.setNeedClientAuth(wantsClients);
              parameters.setSSLParameters(wanted);
            }
          });
      server = secure;
    }
    RegistryFront out = new RegistryFront(server, target, authorization);
    server.createContext("/", out::answer);
    server.start();
    return out;
  }

  /** What comes before the host in the address is {@code http} or {@code https}. */
  String url() {
    return (server instanceof HttpsServer ? "https://" : "http://") + hostAndPort();
  }

  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization != null && !authorization.equals(given)) {
        send(
            exchange,
            401,
            "{\"error_code\":40101,\"message\":\"who are you?\"}".getBytes(StandardCharsets.UTF_8));
        return;
      }
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      send(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
