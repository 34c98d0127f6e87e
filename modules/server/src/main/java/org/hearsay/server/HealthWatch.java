package org.hearsay.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the states of stages do not show, looked at every few seconds: Kafka Streams says RUNNING
 * while no broker answers, and while a thread hangs. The beginning and the end of each is logged.
 */
final class HealthWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Admin admin;
  private final String servers;
  private final Supplier<List<String>> stalls;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Since when no broker has answered, or null while one does. */
  private volatile @Nullable Long awaySince;

  private HealthWatch(Admin admin, String servers, Supplier<List<String>> stalls) {
    this.admin = admin;
    this.servers = servers;
    this.stalls = stalls;
  }

  /**
   * Looks from now on.
   *
   * @param admin closed with this
   * @param servers what it asks, for messages
   * @param stalls the threads that hang, a sentence each
   */
  static HealthWatch start(Admin admin, String servers, Supplier<List<String>> stalls) {
    HealthWatch out = new HealthWatch(admin, servers, stalls);
    Thread thread = new Thread(out::watch, "health-watch");
    thread.setDaemon(true);
    thread.start();
    return out;
  }

  /** That no broker answers, as a sentence, where it is so. */
  Optional<String> outage() {
    Long since = awaySince;
    return since == null
        ? Optional.empty()
        : Optional.of("brokers: none has answered at " + servers + " for " + seconds(since) + " s");
  }

  private static long seconds(long since) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
  }

  private void watch() {
    boolean stalled = false;
    try {
      while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        lookAtBrokers();
        List<String> now = stalls.get();
        if (now.isEmpty() == stalled) {
          stalled = !now.isEmpty();
          LOG.warn(stalled ? "{}" : "no thread hangs any more", String.join("; ", now));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAtBrokers() throws InterruptedException {
    long asked = System.nanoTime();
    Long since = awaySince;
    try {
      admin
          .describeCluster(new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis()))
          .nodes()
          .get();
      awaySince = null;
      if (since != null) {
        LOG.warn("the brokers answer again, after {} s", seconds(since));
      }
    } catch (ExecutionException | KafkaException e) {
      if (since == null && closing.getCount() > 0) {
        awaySince = asked;
        LOG.warn(
            "no broker answers at {}: the stages wait, and nothing is lost ({})",
            servers,
            e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
    admin.close(CLOSE);
  }
}
