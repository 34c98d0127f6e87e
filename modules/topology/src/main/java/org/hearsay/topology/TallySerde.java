package org.hearsay.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The form of tallies in the profile stage's own stores and topics, which nobody else reads. It
 * begins with {@link #VERSION}: a stage that finds another says so, and has to start anew.
 */
final class TallySerde {
  private static final int VERSION = 1;

  private TallySerde() {}

  static Serde<Tally> serde() {
    return Serdes.serdeFrom(
        (topic, tally) -> tally == null ? null : bytes(tally),
        (topic, bytes) -> bytes == null ? null : tally(topic, bytes));
  }

  private static byte[] bytes(Tally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      Map<Tally.Line, long[]> lines = tally.all();
      out.writeInt(lines.size());
      for (Map.Entry<Tally.Line, long[]> line : lines.entrySet()) {
        out.writeUTF(line.getKey().kind().name());
        out.writeByte(line.getKey().names().size());
        for (String name : line.getKey().names()) {
          out.writeUTF(name);
        }
        out.writeByte(line.getValue().length);
        for (long value : line.getValue()) {
          out.writeLong(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } finally {
      deflater.end();
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
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(rest))) {
      Tally.Builder out = new Tally.Builder();
      for (int n = in.readInt(); n > 0; n--) {
        Tally.Kind kind = Tally.Kind.valueOf(in.readUTF());
        List<String> names = new ArrayList<>();
        for (int i = in.readUnsignedByte(); i > 0; i--) {
          names.add(in.readUTF());
        }
        long[] values = new long[in.readUnsignedByte()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readLong();
        }
        out.add(new Tally.Line(kind, names), values);
      }
      return out.build();
    } catch (IOException | IllegalArgumentException e) {
      throw new SerializationException(topic + ": not a record of the profile stage", e);
    }
  }
}
