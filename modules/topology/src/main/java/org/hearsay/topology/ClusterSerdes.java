package org.hearsay.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.hearsay.lineage.ClaimReport;
import org.hearsay.lineage.ClaimSpeaker;
import org.hearsay.lineage.Statement;
import org.hearsay.lineage.Wording;
import org.hearsay.topology.ClusterNode.Change;
import org.hearsay.topology.ClusterNode.Indexed;
import org.hearsay.topology.ClusterNode.Posting;
import org.hearsay.topology.ClusterNode.Said;
import org.jspecify.annotations.Nullable;

/**
 * The forms of what the profile stage keeps and sends of claims, which nobody else reads. Each
 * begins with {@link #VERSION}: a stage that finds another says so, and has to start anew.
 */
final class ClusterSerdes {
  private static final int VERSION = 1;

  private ClusterSerdes() {}

  @FunctionalInterface
  private interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static Serde<ClaimReport> report() {
    return serde(ClusterSerdes::write, ClusterSerdes::readReport);
  }

  static Serde<Change> change() {
    return serde(
        (change, out) -> {
          writeMaybe(change.before(), out);
          writeMaybe(change.after(), out);
        },
        in -> new Change(readMaybe(in), readMaybe(in)));
  }

  static Serde<List<Posting>> postings() {
    return serde(
        (postings, out) -> {
          out.writeShort(postings.size());
          for (Posting posting : postings) {
            out.writeUTF(posting.node());
            out.writeByte(posting.signature().size());
            for (long bits : posting.signature()) {
              out.writeLong(bits);
            }
          }
        },
        in -> {
          List<Posting> out = new ArrayList<>();
          for (int n = in.readUnsignedShort(); n > 0; n--) {
            String node = in.readUTF();
            List<Long> signature = new ArrayList<>();
            for (int i = in.readUnsignedByte(); i > 0; i--) {
              signature.add(in.readLong());
            }
            out.add(new Posting(node, signature));
          }
          return out;
        });
  }

  static Serde<Indexed> indexed() {
    return serde(
        (indexed, out) -> {
          write(indexed.speaker(), out);
          writeMaybe(indexed.before(), out);
          writeMaybe(indexed.after(), out);
          out.writeShort(indexed.keys().size());
          for (long key : indexed.keys()) {
            out.writeLong(key);
          }
        },
        in -> {
          String speaker = string(in);
          @Nullable ClaimReport before = readMaybe(in);
          @Nullable ClaimReport after = readMaybe(in);
          List<Long> keys = new ArrayList<>();
          for (int n = in.readUnsignedShort(); n > 0; n--) {
            keys.add(in.readLong());
          }
          return new Indexed(speaker, before, after, keys);
        });
  }

  static Serde<List<Said>> said() {
    return serde(
        (list, out) -> {
          out.writeShort(list.size());
          for (Said said : list) {
            write(said.speaker(), out);
            write(said.text(), out);
            out.writeBoolean(said.denied());
          }
        },
        in -> {
          List<Said> out = new ArrayList<>();
          for (int n = in.readUnsignedShort(); n > 0; n--) {
            out.add(new Said(string(in), string(in), in.readBoolean()));
          }
          return out;
        });
  }

  static Serde<List<ClaimReport>> reports() {
    return serde(
        (list, out) -> {
          out.writeShort(list.size());
          for (ClaimReport report : list) {
            write(report, out);
          }
        },
        in -> {
          List<ClaimReport> out = new ArrayList<>();
          for (int n = in.readUnsignedShort(); n > 0; n--) {
            out.add(readReport(in));
          }
          return out;
        });
  }

  static Serde<ClusterNode> node() {
    return serde(ClusterSerdes::writeNode, ClusterSerdes::readNode);
  }

