package org.hearsay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.hearsay.store.QueryStore;
import org.hearsay.web.Newsroom;
import org.hearsay.web.SlowClient;
import org.hearsay.web.api.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveClaimsTest {
  /** A busy machine takes a second to hand on what somebody does take. */
  private static final Duration LONGEST_UNTAKEN = Duration.ofSeconds(4);

  private static final String ADDRESS = "/live?voice=any";

  private static void take(SlowClient reading) {
    try {
      reading.until("event: never");
    } catch (IOException e) {
      // It goes.
    }
  }

  private static void until(BooleanSupplier holds, Runnable meanwhile) {
    while (!holds.getAsBoolean()) {
      // The time limit interrupts, and nothing here waits.
      assertThat(Thread.interrupted()).as("in time").isFalse();
      meanwhile.run();
    }
  }

  @Test
  void whoTakesNothingIsLetGoAndWhoTakesStays() throws IOException {
    try (QueryStore store = QueryStore.inMemory();
        Asker asker = new Asker(store, Duration.ofSeconds(10));
        LiveClaims live = new LiveClaims(asker, LONGEST_UNTAKEN)) {
      new Newsroom(300).writeTo(store);
      Javalin server =
          Javalin.create(config -> config.routes.get("/live", live::listen)).start("127.0.0.1", 0);
      try (SlowClient stuck = new SlowClient(server.port(), ADDRESS);
          SlowClient reading = new SlowClient(server.port(), ADDRESS)) {
        reading.until("event: hello");
        Thread taking = new Thread(() -> take(reading));
        taking.setDaemon(true);
        taking.start();
        until(() -> live.listening() == 2, Thread::onSpinWait);
        // More is on its way in the end than fits between them, however much that is.
        until(() -> live.listening() < 2, () -> new Newsroom(100).writeTo(store));
        assertThat(live.listening()).isEqualTo(1);
        assertThat(stuck.until("event: never")).isNotEmpty();
      } finally {
        server.stop();
      }
    }
  }
}
