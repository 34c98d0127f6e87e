package org.hearsay.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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
  private static final HexFormat HEX = HexFormat.of();

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
    return new String(bytes(length, in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int length, DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("a text of " + length + " bytes ends after " + bytes.length);
    }
    return bytes;
  }

  /** Reads a text that is not null. */
  static String string(DataInputStream in) throws IOException {
    @Nullable String text = readString(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  /**
   * Writes a number of 0 or more in as few bytes as it needs, seven bits each, the least first
   * (LEB128).
   */
  static void writeCount(int count, DataOutputStream out) throws IOException {
    int rest = count;
    while (rest >>> 7 != 0) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  /** Reads such a number. */
  static int count(DataInputStream in) throws IOException {
    int count = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int bits = in.readUnsignedByte();
      count |= (bits & 0x7f) << shift;
      if (bits < 0x80) {
        return count;
      }
    }
    throw new IOException("a number of more than five bytes");
  }

  /**
   * Writes a short text, such as an id, with its length and kind in front. Hexadecimal digits take
   * half a byte each: articles' ids are such, and a store holds one for every fingerprint.
   */
  static void writeName(String name, DataOutputStream out) throws IOException {
    byte @Nullable [] digits = hexadecimal(name);
    byte[] bytes = digits == null ? name.getBytes(StandardCharsets.UTF_8) : digits;
    writeCount((bytes.length << 1) | (digits == null ? 0 : 1), out);
    out.write(bytes);
  }

  /** Reads such a text. */
  static String name(DataInputStream in) throws IOException {
    int head = count(in);
    byte[] bytes = bytes(head >>> 1, in);
    return (head & 1) == 0 ? new String(bytes, StandardCharsets.UTF_8) : HEX.formatHex(bytes);
  }

  /** The bytes that a text stands for in lower-case hexadecimal digits, or null. */
  private static byte @Nullable [] hexadecimal(String text) {
    if (text.length() % 2 != 0) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (!HexFormat.isHexDigit(digit) || Character.isUpperCase(digit)) {
        return null;
      }
    }
    return HEX.parseHex(text);
  }
}