  private static void writeNode(ClusterNode node, DataOutputStream out) throws IOException {
    write(node.id(), out);
    write(node.speaker().id(), out);
    write(node.speaker().name(), out);
    write(node.statement().wording().text(), out);
    out.writeBoolean(node.statement().wording().denied());
    byte[] meaning = node.statement().meaning();
    out.writeShort(meaning.length);
    out.write(meaning);
    out.writeInt(node.count());
    write(node.centre(), out);
    out.writeLong(node.told());
    out.writeShort(node.reports().size());
    for (ClaimReport report : node.reports()) {
      write(report, out);
    }
    write(node.neighbours(), out);
    write(node.members(), out);
  }

  private static ClusterNode readNode(DataInputStream in) throws IOException {
    String id = string(in);
    ClaimSpeaker speaker = new ClaimSpeaker(readString(in), readString(in));
    Wording wording = Wording.of(string(in), in.readBoolean());
    byte[] meaning = in.readNBytes(in.readUnsignedShort());
    ClusterNode node = new ClusterNode(id, speaker, Statement.of(wording, meaning));
    node.count(in.readInt());
    node.centre(string(in));
    node.told(in.readLong());
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      node.reports().add(readReport(in));
    }
    node.neighbours().addAll(readStrings(in));
    node.members().addAll(readStrings(in));
    return node;
  }

  private static void writeMaybe(@Nullable ClaimReport report, DataOutputStream out)
      throws IOException {
    out.writeBoolean(report != null);
    if (report != null) {
      write(report, out);
    }
  }

  private static @Nullable ClaimReport readMaybe(DataInputStream in) throws IOException {
    return in.readBoolean() ? readReport(in) : null;
  }

  private static void write(ClaimReport report, DataOutputStream out) throws IOException {
    write(report.claimId(), out);
    write(report.articleId(), out);
    write(report.outletId(), out);
    write(report.outletName(), out);
    write(report.url(), out);
    out.writeLong(report.at().toEpochMilli());
    write(report.speaker().id(), out);
    write(report.speaker().name(), out);
    write(report.source(), out);
    write(report.content(), out);
    write(report.cue(), out);
    write(report.cueKind(), out);
    write(report.cueMode(), out);
    write(report.form(), out);
    write(report.from(), out);
    write(report.fromName(), out);
    write(report.twins(), out);
  }

  private static ClaimReport readReport(DataInputStream in) throws IOException {
    return new ClaimReport(
        string(in),
        string(in),
        readString(in),
        readString(in),
        readString(in),
        Instant.ofEpochMilli(in.readLong()),
        new ClaimSpeaker(readString(in), readString(in)),
        string(in),
        string(in),
        string(in),
        string(in),
        string(in),
        string(in),
        string(in),
        string(in),
        readStrings(in));
  }

  private static void write(Collection<String> values, DataOutputStream out) throws IOException {
    out.writeShort(values.size());
    for (String value : values) {
      write(value, out);
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    List<String> out = new ArrayList<>();
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      out.add(string(in));
    }
    return out;
  }

  /** Longer than {@link DataOutputStream#writeUTF} allows; -1 stands for null. */
  private static void write(@Nullable String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length > in.available()) {
      throw new IOException("a text of " + length + " bytes");
    }
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String string(DataInputStream in) throws IOException {
    @Nullable String text = readString(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  private static <T> Serde<T> serde(Writer<T> writer, Reader<T> reader) {
    return Serdes.serdeFrom(
        (topic, value) -> {
          if (value == null) {
            return null;
          }
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          bytes.write(VERSION);
          try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(value, out);
          } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
          }
          return bytes.toByteArray();
        },
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new SerializationException(
                topic
                    + ": written by another version of the profile stage; stop it, reset its"
                    + " application with kafka-streams-application-reset, and start it again");
          }
          try (DataInputStream in =
              new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            return reader.read(in);
          } catch (IOException e) {
            throw new SerializationException(topic + ": not a record of the profile stage", e);
          }
        });
  }
}
