package org.hearsay.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The form of tallies in the profile stage's own stores and topics, which nobody else reads. It
 * begins with {@link #VERSION}: a stage that finds another says so, and has to start anew.
 */
final class TallySerde {
  private static final int VERSION = 2;

  /** No kind has more. */
  private static final int MOST_VALUES = 6;

  private TallySerde() {}

  static Serde<Tally> serde() {
    return Serdes.serdeFrom(
        (topic, tally) -> tally == null ? null : bytes(tally),
        (topic, bytes) -> bytes == null ? null : tally(topic, bytes));
  }

  private static byte[] bytes(Tally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    // Not compressed: that took half of the stage's time, and producers compress what travels.
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      Map<Tally.Line, long[]> lines = tally.all();
      out.writeInt(lines.size());
      for (Map.Entry<Tally.Line, long[]> line : lines.entrySet()) {
        out.writeString(line.getKey().kind().name());
        out.writeInt(line.getKey().names().size());
        for (String name : line.getKey().names()) {
          out.writeString(name);
        }
        out.writeInt(line.getValue().length);
        for (long value : line.getValue()) {
          out.writeLong(value);
        }
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static Tally tally(String topic, byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new SerializationException(
          topic
              + ": written by another version of the profile stage; stop it, reset its application"
              + " with kafka-streams-application-reset, and start it again");
    }
    BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null);
    try {
      Tally.Builder out = new Tally.Builder();
      for (int n = in.readInt(); n > 0; n--) {
        Tally.Kind kind = Tally.Kind.valueOf(string(in, bytes.length));
        List<String> names = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
          names.add(string(in, bytes.length));
        }
        int length = in.readInt();
        if (length < 1 || length > MOST_VALUES) {
          throw new IOException("a line of " + length + " values");
        }
        long[] values = new long[length];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readLong();
        }
        out.add(new Tally.Line(kind, names), values);
      }
      if (!in.isEnd()) {
        throw new IOException("more than its lines");
      }
      return out.build();
    } catch (IOException | IllegalArgumentException | AvroRuntimeException e) {
      throw new SerializationException(topic + ": not a record of the profile stage", e);
    }
  }

  /** Avro's own reader asks for as much memory as a broken length says, before it looks. */
  private static String string(BinaryDecoder in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("a name of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFixed(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
