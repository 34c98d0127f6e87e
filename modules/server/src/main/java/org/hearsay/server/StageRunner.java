package org.hearsay.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.hearsay.server.deadletters.DeadLetterLog;
import org.hearsay.server.deadletters.LeftOutRecords;
import org.hearsay.topology.stores.FormerState;
import org.hearsay.topology.stores.RecordsAtWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs stages in this JVM, each a Kafka Streams application of its own, until they are closed or
 * one of them fails.
 *
 * <p>Threading: {@link #start}, {@link #await} and {@link #close} may be called from different
 * threads; each stage has its own stream threads.
 */
public final class StageRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);
  private static final Duration CLOSE = Duration.ofSeconds(30);

  /** Ctrl-C reaches a broker or registry beside this process a moment before it is told itself. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  /** A thread with its tasks assigned and restored, as Kafka Streams names that state. */
  private static final String RUNNING_THREAD = "RUNNING";

  /** Of a consumer: how long ago its thread came back to it, in seconds. */
  private static final String LAST_POLL = "last-poll-seconds-ago";

  private static final String CLIENT = "client-id";

  /** And not the ones that restore, or read tables. */
  private static final Pattern THREADS_CONSUMER = Pattern.compile("-StreamThread-\\d+-consumer$");

  private final StageSettings settings;
  private final LeftOutRecords leftOut;
  private final DeadLetterLog deadLetters = new DeadLetterLog(System::nanoTime);
  private final List<StageApplication> stages = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile @Nullable TransactionWatch transactions;
  private volatile @Nullable HealthWatch watch;

  /**
   * One stage and its state.
   *
   * @param name the stage's name
   * @param streams the application
   * @param restoring its stores that are being restored
   * @param check whether it may start on what the cluster has
   * @param settings what it was given
   * @param atWork the records that its threads are at
   */
  private record StageApplication(
      String name,
      KafkaStreams streams,
      Restoring restoring,
      FormerStateCheck check,
      Properties settings,
      RecordsAtWork atWork) {
    Admin admin(String client) {
      return Admin.create(new StreamsConfig(settings).getAdminConfigs(client));
    }

    /** How long its slowest thread has been at what it took last; 0 where it has taken nothing. */
    Duration busy() {
      double seconds = 0;
      for (Metric metric : streams.metrics().values()) {
        MetricName named = metric.metricName();
        if (named.name().equals(LAST_POLL)
            && THREADS_CONSUMER.matcher(named.tags().getOrDefault(CLIENT, "")).find()
            && metric.metricValue() instanceof Number ago) {
          seconds = Math.max(seconds, ago.doubleValue());
        }
      }
      return Duration.ofMillis((long) (seconds * 1000));
    }

    TransactionWatch.Watched watched() {
      return new TransactionWatch.Watched(
          name,
          String.valueOf(settings.get(StreamsConfig.APPLICATION_ID_CONFIG)),
          streams.metadataForLocalThreads().stream().map(ThreadMetadata::threadName).findFirst(),
          () -> !health().isReady());
    }

    StageHealth health() {
      Set<ThreadMetadata> threads = streams.metadataForLocalThreads();
      long running =
          threads.stream().filter(thread -> thread.threadState().equals(RUNNING_THREAD)).count();
      return new StageHealth(
          name, streams.state(), threads.size(), (int) running, restoring.count(), lag(threads));
    }

    /** The ends of its partitions are those that its consumers have heard of. */
    private static long lag(Set<ThreadMetadata> threads) {
      long out = 0;
      for (ThreadMetadata thread : threads) {
        for (TaskMetadata task : thread.activeTasks()) {
          for (Map.Entry<TopicPartition, Long> end : task.endOffsets().entrySet()) {
            long done = task.committedOffsets().getOrDefault(end.getKey(), 0L);
            out += Math.max(0, end.getValue() - Math.max(0, done));
          }
        }
      }
      return out;
    }
  }

  /** With nothing to run yet. */
  public StageRunner(StageSettings settings) {
    this.settings = settings;
    this.leftOut = settings.leftOutRecords();
  }

  /**
   * Adds a stage; it starts with {@link #start}.
   *
   * @param former what earlier forms of the stage kept, on which it refuses to start
   */
  public void add(String name, Topology topology, FormerState former) {
    Properties given = settings.streams(name);
    RecordsAtWork atWork = new RecordsAtWork();
    given.put(LeftOutRecords.SETTING, leftOut);
    given.put(RecordsAtWork.SETTING, atWork);
    given.put(DeadLetterLog.SETTING, deadLetters);
    InstanceName.addTo(given, settings.stateDirectory());
    FormerStateCheck check = FormerStateCheck.of(name, topology, given, former);
    KafkaStreams streams = new KafkaStreams(topology, given);
    streams.setUncaughtExceptionHandler(
        e -> {
          if (isBeingClosed()) {
            LOG.debug("stage {} ends on a failure while all are closed", name, e);
          } else {
            LOG.error("stage {} failed and stops", name, e);
            failure.compareAndSet(null, check.explained(e));
            endSoon();
          }
          // The orchestrator restarts the process: a replaced thread would hide a broken
          // deployment.
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setStateListener(
        (now, before) -> {
          LOG.info("stage {}: {}", name, now);
          if (now.hasCompletedShutdown()) {
            ended.countDown();
          }
        });
    Restoring restoring = new Restoring();
    streams.setGlobalStateRestoreListener(restoring);
    stages.add(new StageApplication(name, streams, restoring, check, given, atWork));
  }

  /**
   * Starts every stage, and does not wait until they run.
   *
   * @throws FormerStateException when the cluster has internal topics of an earlier form of one of
   *     them; then none is started
   * @throws org.apache.kafka.common.KafkaException when the cluster does not answer
   * @throws InterruptedException when this thread is interrupted
   */
  public void start() throws InterruptedException {
    for (StageApplication stage : stages) {
      stage.check().run();
    }
    if (!stages.isEmpty()) {
      StageApplication any = stages.get(0);
      transactions =
          TransactionWatch.start(
              any.admin("transaction-watch"),
              stages.stream().map(StageApplication::watched).toList());
      watch =
          HealthWatch.start(any.admin("health-watch"), settings.bootstrapServers(), this::stalls);
    }
    stages.forEach(stage -> stage.streams().start());
  }

  /** Whether it is closed now, or in a moment: what fails then fails for that. */
  private boolean isBeingClosed() {
    try {
      return closing.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A thread that hangs, on a broken disk for one, must not keep the process from its end. */
  private void endSoon() {
    Thread waiting =
        new Thread(
            () -> {
              try {
                if (!ended.await(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                  ended.countDown();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "end-after-failure");
    waiting.setDaemon(true);
    waiting.start();
  }

  /** How each stage is, in the order in which they were added. */
  public List<StageHealth> health() {
    return stages.stream().map(StageApplication::health).toList();
  }

  /** What keeps all stages waiting, a sentence each: no broker answers. */
  public List<String> outages() {
    HealthWatch looking = watch;
    return looking == null ? List.of() : looking.outage().stream().toList();
  }

  /**
   * Stages with a thread that has been at one record for longer than any takes, or has not come
   * back for more for longer than any number of them does, a sentence each: it hangs, as on a
   * broken disk, and only a new process goes on.
   */
  public List<String> stalls() {
    List<String> out = new ArrayList<>();
    for (StageApplication stage : stages) {
      Optional<RecordsAtWork.AtWork> record =
          stage
              .atWork()
              .longest()
              .filter(one -> one.since().compareTo(settings.stalledRecordAfter()) > 0);
      if (record.isPresent()) {
        out.add(
            stage.name()
                + ": a thread has been at the record "
                + record.get().name()
                + " for "
                + record.get().since().toSeconds()
                + " s");
      } else if (stage.busy().compareTo(settings.stalledAfter()) > 0) {
        out.add(
            stage.name()
                + ": a thread has not come back from a record for "
                + stage.busy().toSeconds()
                + " s");
      }
    }
    return out;
  }

  /** How many records of the catalogue could not be decoded and are left out, since the start. */
  public long leftOut() {
    return leftOut.count();
  }

  /** How many records have gone to the dead letters since the start, of all stages. */
  public long deadLetters() {
    return deadLetters.count();
  }

  /**
   * Waits until a stage ends, by {@link #close} or by failing.
   *
   * @return what failed, or null when the stages were closed
   * @throws InterruptedException when this thread is interrupted
   */
  public @Nullable Throwable await() throws InterruptedException {
    ended.await();
    return failure.get();
  }

  /** Stops every stage: what was begun is finished or left to the next start, nothing is lost. */
  @Override
  public void close() {
    closing.countDown();
    TransactionWatch ending = transactions;
    if (ending != null) {
      ending.close();
    }
    HealthWatch looking = watch;
    if (looking != null) {
      looking.close();
    }
    // All at once: a broker that is away keeps each as long as it may take.
    stages.forEach(stage -> stage.streams().close(CloseOptions.timeout(Duration.ZERO)));
    long end = System.nanoTime() + CLOSE.toNanos();
    for (StageApplication stage : stages) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!stage.streams().close(CloseOptions.timeout(left))) {
        LOG.warn("stage {} did not stop within {} s", stage.name(), CLOSE.toSeconds());
      }
    }
    leftOut.close();
    ended.countDown();
  }
}
