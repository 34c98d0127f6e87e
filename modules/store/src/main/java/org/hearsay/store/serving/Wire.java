package org.hearsay.store.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of JSON over a socket: a question one way, headings, rows and an end the other. */
final class Wire implements AutoCloseable {
  static final String SQL = "sql";
  static final String PARAMETERS = "parameters";
  static final String PARQUET = "parquet";
  static final String HEADINGS = "headings";
  static final String ROW = "row";
  static final String COUNT = "count";
  static final String ERROR = "error";

  /** No column's field is called so. */
  private static final String TIME = "@time";

  private static final String DAY = "@day";

  private final ObjectMapper mapper = new ObjectMapper();
  private final SocketChannel channel;
  private final BufferedReader in;
  private final BufferedWriter out;

  Wire(SocketChannel channel) {
    this.channel = channel;
    this.in =
        new BufferedReader(new InputStreamReader(new Reading(channel), StandardCharsets.UTF_8));
    this.out =
        new BufferedWriter(new OutputStreamWriter(new Writing(channel), StandardCharsets.UTF_8));
  }

  /**
   * The bytes that come. The streams of {@link java.nio.channels.Channels} would not do: on JDK 17
   * one cannot write while another thread reads.
   */
  private static final class Reading extends InputStream {
    private final SocketChannel channel;

    Reading(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return channel.read(ByteBuffer.wrap(into, from, length));
    }
  }

  /** The bytes that go. */
  private static final class Writing extends OutputStream {
    private final SocketChannel channel;

    Writing(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }

  void send(Map<String, ?> message) throws IOException {
    out.write(mapper.writeValueAsString(message));
    out.write('\n');
  }

  void flush() throws IOException {
    out.flush();
  }

  /** The next message; null when the other end has closed. */
  @Nullable JsonNode receive() throws IOException {
    @Nullable String line = in.readLine();
    return line == null ? null : mapper.readTree(line);
  }

  /** A value as JSON has it: times as objects that say so. */
  static @Nullable Object sent(@Nullable Object value) {
    if (value instanceof LocalDateTime) {
      return Map.of(TIME, value.toString());
    }
    if (value instanceof LocalDate) {
      return Map.of(DAY, value.toString());
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> out = new ArrayList<>();
      list.forEach(item -> out.add(sent(item)));
      return out;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(String.valueOf(key), sent(item)));
      return out;
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }

  /** A value that was sent. */
  @Nullable Object received(JsonNode node) {
    return restored(mapper.convertValue(node, Object.class));
  }

  private static @Nullable Object restored(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> out = new ArrayList<>();
      list.forEach(item -> out.add(restored(item)));
      return out;
    }
    if (value instanceof Map<?, ?> map) {
      if (map.size() == 1 && map.get(TIME) instanceof String time) {
        return LocalDateTime.parse(time);
      }
      if (map.size() == 1 && map.get(DAY) instanceof String day) {
        return LocalDate.parse(day);
      }
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(String.valueOf(key), restored(item)));
      return out;
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
