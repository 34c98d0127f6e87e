package org.hearsay.topology.clusters;

import static org.hearsay.topology.facts.Fields.list;
import static org.hearsay.topology.facts.Fields.writeList;
import static org.hearsay.topology.stores.PackedForm.name;
import static org.hearsay.topology.stores.PackedForm.writeName;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimReport.CopiedFrom;
import org.hearsay.coverage.clusters.ClaimReport.From;
import org.hearsay.coverage.clusters.ClaimReport.Places;
import org.hearsay.coverage.clusters.ClusterNode;
import org.hearsay.coverage.clusters.Posting;
import org.hearsay.coverage.clusters.ReportChange;
import org.hearsay.coverage.clusters.Said;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Statement;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.text.Span;
import org.hearsay.topology.facts.FactForms;
import org.hearsay.topology.facts.Fields;
import org.hearsay.topology.stores.PackedForm;
import org.hearsay.topology.stores.VersionedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.hearsay.topology.stores.VersionedForm.Writer;
import org.jspecify.annotations.Nullable;

/** The forms of what the profile stage keeps and sends of claims, which nobody else reads. */
final class ClusterForms {
  private static final String STAGE = "profile";

  private static final int VERSION = 4;

  /** The last before reports told where their words stand. */
  private static final int WITHOUT_PLACES = 3;

  /** The last before reports told what their time is. */
  private static final int WITHOUT_KINDS = 2;

  private ClusterForms() {}

  static Serde<ReportChange> change() {
    return serde(ClusterForms::writeChange, ClusterForms::readChange);
  }

  static Serde<IndexedReport> indexed() {
    return serde(
        (indexed, out) -> {
          writeName(indexed.speaker(), out);
          writeChange(indexed.change(), out);
          writeList(indexed.keys(), (key, to) -> to.writeLong(key), out);
        },
        (reports, in) ->
            new IndexedReport(
                name(in), readChange(reports, in), list(DataInputStream::readLong, in)));
  }

  static Serde<List<Posting>> postings() {
    return kept(
        (postings, out) ->
            writeList(
                postings,
                (posting, to) -> {
                  writeName(posting.node(), to);
                  writeList(posting.signature(), (bits, bytes) -> bytes.writeLong(bits), to);
                },
                out),
        (reports, in) ->
            list(from -> new Posting(name(from), list(DataInputStream::readLong, from)), in),
        FirstClusterForms::postings);
  }

  static Serde<List<Said>> said() {
    return kept(
        (list, out) ->
            writeList(
                list,
                (said, to) -> {
                  writeName(said.speaker(), to);
                  writeName(said.text(), to);
                  to.writeBoolean(said.denied());
                },
                out),
        (reports, in) -> list(from -> new Said(name(from), name(from), from.readBoolean()), in),
        FirstClusterForms::said);
  }

  static Serde<List<ClaimReport>> reports() {
    return kept(
        (list, out) -> writeList(list, ClusterForms::writeReport, out),
        (reports, in) -> list(reports, in),
        FirstClusterForms::reports);
  }

  /**
   * A wording among others.
   *
   * @param language the language that it is in
   */
  static Serde<ClusterNode> node(SamenessLanguage language) {
    return kept(
        ClusterForms::writeNode,
        (reports, in) -> readNode(reports, in, language),
        in -> FirstClusterForms.node(in, language));
  }

  private static void writeNode(ClusterNode node, DataOutputStream out) throws IOException {
    writeName(node.id(), out);
    Fields.writeMaybe(node.speaker().id(), out);
    Fields.writeMaybe(node.speaker().name(), out);
    writeName(node.statement().wording().text(), out);
    out.writeBoolean(node.statement().wording().denied());
    byte[] meaning = node.statement().meaning();
    PackedForm.writeCount(meaning.length, out);
    out.write(meaning);
    ClusterNode.Reported reported = node.reported();
    PackedForm.writeCount(reported.count(), out);
    out.writeLong(reported.told());
    writeList(reported.kept(), ClusterForms::writeReport, out);
    ClusterNode.Place place = node.place();
    writeName(place.centre(), out);
    writeList(new TreeSet<>(place.neighbours()), (id, to) -> writeName(id, to), out);
    writeList(new TreeSet<>(place.members()), (id, to) -> writeName(id, to), out);
  }

