package org.hearsay.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this JVM: one node that is its own controller, reachable from this machine
 * only. Data stay in its folder: a broker started later on the same folder has the same topics.
 *
 * <p>Set the loggers {@code org.apache.kafka}, {@code kafka} and {@code state.change} to WARN to
 * keep it quiet.
 */
public final class LocalBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalBroker.class);
  private static final int NODE = 1;
  private static final String HOST = "127.0.0.1";
  private static final int FAILED_STOP_MILLIS = 10_000;

  private final KafkaRaftServer server;
  private final FileChannel lock;
  private final String bootstrapServers;
  private final CompletableFuture<String> failed;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalBroker(
      KafkaRaftServer server,
      FileChannel lock,
      String bootstrapServers,
      CompletableFuture<String> failed) {
    this.failed = failed;
    this.server = server;
    this.lock = lock;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker and waits until it serves.
   *
   * @param data the folder of its data, made if it is missing
   * @throws LocalException if it cannot start
   */
  public static LocalBroker start(Path data) {
    // A broker of its own JVM ends it when it is in trouble. This one is a guest.
    CompletableFuture<String> failed = new CompletableFuture<>();
    Exit.Procedure refusing = (status, message) -> refuseExit(failed, status, message);
    Exit.setExitProcedure(refusing);
    Exit.setHaltProcedure(refusing);
    FileChannel lock = lock(data);
    try {
      List<Integer> ports = FreePorts.find(2);
      format(data);
      KafkaConfig config = new KafkaConfig(config(data, ports.get(0), ports.get(1)), false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      try {
        server.startup();
      } catch (RuntimeException e) {
        server.shutdown();
        throw e;
      }
      return new LocalBroker(server, lock, HOST + ":" + ports.get(0), failed);
    } catch (Exception e) {
      release(lock);
      throw failure(data, e);
    }
  }

  /** The address for clients, as {@code bootstrap.servers} wants it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /**
   * Done, with what it said, when the broker gives up: mostly because its disk is full. Of several
   * in one JVM the one that was started last is told.
   */
  CompletableFuture<String> failed() {
    return failed;
  }

  /**
   * Stops the broker and waits until its data are on disk; for one that has given up, only for a
   * while. A second call does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      if (failed.isDone()) {
        // It may never end: what it has on disk stays as it is.
        Thread ending = new Thread(server::shutdown, "failed-broker-stop");
        ending.setDaemon(true);
        ending.start();
        try {
          ending.join(FAILED_STOP_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        release(lock);
        return;
      }
      server.shutdown();
      server.awaitShutdown();
      release(lock);
    }
  }

  /**
   * Keeps a second broker off the folder. Kafka's own lock comes too late: by then the second has
   * opened the metadata log, and one of the two ends on records that it finds damaged.
   */
  private static FileChannel lock(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("hearsay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw failure(data, e);
    }
    throw new LocalException(
        "Another broker runs in the folder " + data + ". Stop it, or name another folder.");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This JVM has it.
      return false;
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The broker's folder could not be given back.", e);
    }
  }

  private static void refuseExit(
      CompletableFuture<String> failed, int status, @Nullable String message) {
    String reason =
        "The local broker has failed"
            + (message == null ? "" : ": " + message)
            + "; start it anew.";
    LOG.error("{} It asked for the end of the process with status {}.", reason, status);
    failed.complete(reason);
    throw new LocalException(reason);
  }

  /** Gives a new folder its identity; a folder that has one keeps it. */
  private static void format(Path data) throws Exception {
    if (Files.exists(data.resolve("meta.properties"))) {
      requireOwnNode(data);
      return;
    }
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .addDirectory(data.toString())
            .setMetadataLogDirectory(data.toString())
            .setControllerListenerName("CONTROLLER")
            .setHasDynamicQuorum(false)
            .setReleaseVersion(MetadataVersion.latestProduction());
    formatter.run();
  }

  private static void requireOwnNode(Path data) throws IOException {
    Properties meta = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("meta.properties"))) {
      meta.load(reader);
    }
    String node = meta.getProperty("node.id");
    if (!String.valueOf(NODE).equals(node)) {
      throw new LocalException(
          "The folder "
              + data
              + " belongs to broker "
              + node
              + " of another cluster. Name another folder.");
    }
  }

  private static Map<String, String> config(Path data, int brokerPort, int controllerPort) {
    // Text, as in a properties file: the types that each setting wants are Kafka's affair.
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", String.valueOf(NODE));
    // The voters are named here and not stored in the log: the ports may differ at every start.
    config.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    config.put("controller.listener.names", "CONTROLLER");
    config.put(
        "listeners",
        "CLIENT://" + HOST + ":" + brokerPort + ",CONTROLLER://" + HOST + ":" + controllerPort);
    config.put("advertised.listeners", "CLIENT://" + HOST + ":" + brokerPort);
    config.put("inter.broker.listener.name", "CLIENT");
    config.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("log.dirs", data.toString());

    // One node: every internal topic has one copy.
    config.put("default.replication.factor", "1");
    config.put("min.insync.replicas", "1");
    config.put("offsets.topic.replication.factor", "1");
    config.put("offsets.topic.num.partitions", "3");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("transaction.state.log.num.partitions", "3");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    config.put("share.coordinator.state.topic.num.partitions", "1");

    config.put("auto.create.topics.enable", "false");
    config.put("group.initial.rebalance.delay.ms", "0");
    // A page may take minutes on a slow machine: its transaction must not end before.
    config.put("transaction.max.timeout.ms", "86400000");
    // The limit for a record is a broker's usual one: topics that need more say so themselves, so
    // that what works here works on a cluster.

    // It shares the JVM with the application: few threads, small buffers.
    config.put("num.network.threads", "2");
    config.put("num.io.threads", "4");
    config.put("background.threads", "2");
    config.put("log.cleaner.dedupe.buffer.size", "4194304");
    return config;
  }

  private static LocalException failure(Path data, Exception cause) {
    if (cause instanceof LocalException own) {
      return own;
    }
    return new LocalException(
        "The local broker did not start in "
            + data
            + ": "
            + cause.getMessage()
            + ". Check that the folder can be written and has room.",
        cause);
  }
}
