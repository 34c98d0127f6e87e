package org.hearsay.cli.stages;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.hearsay.cli.ask.LoadTelling;
import org.hearsay.cli.catalogue.BuiltInOutlets;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.serve.ServedStore;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.cli.topics.TopicInbox;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Outlet;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.topics.Stage;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.LeftTransactions;
import org.hearsay.server.RocksDbMemory;
import org.hearsay.server.StageHealth;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.server.TopicAdmin;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.topology.records.CatalogueRecords;
import org.hearsay.web.pipeline.StageState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * All of Hearsay in this process, on a broker and a registry of this machine: the stages, and a
 * store that follows their topics and is shown by a server.
 *
 * <p>Threading: one thread builds it up, step by step; {@link #close} may come from another at any
 * time, lets the step at hand end, and refuses the next. However the process ends, the parts end
 * before their broker does, the last one first.
 */
public final class LocalPipeline implements AutoCloseable {
  /** A run that was killed must not keep the next one on the same data waiting for a minute. */
  private static final Map<String, String> SOON_FORGOTTEN =
      Map.of("session.timeout.ms", "10000", "heartbeat.interval.ms", "3000");

  /** What the store has read is written within a second, unless its disk hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration AWHILE = Duration.ofHours(1);

  private final LocalCluster cluster;
  private final Topics topics;
  private final PrintWriter err;

  /** What has to end, the last one first. Guarded by this. */
  private final Deque<Part> parts = new ArrayDeque<>();

  /** Done when something failed, with what; or when this is closed. */
  private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();

  private boolean closed;
  private volatile @Nullable Stages stages;

  /**
   * Something that has to end.
   *
   * @param asksBroker whether its end waits for an answer of the broker
   */
  private record Part(boolean asksBroker, Runnable end) {}

  private LocalPipeline(LocalCluster cluster, Topics topics, PrintWriter err) {
    this.cluster = cluster;
    this.topics = topics;
    this.err = err;
  }

  /**
   * Makes the topics that are missing, and fills that of the outlets that come with Hearsay.
   *
   * @param cluster stays the caller's to close
   * @param partitions what topics get that are made
   * @param err is told what failed when nobody waits for it
   * @param advice what to do when the broker has failed, for want of room mostly
   * @throws ExecutionException when the broker refuses, with its reason as the cause
   */
  public static LocalPipeline on(
      LocalCluster cluster, int partitions, PrintWriter err, String advice)
      throws ExecutionException, InterruptedException {
    exitWithBroker(cluster, err, advice);
    Topics topics;
    try (Admin admin = Admin.create(client(cluster))) {
      TopicAdmin asked = new TopicAdmin(admin);
      topics = counted(asked, partitions);
      asked.create(topics, (short) 1);
      LeftTransactions.end(admin);
    }
    LocalPipeline out = new LocalPipeline(cluster, topics, err);
    cluster.beforeStop(out::close);
    BuiltInOutlets.publish(topics, out.client(), out.registry());
    return out;
  }

  /** Those that exist have the partitions that they were made with. */
  private static Topics counted(TopicAdmin admin, int partitions)
      throws ExecutionException, InterruptedException {
    Topics named = new Topics(Topics.DEFAULT_PREFIX, partitions);
    Map<String, Integer> there = admin.partitions(named);
    int others = there.getOrDefault(named.pages().name(), partitions);
    return new Topics(Topics.DEFAULT_PREFIX, others, there);
  }

  /** Whatever waits for an answer of a broker that has given up waits for minutes, or for ever. */
  private static void exitWithBroker(LocalCluster cluster, PrintWriter err, String advice) {
    CompletableFuture<Void> unused =
        cluster
            .failed()
            .thenRunAsync(
                () -> {
                  err.println(
                      "hearsay: the broker on this machine has failed: has the folder of its data, "
                          + cluster.folder()
                          + ", no room any more? "
                          + advice);
                  System.exit(CommandLine.ExitCode.SOFTWARE);
                });
  }

  private static Map<String, Object> client(LocalCluster cluster) {
    return Map.of("bootstrap.servers", cluster.bootstrapServers());
  }

  /** The topics. */
  public Topics topics() {
    return topics;
  }

  /** What a Kafka client takes. */
  public Map<String, Object> client() {
    return client(cluster);
  }

  /** What the Avro serde takes. */
  public Map<String, Object> registry() {
    return Map.of("schema.registry.url", cluster.registryUrl());
  }

  /** The outlets of files, as {@code catalogue publish} sends them: for those who read on. */
  public void publish(Catalogue catalogue) throws InterruptedException {
    Catalogue known = Catalogue.builtIn();
    try (RecordPublisher publisher = new RecordPublisher(client(), registry())) {
      for (Outlet outlet : catalogue.outlets()) {
        if (known.outlet(outlet.id()).filter(outlet::equals).isEmpty()) {
          publisher.send(topics.outlets(), outlet.id(), CatalogueRecords.record(outlet));
        }
      }
      publisher.confirm();
    }
  }

  /**
   * Starts the stages, and does not wait until they take records.
   *
   * @param catalogue what they start with
   * @param threads of each stage; no more than there are partitions are of use
   * @param models closed with this
   */
  public synchronized void start(
      Catalogue catalogue, ProfileWindows windows, int threads, Models models)
      throws InterruptedException {
    requireOpen();
    StageSettings settings =
        new StageSettings(
            cluster.bootstrapServers(),
            cluster.registryUrl(),
            topics,
            "hearsay-",
            Math.min(topics.pages().partitions(), threads),
            cluster.folder().resolve("stages"),
            RocksDbMemory.DEFAULT_BYTES,
            SOON_FORGOTTEN);
    Stages built =
        Stages.build(settings, catalogue, () -> models, windows, EnumSet.allOf(Stage.class));
    stages = built;
    parts.push(new Part(true, built::close));
    built.runner().start();
    daemon("stages", () -> watch(built.runner()));
  }

  private void watch(StageRunner runner) {
    try {
      @Nullable Throwable failed = runner.await();
      ended.complete(
          Optional.ofNullable(failed).map(e -> "a stage failed: " + UserException.why(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How the stages are; none before they are started. */
  public List<StageHealth> health() {
    Stages running = stages;
    return running == null ? List.of() : running.runner().health();
  }

  /** Whether each stage takes records of all its partitions. */
  public boolean isReady() {
    List<StageHealth> all = health();
    return !all.isEmpty() && all.stream().allMatch(StageHealth::isReady);
  }

  /** What is told of the stages until there are any. */
  public static List<StageState> beingStarted() {
    return Stream.of(Stage.values())
        .map(
            stage ->
                new StageState(stage.label(), "CREATED", true, false, 0, "it is being started"))
        .toList();
  }

  private List<StageState> states() {
    List<StageHealth> known = health();
    return known.isEmpty() ? beingStarted() : known.stream().map(LocalPipeline::state).toList();
  }

  private static StageState state(StageHealth stage) {
    return new StageState(
        stage.name(),
        stage.state().name(),
        stage.isLive(),
        stage.isReady(),
        stage.lag(),
        stage.waitsFor().orElse(null));
  }

  /**
   * Has a store follow the topics from now on, while its server tells how the stages are and takes
   * pages.
   *
   * @param store closed with this
   * @param days how many days' records it keeps; empty for all
   * @param caughtUp is run when the store has what the topics had
   */
  public synchronized void keep(ServedStore store, Optional<Duration> days, Runnable caughtUp) {
    requireOpen();
    AtomicBoolean stopping = new AtomicBoolean();
    LoadSettings settings = LoadSettings.of(client(), registry(), days);
    Thread following = daemon("store", () -> follow(store, settings, caughtUp, stopping));
    endWith(
        () -> {
          stopping.set(true);
          if (ended(following)) {
            store.close();
          }
        });
    TopicInbox inbox = new TopicInbox(topics, client(), registry());
    parts.push(new Part(true, inbox::close));
    endWith(() -> store.state().inbox(null));
    store.state().stages(this::states);
    store.state().inbox(inbox);
  }

  private void follow(
      ServedStore store, LoadSettings settings, Runnable caughtUp, AtomicBoolean stopping) {
    try {
      store.follow(topics, settings, new LoadTelling(err), caughtUp, stopping::get);
    } catch (UserException e) {
      ended.complete(Optional.of(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      ended.complete(Optional.of("the store cannot be kept any more: " + UserException.why(e)));
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread out = new Thread(work, name);
    out.setDaemon(true);
    out.start();
    return out;
  }

  private static boolean ended(Thread thread) {
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** Has something done when all ends, before what is there already ends. */
  public synchronized void endWith(Runnable end) {
    requireOpen();
    parts.push(new Part(false, end));
  }

  /** The same for what waits for an answer of the broker when it ends. */
  public synchronized void endWithBroker(Runnable end) {
    requireOpen();
    parts.push(new Part(true, end));
  }

  private void requireOpen() {
    if (closed) {
      throw new UserException("it is stopping");
    }
  }

  /** The stages, to be asked how they are. */
  StageRunner runner() {
    Stages running = stages;
    if (running == null) {
      throw new IllegalStateException("start first");
    }
    return running.runner();
  }

  /**
   * Waits until this is closed, at most for so long.
   *
   * @return whether it has ended
   * @throws UserException when something failed
   */
  public boolean hasEnded(Duration within) throws InterruptedException {
    Optional<String> fault;
    try {
      fault = ended.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("it is completed with what failed", e);
    }
    if (fault.isPresent()) {
      throw new UserException(fault.get());
    }
    return true;
  }

  /**
   * Waits until this is closed.
   *
   * @throws UserException when something failed
   */
  public void await() throws InterruptedException {
    while (true) {
      if (hasEnded(AWHILE)) {
        return;
      }
    }
  }

  /** Ends all but the broker and the registry. A second call does nothing, but waits. */
  @Override
  public synchronized void close() {
    closed = true;
    // Stages and other clients would wait for a broker that has given up.
    boolean alone = cluster.failed().isDone();
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      if (!alone || !part.asksBroker()) {
        part.end().run();
      }
    }
    ended.complete(Optional.empty());
  }
}
