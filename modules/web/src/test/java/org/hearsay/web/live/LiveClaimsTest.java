package org.hearsay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.time.Duration;
import org.hearsay.store.QueryStore;
import org.hearsay.web.Newsroom;
import org.hearsay.web.SlowClient;
import org.hearsay.web.api.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveClaimsTest {
  private static final String ADDRESS = "/live?voice=any";

  private static void take(SlowClient reading) {
    try {
      reading.until("event: never");
    } catch (IOException e) {
      // It goes.
    }
  }

  @Test
  void whoTakesNothingIsLetGoAndWhoTakesStays() throws IOException {
    try (QueryStore store = QueryStore.inMemory();
        Asker asker = new Asker(store, Duration.ofSeconds(10));
        LiveClaims live = new LiveClaims(asker, Duration.ofMillis(500))) {
      new Newsroom(300).writeTo(store);
      Javalin server =
          Javalin.create(config -> config.routes.get("/live", live::listen)).start("127.0.0.1", 0);
      try (SlowClient stuck = new SlowClient(server.port(), ADDRESS);
          SlowClient reading = new SlowClient(server.port(), ADDRESS)) {
        reading.until("event: hello");
        Thread taking = new Thread(() -> take(reading));
        taking.setDaemon(true);
        taking.start();
        while (live.listening() < 2) {
          Thread.onSpinWait();
        }
        while (live.listening() == 2) {
          // More is on its way in the end than fits between them, however much that is.
          new Newsroom(100).writeTo(store);
        }
        assertThat(live.listening()).isEqualTo(1);
        assertThat(stuck.until("event: never")).isNotEmpty();
      } finally {
        server.stop();
      }
    }
  }
}
