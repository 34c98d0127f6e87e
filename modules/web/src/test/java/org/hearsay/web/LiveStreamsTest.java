package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hearsay.records.Claim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of claims, as slow and careless clients have them. */
@Timeout(120)
class LiveStreamsTest {
  private static final int SLOW = 50;

  /** Some two megabytes of events: more than fits between the server and who does not read. */
  private static final int MANY = 1_000;

  private final Newsroom newsroom = new Newsroom(2);
  private final Serving serving = Serving.of(newsroom);
  private final Client client = serving.client();

  @AfterEach
  void stop() {
    serving.close();
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "c%06x", number);
  }

  private void write(int from, int to) {
    serving.write(
        IntStream.range(from, to)
            .mapToObj(
                i -> newsroom.claim(newsroom.articles().get(0), id(i), "Goran Petrasin", null))
            .toArray(Claim[]::new));
  }

  private static String until(BufferedReader events, String part) throws IOException {
    String line = events.readLine();
    while (line != null && !line.contains(part)) {
      line = events.readLine();
    }
    assertThat(line).as("the stream ended before %s", part).isNotNull();
    return line;
  }

  @Test
  void whoReadsSeesAClaimAtOnceBesideFiftyWhoDoNot() throws Exception {
    List<SlowClient> slow = new ArrayList<>();
    try (BufferedReader events = client.listen("/live/claims?voice=any")) {
      until(events, "event: hello");
      for (int i = 0; i < SLOW; i++) {
        slow.add(new SlowClient(serving.port(), "/live/claims?voice=any&since=200"));
      }
      for (int i = 0; i < 4; i++) {
        write(1_000 + i * MANY, 1_000 + (i + 1) * MANY);
        until(events, id(1_000 + (i + 1) * MANY - 1));
      }

      CountDownLatch seen = new CountDownLatch(1);
      Thread reading =
          new Thread(
              () -> {
                try {
                  until(events, id(0xfffff));
                  seen.countDown();
                } catch (IOException e) {
                  // The stream was closed: the claim is not seen.
                }
              });
      reading.start();
      write(0xfffff, 0x100000);
      assertThat(seen.await(1, TimeUnit.SECONDS)).isTrue();
      reading.join();
    } finally {
      for (SlowClient one : slow) {
        one.close();
      }
    }
  }

  @Test
  void whoComesBackAfterEachCutGetsEveryClaimOnce() throws Exception {
    Random random = new Random(3);
    List<String> ids = new ArrayList<>();
    String last = "";
    try (BufferedReader events = client.listen("/live/claims?voice=any")) {
      last = until(events, "id: ").substring("id: ".length());
    }
    int written = 1_000;
    while (ids.size() < 400) {
      int more = random.nextInt(130);
      write(written, written + more);
      written += more;
      int wanted = Math.min(written - 1_000 - ids.size(), random.nextInt(90));
      try (BufferedReader events = client.listen("/live/claims?voice=any", "Last-Event-ID", last)) {
        until(events, "event: hello");
        for (int i = 0; i < wanted; i++) {
          last = until(events, "id: ").substring("id: ".length());
          ids.add(until(events, "data: ").replaceAll(".*?\"id\":\"(\\w+)\".*", "$1"));
        }
      }
    }
    List<String> expected = new ArrayList<>();
    for (int i = 1_000; i < 1_000 + ids.size(); i++) {
      expected.add(id(i));
    }
    assertThat(ids).isEqualTo(expected);
  }

  @Test
  void aStreamIsForWhoeverTakesEventsOrAnything() throws IOException {
    try (SlowClient any = new SlowClient(serving.port(), "/live/claims")) {
      assertThat(client.get("/live/claims", "Accept", "application/json").statusCode())
          .isEqualTo(406);
      assertThat(client.get("/live/claims", "Accept", "application/json").body())
          .contains("Accept: text/event-stream", "/api/claims");
      assertThat(any.until("event: hello")).contains("200 OK", "text/event-stream", "event: hello");
    }
  }

  @Test
  void noMoreThanTwoHundredListenAndAPlaceIsFreeAgainOnceOneGoes() throws Exception {
    List<BufferedReader> open = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      open.add(client.listen("/live/claims?voice=any"));
      until(open.get(i), "event: hello");
    }
    assertThat(client.get("/live/claims").statusCode()).isEqualTo(503);
    open.get(0).close();
    int number = 5_000;
    while (client.get("/live/claims?voice=none").statusCode() == 503) {
      // One that is gone is noticed by what is written to it.
      write(number, ++number);
    }
    for (BufferedReader one : open) {
      one.close();
    }
  }
}
