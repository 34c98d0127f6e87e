package org.hearsay.topology.clusters;

import static org.hearsay.topology.stores.PackedForm.readString;
import static org.hearsay.topology.stores.PackedForm.string;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimReport.From;
import org.hearsay.coverage.clusters.ClaimReport.Places;
import org.hearsay.coverage.clusters.ClusterNode;
import org.hearsay.coverage.clusters.Posting;
import org.hearsay.coverage.clusters.Said;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Statement;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.topology.facts.Fields;
import org.hearsay.topology.stores.PackedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.jspecify.annotations.Nullable;

/** Version 1 of what the profile stage keeps of claims: read on, never written. */
final class FirstClusterForms {
  static final int VERSION = 1;

  private FirstClusterForms() {}

  static ClusterNode node(DataInputStream in, SamenessLanguage language) throws IOException {
    String id = string(in);
    ClaimSpeaker speaker = new ClaimSpeaker(readString(in), readString(in));
    Wording wording = Wording.of(string(in), in.readBoolean(), language);
    byte[] meaning = in.readNBytes(in.readUnsignedShort());
    int count = in.readInt();
    String centre = string(in);
    long told = in.readLong();
    ClusterNode.Reported reported = new ClusterNode.Reported(reports(in), count, told);
    ClusterNode.Place place =
        new ClusterNode.Place(
            new TreeSet<>(list(PackedForm::string, in)),
            new TreeSet<>(list(PackedForm::string, in)),
            centre);
    return new ClusterNode(id, speaker, Statement.of(wording, meaning), reported, place, language);
  }

  static List<Posting> postings(DataInputStream in) throws IOException {
    return list(
        from -> {
          String node = from.readUTF();
          List<Long> signature = new ArrayList<>();
          for (int n = from.readUnsignedByte(); n > 0; n--) {
            signature.add(from.readLong());
          }
          return new Posting(node, signature);
        },
        in);
  }

  static List<Said> said(DataInputStream in) throws IOException {
    return list(from -> new Said(string(from), string(from), from.readBoolean()), in);
  }

  static List<ClaimReport> reports(DataInputStream in) throws IOException {
    return list(FirstClusterForms::report, in);
  }

  private static ClaimReport report(DataInputStream in) throws IOException {
    String claimId = string(in);
    String articleId = string(in);
    @Nullable String outletId = readString(in);
    @Nullable String outletName = readString(in);
    @Nullable String url = readString(in);
    Instant at = Instant.ofEpochMilli(in.readLong());
    ClaimSpeaker speaker = new ClaimSpeaker(readString(in), readString(in));
    String source = string(in);
    String content = string(in);
    ClaimCue cue =
        new ClaimCue(
            string(in),
            Fields.word(CueKind.class, string(in)),
            Fields.word(CueMode.class, string(in)));
    ClaimForm form = Fields.word(ClaimForm.class, string(in));
    return new ClaimReport(
        claimId,
        articleId,
        new OutletName(outletId, outletName, url),
        at,
        null,
        new ClaimText(speaker, source, content, form, cue),
        new From(string(in), string(in)),
        new Places(null, List.of(), list(PackedForm::string, in)));
  }

  private static <T> List<T> list(Reader<T> reader, DataInputStream in) throws IOException {
    List<T> out = new ArrayList<>();
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      out.add(reader.read(in));
    }
    return out;
  }
}
