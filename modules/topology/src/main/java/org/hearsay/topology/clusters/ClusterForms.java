package org.hearsay.topology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimSpeaker;
import org.hearsay.coverage.sameness.Statement;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.topology.ClusterNode.Change;
import org.hearsay.topology.ClusterNode.Indexed;
import org.hearsay.topology.ClusterNode.Posting;
import org.hearsay.topology.ClusterNode.Said;
import org.hearsay.topology.state.PackedForm;
import org.hearsay.topology.state.VersionedForm;
import org.jspecify.annotations.Nullable;

/**
 * The forms of what the profile stage keeps and sends of claims, which nobody else reads. Each
 * begins with {@link #VERSION}: a stage that finds another says so, and has to start anew.
 */
final class ClusterSerdes {
  private static final int VERSION = 1;

  private ClusterSerdes() {}

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
          PackedForm.writeString(indexed.speaker(), out);
          writeMaybe(indexed.before(), out);
          writeMaybe(indexed.after(), out);
          out.writeShort(indexed.keys().size());
          for (long key : indexed.keys()) {
            out.writeLong(key);
          }
        },
        in -> {
          String speaker = PackedForm.string(in);
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
            PackedForm.writeString(said.speaker(), out);
            PackedForm.writeString(said.text(), out);
            out.writeBoolean(said.denied());
          }
        },
        in -> {
          List<Said> out = new ArrayList<>();
          for (int n = in.readUnsignedShort(); n > 0; n--) {
            out.add(new Said(PackedForm.string(in), PackedForm.string(in), in.readBoolean()));
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
    PackedForm.writeString(node.id(), out);
    PackedForm.writeString(node.speaker().id(), out);
    PackedForm.writeString(node.speaker().name(), out);
    PackedForm.writeString(node.statement().wording().text(), out);
    out.writeBoolean(node.statement().wording().denied());
    byte[] meaning = node.statement().meaning();
    out.writeShort(meaning.length);
    out.write(meaning);
    out.writeInt(node.count());
    PackedForm.writeString(node.centre(), out);
    out.writeLong(node.told());
    out.writeShort(node.reports().size());
    for (ClaimReport report : node.reports()) {
      write(report, out);
    }
    write(node.neighbours(), out);
    write(node.members(), out);
  }

  private static ClusterNode readNode(DataInputStream in) throws IOException {
    String id = PackedForm.string(in);
    ClaimSpeaker speaker = new ClaimSpeaker(PackedForm.readString(in), PackedForm.readString(in));
    Wording wording = Wording.of(PackedForm.string(in), in.readBoolean());
    byte[] meaning = in.readNBytes(in.readUnsignedShort());
    ClusterNode node = new ClusterNode(id, speaker, Statement.of(wording, meaning));
    node.count(in.readInt());
    node.centre(PackedForm.string(in));
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
    PackedForm.writeString(report.claimId(), out);
    PackedForm.writeString(report.articleId(), out);
    PackedForm.writeString(report.outletId(), out);
    PackedForm.writeString(report.outletName(), out);
    PackedForm.writeString(report.url(), out);
    out.writeLong(report.at().toEpochMilli());
    PackedForm.writeString(report.speaker().id(), out);
    PackedForm.writeString(report.speaker().name(), out);
    PackedForm.writeString(report.source(), out);
    PackedForm.writeString(report.content(), out);
    PackedForm.writeString(report.cue(), out);
    PackedForm.writeString(report.cueKind(), out);
    PackedForm.writeString(report.cueMode(), out);
    PackedForm.writeString(report.form(), out);
    PackedForm.writeString(report.from(), out);
    PackedForm.writeString(report.fromName(), out);
    write(report.twins(), out);
  }

  private static ClaimReport readReport(DataInputStream in) throws IOException {
    return new ClaimReport(
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.readString(in),
        PackedForm.readString(in),
        PackedForm.readString(in),
        Instant.ofEpochMilli(in.readLong()),
        new ClaimSpeaker(PackedForm.readString(in), PackedForm.readString(in)),
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.string(in),
        PackedForm.string(in),
        readStrings(in));
  }

  private static void write(Collection<String> values, DataOutputStream out) throws IOException {
    out.writeShort(values.size());
    for (String value : values) {
      PackedForm.writeString(value, out);
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    List<String> out = new ArrayList<>();
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      out.add(PackedForm.string(in));
    }
    return out;
  }

  private static <T> Serde<T> serde(
      VersionedForm.Writer<T> writer, VersionedForm.Reader<T> reader) {
    return VersionedForm.of(ProfileStage.NAME, VERSION, writer, reader).serde();
  }
}
