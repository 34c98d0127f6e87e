package org.hearsay.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what killed processes left open and stages of this process wait for: what this process left
 * itself before it started again, at once; what others left, while a stage waits, once the stage's
 * group has given them up. A cluster that does not let it is told of once a stage, and waited for.
 */
final class TransactionWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Admin admin;
  private final List<Watched> stages;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Set<String> told = new HashSet<>();

  /**
   * A stage.
   *
   * @param name its name
   * @param application its application id
   * @param thread what one of its threads is called here
   * @param waits whether it does not take records yet
   */
  record Watched(String name, String application, Optional<String> thread, BooleanSupplier waits) {}

  private TransactionWatch(Admin admin, List<Watched> stages) {
    this.admin = admin;
    this.stages = List.copyOf(stages);
  }

  /**
   * Before any of the stages starts.
   *
   * @param admin closed with this
   */
  static TransactionWatch start(Admin admin, List<Watched> stages) throws InterruptedException {
    TransactionWatch out = new TransactionWatch(admin, stages);
    for (Watched stage : stages) {
      out.end(stage, true);
    }
    Thread thread = new Thread(out::watch, "transaction-watch");
    thread.setDaemon(true);
    thread.start();
    return out;
  }

  private void watch() {
    try {
      while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        for (Watched stage : stages) {
          if (stage.waits().getAsBoolean()) {
            end(stage, false);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Watched stage, boolean own) throws InterruptedException {
    KilledProcesses killed = new KilledProcesses(admin, stage.application());
    try {
      Optional<String> process = stage.thread().flatMap(killed::process);
      int ended = 0;
      if (!own) {
        ended = killed.endThoseOfTheGone();
      } else if (process.isPresent()) {
        ended = killed.endThoseOf(process.get());
      }
      if (ended > 0) {
        LOG.info("stage {}: ended {} transactions that killed processes left", stage.name(), ended);
      }
    } catch (ExecutionException | KafkaException e) {
      if (closing.getCount() > 0 && told.add(stage.name())) {
        LOG.warn(
            "stage {}: it cannot look for transactions that killed processes left, and may wait for"
                + " them for minutes (it needs the rights to describe its group and to describe and"
                + " write its transactional ids, {}-*): {}",
            stage.name(),
            stage.application(),
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
