package org.hearsay.store.serving;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.Answering;
import org.hearsay.store.RowSink;
import org.hearsay.store.StatementException;
import org.hearsay.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Asks the process that holds a store. One question at a time. */
public final class QueryClient implements Answering {
  private final UnixDomainSocketAddress address;
  private final Path file;

  /**
   * Of a store's file.
   *
   * @throws StoreException when the process that holds it does not answer questions
   */
  public QueryClient(Path file) {
    this.file = file;
    this.address = StoreSocket.of(file);
    if (!Files.exists(address.getPath())) {
      throw new StoreException(
          file
              + ": another process has this store, and does not answer questions: stop it, or ask a"
              + " store that hearsay store keeps");
    }
  }

  @Override
  public long run(String sql, Map<String, @Nullable String> parameters, RowSink sink) {
    return ask(sql, parameters, null, sink);
  }

  @Override
  public long writeParquet(String sql, Map<String, @Nullable String> parameters, Path out) {
    return ask(sql, parameters, out.toAbsolutePath().toString(), row -> {});
  }

  private long ask(
      String sql,
      Map<String, @Nullable String> parameters,
      @Nullable String parquet,
      RowSink sink) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(address);
      Wire wire = new Wire(channel);
      Map<String, @Nullable Object> question = new LinkedHashMap<>();
      question.put(Wire.SQL, sql);
      question.put(Wire.PARAMETERS, parameters);
      question.put(Wire.PARQUET, parquet);
      wire.send(question);
      wire.flush();
      for (@Nullable JsonNode said = wire.receive(); said != null; said = wire.receive()) {
        if (said.has(Wire.COUNT)) {
          return said.path(Wire.COUNT).asLong();
        }
        if (said.has(Wire.ERROR)) {
          StatementException wrong = new StatementException(said.path(Wire.ERROR).asText(), null);
          throw wrong.line() > 0 ? wrong : new StoreException(said.path(Wire.ERROR).asText());
        }
        hand(wire, said, sink);
      }
    } catch (IOException e) {
      throw new StoreException(
          file + ": the process that has this store does not answer: " + e.getMessage(), e);
    }
    throw new StoreException(file + ": the process that has this store ended before it answered");
  }

  private static void hand(Wire wire, JsonNode said, RowSink sink) {
    if (said.has(Wire.HEADINGS)) {
      List<RowSink.Heading> headings = new ArrayList<>();
      for (JsonNode heading : said.path(Wire.HEADINGS)) {
        headings.add(new RowSink.Heading(heading.path(0).asText(), heading.path(1).asText()));
      }
      sink.headings(headings);
      return;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonNode value : said.path(Wire.ROW)) {
      values.add(wire.received(value));
    }
    sink.row(values);
  }

  @Override
  public void close() {
    // Each question has a connection of its own.
  }
}
