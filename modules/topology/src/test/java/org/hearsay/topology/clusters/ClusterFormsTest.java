package org.hearsay.topology.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.topology.stores.PackedForm.writeString;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimReport.CopiedFrom;
import org.hearsay.coverage.clusters.ClaimReport.Places;
import org.hearsay.coverage.clusters.ClusterNode;
import org.hearsay.coverage.clusters.Posting;
import org.hearsay.coverage.clusters.ReportChange;
import org.hearsay.coverage.clusters.Said;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything named is invented. */
class ClusterFormsTest {
  private static final SamenessLanguage ENGLISH = SamenessLanguage.load("en");

  /** As earlier releases kept it. */
  private static final ClaimReport REPORT =
      report(null, new Places(null, List.of(), List.of("a2cc")));

  private static ClaimReport report(AtKind kind) {
    return report(
        kind,
        new Places(
            new Span(90, 300),
            List.of(
                new CopiedFrom("a3dd", new Span(0, 210)), new CopiedFrom("a4ee", new Span(1, 2))),
            List.of()));
  }

  private static ClaimReport report(@Nullable AtKind kind, Places places) {
    return new ClaimReport(
        "c1aa",
        "a1bb",
        new OutletName("courier", "The courier", null),
        Instant.parse("2026-03-02T06:30:00Z"),
        kind,
        new ClaimText(
            new ClaimSpeaker(null, "Lene Haugsrud"),
            "Haugsrud",
            "the dam will hold until spring",
            ClaimForm.MIXED,
            new ClaimCue("denied", CueKind.SPEECH, CueMode.DENIED)),
        new ClaimReport.From("wire", "The wire"),
        places);
  }

  private static <T> T again(Serde<T> serde, T value) {
    return serde.deserializer().deserialize("topic", serde.serializer().serialize("topic", value));
  }

  private static void first(ClaimReport report, DataOutputStream out) throws IOException {
    for (String id : List.of(report.claimId(), report.articleId())) {
      writeString(id, out);
    }
    writeString(report.publisher().id(), out);
    writeString(report.publisher().name(), out);
    writeString(report.publisher().address(), out);
    out.writeLong(report.at().toEpochMilli());
    writeString(report.text().speaker().id(), out);
    writeString(report.text().speaker().name(), out);
    for (String text :
        List.of(
            report.text().source(),
            report.text().content(),
            report.text().cue().text(),
            report.text().cue().kind().name(),
            report.text().cue().mode().name(),
            report.text().form().name(),
            report.from().key(),
            report.from().name())) {
      writeString(text, out);
    }
    out.writeShort(1);
    writeString("a2cc", out);
  }

  @Test
  void whatIsWrittenIsRead() {
    ClaimReport seen = report(AtKind.FIRST_SEEN);
    assertThat(again(ClusterForms.reports(), List.of(REPORT, seen))).containsExactly(REPORT, seen);
    ReportChange change = new ReportChange(REPORT, report(AtKind.PUBLISHED));
    assertThat(again(ClusterForms.change(), change)).isEqualTo(change);
    IndexedReport indexed = new IndexedReport("name:haugsrud", change, List.of(-3L, 7L));
    assertThat(again(ClusterForms.indexed(), indexed)).isEqualTo(indexed);
    List<Said> said = List.of(new Said("name:haugsrud", "the dam will hold", true));
    assertThat(again(ClusterForms.said(), said)).isEqualTo(said);
    List<Posting> postings = List.of(new Posting("ab01", List.of(1L, -1L, 0L)));
    assertThat(again(ClusterForms.postings(), postings)).isEqualTo(postings);
  }

  /** What the present version writes of a report of an earlier one, as that wrote it. */
  private static String earlier(int version) {
    ReportChange change = new ReportChange(null, REPORT);
    String fourth =
        HexFormat.of().formatHex(ClusterForms.change().serializer().serialize("reports", change));
    // Of words that stand nowhere it has two bytes more, before the twins.
    String twins = "0105a2cc";
    assertThat(fourth).startsWith("04").endsWith("0000" + twins);
    String third = fourth.substring(2, fourth.length() - 4 - twins.length()) + twins;
    // Without a kind the third version has one byte more, after the time.
    String time = "%016x".formatted(REPORT.at().toEpochMilli());
    assertThat(third).contains(time + "00");
    return version == 3 ? "03" + third : "02" + third.replace(time + "00", time);
  }

  @Test
  void reportsOfEarlierVersionsAreReadOnWhereverTheyAre() {
    for (int version : new int[] {2, 3}) {
      byte[] bytes = HexFormat.of().parseHex(earlier(version));
      assertThat(ClusterForms.change().deserializer().deserialize("reports", bytes))
          .as("version " + version)
          .isEqualTo(new ReportChange(null, REPORT));
    }
  }

  @Test
  void aWordingOfTheFirstVersionIsReadOnAndWrittenInThePresentOne() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(1);
    writeString("ab01", out);
    writeString(null, out);
    writeString("Lene Haugsrud", out);
    writeString("the dam will hold until spring", out);
    out.writeBoolean(true);
    out.writeShort(3);
    out.write(new byte[] {5, -5, 100});
    out.writeInt(9);
    writeString("ab02", out);
    out.writeLong(77);
    out.writeShort(1);
    first(REPORT, out);
    out.writeShort(1);
    writeString("ab02", out);
    out.writeShort(0);
    ClusterNode read =
        ClusterForms.node(ENGLISH)
            .deserializer()
            .deserialize("profile-wordings-store", bytes.toByteArray());
    for (ClusterNode node : List.of(read, again(ClusterForms.node(ENGLISH), read))) {
      assertThat(node.id()).isEqualTo("ab01");
      assertThat(node.speaker().name()).isEqualTo("Lene Haugsrud");
      assertThat(node.statement().meaning()).containsExactly(5, -5, 100);
      assertThat(node.statement().wording().denied()).isTrue();
      assertThat(node.reported()).isEqualTo(new ClusterNode.Reported(List.of(REPORT), 9, 77));
      assertThat(node.place().centre()).isEqualTo("ab02");
      assertThat(node.place().neighbours()).containsExactly("ab02");
      assertThat(node.place().members()).isEmpty();
    }
  }

  @Test
  void postingsOfTheFirstVersionAreReadOn() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(1);
    out.writeShort(1);
    out.writeUTF("ab01");
    out.writeByte(2);
    out.writeLong(4);
    out.writeLong(-4);
    assertThat(ClusterForms.postings().deserializer().deserialize("postings", bytes.toByteArray()))
        .containsExactly(new Posting("ab01", List.of(4L, -4L)));
  }
}
