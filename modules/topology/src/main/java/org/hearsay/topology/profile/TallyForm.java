package org.hearsay.topology.profile;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.coverage.profiles.Tally;
import org.hearsay.topology.stores.UnknownPartException;
import org.hearsay.topology.stores.VersionedForm;

/**
 * The form of tallies in the profile stage's own store and topic, which nobody else reads. Kinds
 * stand by their names: others may come between them without another version. A program that does
 * not know one yet says what to do.
 */
final class TallyForm {
  private static final int VERSION = 2;

  /** No kind has more. */
  private static final int MOST_VALUES = 6;

  private TallyForm() {}

  static Serde<Tally> serde() {
    return VersionedForm.of(ProfileStage.NAME, VERSION, TallyForm::write, TallyForm::read).serde();
  }

  private static void write(Tally tally, DataOutputStream to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not compressed: that took half of the stage's time, and producers compress what travels.
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
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
    bytes.writeTo(to);
  }

  private static Tally read(DataInputStream from) throws IOException {
    byte[] bytes = from.readAllBytes();
    BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, null);
    try {
      Tally.Builder out = new Tally.Builder();
      for (int n = in.readInt(); n > 0; n--) {
        Tally.Kind kind = kind(string(in, bytes.length));
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
    } catch (IllegalArgumentException | AvroRuntimeException e) {
      throw new IOException("not a tally", e);
    }
  }

  private static Tally.Kind kind(String name) throws IOException {
    try {
      return Tally.Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      if (Tally.Kind.isWrittenAsOne(name)) {
        throw new UnknownPartException("lines of the kind " + name);
      }
      throw new IOException("a line of no kind", e);
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
