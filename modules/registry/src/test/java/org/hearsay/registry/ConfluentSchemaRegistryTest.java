package org.hearsay.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a registry that answers as Apicurio does when two clients make one rule at a time. */
class ConfluentSchemaRegistryTest {
  private final AtomicInteger asked = new AtomicInteger();
  private int refusals = 1;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean refused = asked.incrementAndGet() <= refusals;
            byte[] answer =
                (refused
                        ? "{\"error_code\":409,\"message\":\"A rule named 'COMPATIBILITY' already exists.\"}"
                        : "{\"compatibility\":\"FULL_TRANSITIVE\"}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(refused ? 409 : 200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void setCompatibility() throws RegistryFailure {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    ConfluentSchemaRegistry registry =
        new ConfluentSchemaRegistry(List.of(address), Map.of("schema.registry.url", address));
    try {
      registry.setCompatibility("articles-value", "FULL_TRANSITIVE");
    } finally {
      registry.close();
    }
  }

  @Test
  void aRuleThatAnotherClientMadeMeanwhileIsChanged() throws RegistryFailure {
    setCompatibility();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aRegistryThatKeepsRefusingIsNotAskedForEver() {
    refusals = 100;
    assertThatExceptionOfType(RegistryFailure.class)
        .isThrownBy(this::setCompatibility)
        .withMessageContaining("already exists");
  }
}
