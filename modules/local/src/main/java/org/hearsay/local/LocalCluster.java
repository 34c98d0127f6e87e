package org.hearsay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A local broker and a local schema registry, started and stopped together. */
public final class LocalCluster implements AutoCloseable {

  private final LocalBroker broker;
  private final LocalRegistry registry;
  private final @Nullable Path temporary;
  private final Thread hook;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalCluster(LocalBroker broker, LocalRegistry registry, @Nullable Path temporary) {
    this.broker = broker;
    this.registry = registry;
    this.temporary = temporary;
    this.hook = new Thread(this::stop, "local-cluster-stop");
  }

  /**
   * Starts both and waits until they serve. Data stay in the folder.
   *
   * @param data the folder of their data, made if it is missing
   * @throws LocalException if one of them cannot start; the other is stopped
   */
  public static LocalCluster start(Path data) {
    return start(LocalRegistry.home(), data, null);
  }

  /**
   * Starts both with data that are deleted when they stop.
   *
   * @throws LocalException if one of them cannot start
   */
  public static LocalCluster startTemporary() {
    return startTemporary(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The same, with the data in a new folder inside the one given. */
  static LocalCluster startTemporary(Path parent) {
    // Asked first: without a registry no folder is left behind.
    Path home = LocalRegistry.home();
    Path folder;
    try {
      folder = Files.createTempDirectory(parent, "hearsay-local-");
    } catch (IOException e) {
      throw new LocalException(
          "No temporary folder could be made in "
              + parent
              + ". Set -Djava.io.tmpdir to a folder that can be written.",
          e);
    }
    return start(home, folder, folder);
  }

  /** The broker's address for clients. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The registry's address for clients. */
  public String registryUrl() {
    return registry.url();
  }

  /** Stops both and deletes temporary data. A second call does nothing. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook runs now or has run, and finds nothing left to stop.
    }
  }

  private static LocalCluster start(Path home, Path data, @Nullable Path temporary) {
    CompletableFuture<LocalRegistry> starting =
        CompletableFuture.supplyAsync(
            () -> LocalRegistry.start(home, data.resolve("registry")),
            task -> new Thread(task, "registry-start").start());
    @Nullable LocalBroker broker = null;
    boolean started = false;
    try {
      broker = LocalBroker.start(data.resolve("broker"));
      LocalCluster cluster = new LocalCluster(broker, join(starting), temporary);
      Runtime.getRuntime().addShutdownHook(cluster.hook);
      started = true;
      return cluster;
    } finally {
      if (!started) {
        stopAfterFailure(broker, starting, temporary);
      }
    }
  }

  private static LocalRegistry join(CompletableFuture<LocalRegistry> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LocalException own) {
        throw own;
      }
      throw e;
    }
  }

  private static void stopAfterFailure(
      @Nullable LocalBroker broker,
      CompletableFuture<LocalRegistry> starting,
      @Nullable Path temporary) {
    if (broker != null) {
      broker.close();
    }
    // A registry that failed has stopped itself: only one that came up must be stopped here.
    starting
        .handle((registry, failure) -> registry)
        .thenAccept(
            registry -> {
              if (registry != null) {
                registry.close();
              }
            })
        .join();
    if (temporary != null) {
      delete(temporary);
    }
  }

  private void stop() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      broker.close();
    } finally {
      registry.close();
      if (temporary != null) {
        delete(temporary);
      }
    }
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Temporary data could not be deleted: " + folder, e);
    }
  }
}