  private static ClusterNode readNode(
      Reader<ClaimReport> reports, DataInputStream in, SamenessLanguage language)
      throws IOException {
    String id = name(in);
    ClaimSpeaker speaker = new ClaimSpeaker(Fields.maybe(in), Fields.maybe(in));
    Wording wording = Wording.of(name(in), in.readBoolean(), language);
    byte[] meaning = in.readNBytes(PackedForm.count(in));
    int count = PackedForm.count(in);
    long told = in.readLong();
    ClusterNode.Reported reported = new ClusterNode.Reported(list(reports, in), count, told);
    String centre = name(in);
    ClusterNode.Place place =
        new ClusterNode.Place(
            new TreeSet<>(list(PackedForm::name, in)),
            new TreeSet<>(list(PackedForm::name, in)),
            centre);
    return new ClusterNode(id, speaker, Statement.of(wording, meaning), reported, place, language);
  }

  private static void writeChange(ReportChange change, DataOutputStream out) throws IOException {
    writeMaybe(change.before(), out);
    writeMaybe(change.after(), out);
  }

  private static ReportChange readChange(Reader<ClaimReport> reports, DataInputStream in)
      throws IOException {
    return new ReportChange(readMaybe(reports, in), readMaybe(reports, in));
  }

  private static void writeMaybe(@Nullable ClaimReport report, DataOutputStream out)
      throws IOException {
    out.writeBoolean(report != null);
    if (report != null) {
      writeReport(report, out);
    }
  }

  private static @Nullable ClaimReport readMaybe(Reader<ClaimReport> reports, DataInputStream in)
      throws IOException {
    return in.readBoolean() ? reports.read(in) : null;
  }

  private static void writeReport(ClaimReport report, DataOutputStream out) throws IOException {
    writeName(report.claimId(), out);
    writeName(report.articleId(), out);
    Fields.writeOutlet(report.publisher(), out);
    Fields.writeTime(report.at(), out);
    Fields.writeMaybeWord(report.atKind(), out);
    FactForms.writeText(report.text(), out);
    writeName(report.from().key(), out);
    writeName(report.from().name(), out);
    writePlaces(report.places(), out);
  }

  private static void writePlaces(Places places, DataOutputStream out) throws IOException {
    @Nullable Span own = places.own();
    out.writeBoolean(own != null);
    if (own != null) {
      Fields.writeSpan(own, out);
    }
    writeList(
        places.origins(),
        (origin, to) -> {
          writeName(origin.articleId(), to);
          Fields.writeSpan(origin.place(), to);
        },
        out);
    writeList(places.twins(), (id, to) -> writeName(id, to), out);
  }

  private static Places readPlaces(DataInputStream in) throws IOException {
    return new Places(
        in.readBoolean() ? Fields.span(in) : null,
        list(from -> new CopiedFrom(name(from), Fields.span(from)), in),
        list(PackedForm::name, in));
  }

  /** As the present version, or an earlier one, wrote it. */
  private static ClaimReport readReport(DataInputStream in, int version) throws IOException {
    return new ClaimReport(
        name(in),
        name(in),
        Fields.outlet(in),
        Fields.time(in),
        version > WITHOUT_KINDS ? Fields.maybeWord(AtKind.class, in) : null,
        FactForms.readText(in),
        new From(name(in), name(in)),
        version > WITHOUT_PLACES
            ? readPlaces(in)
            : new Places(null, List.of(), list(PackedForm::name, in)));
  }

  /** Reads what may hold reports, by a reader of these. */
  @FunctionalInterface
  private interface WithReports<T> {
    T read(Reader<ClaimReport> reports, DataInputStream in) throws IOException;
  }

  private static <T> VersionedForm<T> form(Writer<T> writer, WithReports<T> reader) {
    return VersionedForm.of(STAGE, VERSION, writer, of(VERSION, reader))
        .reading(WITHOUT_PLACES, of(WITHOUT_PLACES, reader))
        .reading(WITHOUT_KINDS, of(WITHOUT_KINDS, reader));
  }

  private static <T> Reader<T> of(int version, WithReports<T> reader) {
    return in -> reader.read(from -> readReport(from, version), in);
  }

  private static <T> Serde<T> serde(Writer<T> writer, WithReports<T> reader) {
    return form(writer, reader).serde();
  }

  /** What lies in stores, so that the first version is read on. */
  private static <T> Serde<T> kept(Writer<T> writer, WithReports<T> reader, Reader<T> first) {
    return form(writer, reader).reading(FirstClusterForms.VERSION, first).serde();
  }
}
