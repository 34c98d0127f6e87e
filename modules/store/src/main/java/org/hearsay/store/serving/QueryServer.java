package org.hearsay.store.serving;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.RowSink;
import org.hearsay.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about a store that this process holds. Only the user who runs it may ask: the
 * socket is a file with that user's rights. A question ends when who asked goes away.
 */
public final class QueryServer implements AutoCloseable {
  /** So many questions at once; more wait. */
  private static final int AT_ONCE = 4;

  private final QueryStore store;
  private final Path socket;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService askers = Executors.newCachedThreadPool(QueryServer::daemon);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(AT_ONCE, QueryServer::daemon);

  private QueryServer(QueryStore store, Path socket, ServerSocketChannel server) {
    this.store = store;
    this.socket = socket;
    this.server = server;
  }

  private static Thread daemon(Runnable work) {
    Thread out = new Thread(work, "query");
    out.setDaemon(true);
    return out;
  }

  /**
   * Begins to answer.
   *
   * @param file the store's file, which clients name
   * @throws StoreException when there can be no socket
   */
  public static QueryServer start(QueryStore store, Path file) {
    UnixDomainSocketAddress address = StoreSocket.of(file);
    try {
      // This process has the store's file, so that no other can be listening there.
      Files.deleteIfExists(address.getPath());
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(address);
      if (address.getPath().getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(
            address.getPath(), PosixFilePermissions.fromString("rw-------"));
      }
      QueryServer out = new QueryServer(store, address.getPath(), server);
      daemon(out::accept).start();
      return out;
    } catch (IOException e) {
      throw new StoreException(
          "cannot listen at " + address.getPath() + " for questions: " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public Path socket() {
    return socket;
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        open.add(channel);
        askers.execute(() -> serve(channel));
      } catch (IOException e) {
        // Closed, or one that could not be let in; the next may.
        if (!server.isOpen()) {
          return;
        }
      }
    }
  }

  private void serve(SocketChannel channel) {
    try (Wire wire = new Wire(channel);
        QuerySession session = store.guest()) {
      @Nullable JsonNode asked = wire.receive();
      if (asked == null) {
        return;
      }
      Future<?> answer = workers.submit(() -> answer(wire, session, asked));
      try {
        // Whoever asked says nothing more: the end of the stream is that they are gone, or done.
        wire.receive();
      } finally {
        session.cancel();
        answer.get();
      }
    } catch (IOException e) {
      // Gone; there is nobody to tell.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(channel);
    }
  }

  private static void answer(Wire wire, QuerySession session, JsonNode asked) {
    try {
      try {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        asked
            .path(Wire.PARAMETERS)
            .properties()
            .forEach(
                entry ->
                    parameters.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? null : entry.getValue().asText()));
        String sql = asked.path(Wire.SQL).asText();
        JsonNode parquet = asked.path(Wire.PARQUET);
        long count =
            parquet.isTextual()
                ? session.writeParquet(sql, parameters, Path.of(parquet.asText()))
                : session.run(sql, parameters, new Sending(wire));
        wire.send(Map.of(Wire.COUNT, count));
      } catch (StoreException e) {
        wire.send(Map.of(Wire.ERROR, String.valueOf(e.getMessage())));
      }
      wire.flush();
    } catch (ClosedChannelException e) {
      // Whoever asked has gone.
    } catch (IOException | UncheckedIOException e) {
      // The same, found out later.
    }
  }

  /** Rows as messages. */
  private record Sending(Wire wire) implements RowSink {
    @Override
    public void headings(List<Heading> headings) {
      List<List<String>> out = new ArrayList<>();
      headings.forEach(heading -> out.add(List.of(heading.name(), heading.type())));
      send(Map.of(Wire.HEADINGS, out));
    }

    @Override
    public void row(List<@Nullable Object> values) {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put(Wire.ROW, values.stream().map(Wire::sent).toList());
      send(message);
    }

    private void send(Map<String, ?> message) {
      try {
        wire.send(message);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (SocketChannel channel : open) {
        channel.close();
      }
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new StoreException("the socket cannot be closed: " + e.getMessage(), e);
    } finally {
      askers.shutdownNow();
      workers.shutdownNow();
    }
  }
}
