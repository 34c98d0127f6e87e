package org.hearsay.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The form of what a stage keeps in its own stores and sends on its internal topics, which nobody
 * else reads: a byte for the version, then the fields in a row.
 */
final class PackedForm {
  private PackedForm() {}

  /** Writes a value's fields. */
  @FunctionalInterface
  interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads them in the same order. */
  @FunctionalInterface
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /**
   * The serde of a form.
   *
   * @param stage whose it is, for the messages
   * @param version what each record begins with; one with another is refused
   * @param deflated whether the fields are compressed
   */
  static <T> Serde<T> serde(
      String stage, int version, boolean deflated, Writer<T> writer, Reader<T> reader) {
    return Serdes.serdeFrom(
        (topic, value) -> {
          if (value == null) {
            return null;
          }
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          bytes.write(version);
          try {
            if (deflated) {
              deflate(value, writer, bytes);
            } else {
              writer.write(value, new DataOutputStream(bytes));
            }
          } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
          }
          return bytes.toByteArray();
        },
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          if (bytes.length == 0 || bytes[0] != version) {
            throw new SerializationException(
                topic
                    + ": written by another version of the "
                    + stage
                    + " stage; stop it, reset its application with"
                    + " kafka-streams-application-reset, and start it again");
          }
          ByteArrayInputStream in = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
          try (DataInputStream data =
              new DataInputStream(deflated ? new InflaterInputStream(in) : in)) {
            return reader.read(data);
          } catch (IOException e) {
            throw new SerializationException(
                topic + ": not a record of the " + stage + " stage", e);
          }
        });
  }

  private static <T> void deflate(T value, Writer<T> writer, OutputStream bytes)
      throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      writer.write(value, out);
    } finally {
      deflater.end();
    }
  }

  /** Writes a text longer than {@link DataOutputStream#writeUTF} allows; -1 stands for null. */
  static void writeString(@Nullable String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a text or null. */
  static @Nullable String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("a text of " + length + " bytes ends after " + bytes.length);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Reads a text that is not null. */
  static String string(DataInputStream in) throws IOException {
    @Nullable String text = readString(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}
