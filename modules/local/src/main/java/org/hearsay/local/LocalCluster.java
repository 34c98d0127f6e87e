package org.hearsay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A local broker and a local schema registry, started and stopped together: by {@link #close}, by
 * the end of the JVM (Ctrl-C), also in the middle of their start, and by a start that fails.
 */
public final class LocalCluster implements AutoCloseable {

  private final CompletableFuture<Path> folder = new CompletableFuture<>();
  private final CompletableFuture<LocalBroker> broker = new CompletableFuture<>();
  private final CompletableFuture<LocalRegistry> registry = new CompletableFuture<>();
  private final boolean temporary;
  private final Deque<Runnable> first = new ConcurrentLinkedDeque<>();
  private final Thread hook = new Thread(this::stop, "local-cluster-stop");
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalCluster(boolean temporary) {
    this.temporary = temporary;
  }

  /**
   * Starts both and waits until they serve. Data stay in the folder.
   *
   * @param data the folder of their data, made if it is missing
   * @throws LocalException if one of them cannot start; the other is stopped
   */
  public static LocalCluster start(Path data) {
    return new LocalCluster(false).start(() -> data);
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
    // Asked first: without a registry no folder is made.
    LocalRegistry.home();
    return new LocalCluster(true).start(() -> newFolder(parent));
  }

  private static Path newFolder(Path parent) {
    try {
      return Files.createTempDirectory(parent, "hearsay-local-");
    } catch (IOException e) {
      throw new LocalException(
          "No temporary folder could be made in "
              + parent
              + ". Set -Djava.io.tmpdir to a folder that can be written.",
          e);
    }
  }

  /** The broker's address for clients. */
  public String bootstrapServers() {
    return broker.join().bootstrapServers();
  }

  /** The registry's address for clients. */
  public String registryUrl() {
    return registry.join().url();
  }

  /** The folder of the data; what else is put there lives as long as they do. */
  public Path folder() {
    return folder.join();
  }

  /** Done when the broker has given up, with what it said; it serves nobody from then on. */
  public CompletableFuture<String> failed() {
    return broker.join().failed().copy();
  }

  /**
   * Has something done before the two are stopped, however that comes about: clients end in order
   * while their broker still answers. What was named last is done first.
   */
  public void beforeStop(Runnable action) {
    first.push(action);
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

  private LocalCluster start(Supplier<Path> data) {
    // Before anything is made: whenever the JVM ends, nothing is left behind.
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      complete(folder, data);
      complete(registry, "registry", LocalCluster::startRegistry);
      complete(broker, "broker", LocalBroker::start);
      broker.join();
      registry.join();
      return this;
    } catch (CompletionException e) {
      close();
      if (e.getCause() instanceof LocalException own) {
        throw own;
      }
      throw e;
    }
  }

  private static LocalRegistry startRegistry(Path data) {
    return LocalRegistry.start(LocalRegistry.home(), data);
  }

  private <T> void complete(CompletableFuture<T> part, String name, Function<Path, T> start) {
    Runnable task = () -> complete(part, () -> start.apply(folder.join().resolve(name)));
    new Thread(task, name + "-start").start();
  }

  private static <T> void complete(CompletableFuture<T> part, Supplier<T> source) {
    try {
      part.complete(source.get());
    } catch (Throwable e) {
      part.completeExceptionally(e);
    }
  }

  private void stop() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      first.forEach(Runnable::run);
    } finally {
      // What is still starting is waited for; what failed has stopped itself.
      stop(broker, LocalBroker::close);
      stop(registry, LocalRegistry::close);
      if (temporary) {
        stop(folder, LocalCluster::delete);
      }
    }
  }

  private static <T> void stop(CompletableFuture<T> part, Consumer<T> close) {
    part.handle((started, failure) -> started)
        .thenAccept(
            started -> {
              if (started != null) {
                close.accept(started);
              }
            })
        .join();
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
