package org.hearsay.topology.stores;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The form of what a stage keeps in its own stores and sends on its internal topics, which nobody
 * else reads: a byte for the version, then the fields in a row. Written is the newest version; read
 * are all that the form has readers for, so that a stage that is made anew finds what it knew.
 * Whoever changes a form gives the new one the next number and keeps the reader of the old one.
 *
 * <p>A version without a reader is refused with {@link UnknownFormException}, which stops the
 * stage; so is a value with an {@link UnknownPartException}. Any other value of a known version
 * that cannot be read is a {@link SerializationException}.
 *
 * @param <T> the values
 */
public final class VersionedForm<T> {
  private static final int MOST_VERSIONS = 255;

  private final String stage;
  private final int version;
  private final Writer<T> writer;
  private final NavigableMap<Integer, Reader<T>> readers;

  /** Writes a value's fields. */
  @FunctionalInterface
  public interface Writer<T> {
    /** Writes them in a row. */
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads a value's fields. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads them in the order in which they were written. */
    T read(DataInputStream in) throws IOException;
  }

  private VersionedForm(
      String stage, int version, Writer<T> writer, Map<Integer, Reader<T>> readers) {
    if (readers.keySet().stream().anyMatch(v -> v < 0 || v > Math.min(version, MOST_VERSIONS))) {
      throw new IllegalArgumentException(
          stage + ": version " + version + " with readers for " + readers.keySet());
    }
    this.stage = stage;
    this.version = version;
    this.writer = writer;
    this.readers = new TreeMap<>(readers);
  }

  /**
   * A form with its newest version alone.
   *
   * @param stage whose it is, for messages
   * @param version 0 to 255, what each value begins with
   */
  public static <T> VersionedForm<T> of(
      String stage, int version, Writer<T> writer, Reader<T> reader) {
    return new VersionedForm<>(stage, version, writer, Map.of(version, reader));
  }

  /**
   * The same that reads what an earlier version wrote, too.
   *
   * @param earlier its number
   */
  public VersionedForm<T> reading(int earlier, Reader<T> reader) {
    NavigableMap<Integer, Reader<T>> more = new TreeMap<>(readers);
    if (more.put(earlier, reader) != null) {
      throw new IllegalArgumentException(stage + ": version " + earlier + " has a reader");
    }
    return new VersionedForm<>(stage, version, writer, more);
  }

  /** The serde. */
  public Serde<T> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : bytes(value),
        (topic, bytes) -> bytes == null ? null : value(topic, bytes));
  }

  private byte[] bytes(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(version);
    try {
      writer.write(value, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private T value(String topic, byte[] bytes) {
    if (bytes.length == 0) {
      throw new SerializationException(topic + ": not a record of the " + stage + " stage");
    }
    int written = Byte.toUnsignedInt(bytes[0]);
    @Nullable Reader<T> reader = readers.get(written);
    if (reader == null) {
      throw new UnknownFormException(unknown(topic, written));
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
      return reader.read(in);
    } catch (UnknownPartException e) {
      throw new UnknownFormException(
          topic
              + " holds "
              + e.getMessage()
              + ", which this program does not know"
              + newer()
              + reset());
    } catch (IOException e) {
      throw new SerializationException(topic + ": not a record of the " + stage + " stage", e);
    }
  }

  private String unknown(String topic, int written) {
    String known = readers.size() == 1 ? "" + version : readers.firstKey() + " to " + version;
    return topic
        + " holds values in version "
        + written
        + " of their form, and this program reads "
        + known
        + (written > version ? newer() : ": a program too old to be read on wrote them. Stop")
        + reset();
  }

  private static String newer() {
    return ": a newer program wrote them. Run that one again; or, to stay with this one, stop";
  }

  private String reset() {
    return " the "
        + stage
        + " stage, reset its application with kafka-streams-application-reset, and start it"
        + " again: it then begins without what it had kept";
  }

  /** The same fields, compressed. */
  public static <T> Writer<T> deflated(Writer<T> writer) {
    return (value, out) -> deflate(value, writer, out);
  }

  /** Reads compressed fields. */
  public static <T> Reader<T> inflated(Reader<T> reader) {
    return in -> {
      try (DataInputStream inflated = new DataInputStream(new InflaterInputStream(in))) {
        return reader.read(inflated);
      }
    };
  }

  private static <T> void deflate(T value, Writer<T> writer, OutputStream bytes)
      throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      DeflaterOutputStream deflating = new DeflaterOutputStream(bytes, deflater);
      DataOutputStream out = new DataOutputStream(deflating);
      writer.write(value, out);
      out.flush();
      deflating.finish();
    } finally {
      deflater.end();
    }
  }
}
