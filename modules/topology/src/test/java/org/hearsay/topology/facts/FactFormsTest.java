package org.hearsay.topology.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimList;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.SharedText;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.coverage.facts.TextFraming.CataloguedTone;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.OutletCitation;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.framing.terms.Category;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Extent;
import org.hearsay.lineage.Passage;
import org.hearsay.text.Ids;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.topology.stores.UnknownFormException;
import org.junit.jupiter.api.Test;

/** Everything named is invented. */
class FactFormsTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");
  private static final String ARTICLE = Ids.of("article");

  private static byte[] bytes(Fact fact) {
    return FactForms.fact("profile").serializer().serialize("profile-facts", fact);
  }

  private static Fact fact(byte[] bytes) {
    return FactForms.fact("profile").deserializer().deserialize("profile-facts", bytes);
  }

  private static List<Fact> facts(String text) {
    OutletName outlet = new OutletName("courier", text, "https://courier.example/");
    return List.of(
        new ArticleSummary(ARTICLE, outlet, null, MORNING, AtKind.PUBLISHED, List.of(outlet)),
        new ArticleSummary(ARTICLE, outlet, "https://courier.example/", MORNING, null, List.of()),
        new ClaimList(Set.of(Ids.of("claim"), text)),
        new TextFraming(
            3,
            List.of(new VoiceFraming(Voice.OUTLET, 100, 0.25, 7.5, Map.of(Category.LOADED, 3))),
            List.of(new NamingVariant(null, text, text, null, Voice.QUOTED, 2)),
            List.of(
                new SourceShare(
                    "mayor", text, SourceShare.Kind.NAMED, true, 2, 30, 0, Map.of(text, 2))),
            List.of(new CataloguedTone("lake", text, Voice.OUTLET, 4, 2, -0.5)),
            List.of(new OutletCitation("wire", text, 1))),
        new ReportedClaim(
            Ids.of("claim"),
            ARTICLE,
            null,
            new ClaimText(
                new ClaimSpeaker(null, text),
                "",
                text,
                ClaimForm.MIXED,
                new ClaimCue(text, CueKind.WRITING, CueMode.DENIED)),
            List.of(new Span(3, 90)),
            List.of(
                new KnownLink(
                    LinkRole.ORIGIN,
                    text,
                    "",
                    "wire",
                    new KnownLink.LinkEvidence(
                        EvidenceKind.NOTICE, text, 0.95, KnownLink.Confirmation.CONFIRMED)),
                new KnownLink(LinkRole.RELAY, text, "", null, null))),
        new CopyEdge(
            Ids.of("edge"),
            ARTICLE,
            MORNING,
            new CopyEdge.Origin(Ids.of("origin"), outlet, MORNING, MORNING, List.of(text)),
            new Direction(1, Direction.Basis.PUBLISHED, true),
            new SharedText(
                Extent.ABRIDGED,
                0.75,
                List.of(new Passage(new Span(0, 9), new Span(5, 20), 4)),
                List.of(new Span(30, 70)))));
  }

  @Property
  void aFactIsReadAsItWasWritten(@ForAll String text) {
    // A half of a surrogate pair is no text.
    String whole = text.replaceAll("[\\ud800-\\udfff]", "?");
    for (Fact fact : facts(whole)) {
      assertThat(fact(bytes(fact))).isEqualTo(fact);
    }
  }

  @Property
  void anyBytesOfTheVersionAreAFactOrAreRefused(@ForAll @Size(min = 2, max = 60) byte[] bytes) {
    bytes[0] = (byte) (1 + Math.floorMod(bytes[0], 3));
    bytes[1] = (byte) "acelt".charAt(Math.floorMod(bytes[1], 5));
    Throwable thrown = catchThrowable(() -> fact(bytes));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(SerializationException.class);
    }
  }

  /** What stores and internal topics hold already has to be read on. */
  @Test
  void aClaimHasTheFieldsThatItHadWhenEvidenceWasAWord() {
    ReportedClaim claim =
        new ReportedClaim(
            "c",
            "a",
            null,
            new ClaimText(
                new ClaimSpeaker(null, "Ada"),
                "Ada",
                "it rains",
                ClaimForm.MIXED,
                new ClaimCue("says", CueKind.SPEECH, CueMode.ASSERTED)),
            List.of(new Span(3, 11)),
            List.of(
                new KnownLink(
                    LinkRole.ORIGIN,
                    "The Wire",
                    "Wire",
                    "wire",
                    new KnownLink.LinkEvidence(
                        EvidenceKind.NOTICE, "from Wire", 0.5, KnownLink.Confirmation.CONFIRMED)),
                new KnownLink(
                    LinkRole.SPEAKER,
                    "Ada",
                    "she",
                    null,
                    new KnownLink.LinkEvidence(EvidenceKind.CUE, "says", 1, null))));
    String text =
        "63026302610000010641646106416461106974207261696e730a4d4958454408736179730c535045454348"
            + "1041535345525445440103080";
    assertThat(HexFormat.of().formatHex(bytes(claim)))
        .isEqualTo(
            "03"
                + text
                + "20c4f524947494e10546865205769726508576972650108776972650c4e4f544943451266726f6d"
                + "20576972653fe00000000000000112434f4e4649524d45440e535045414b45520641646106736865"
                + "000643554508736179733ff000000000000000");
    assertThat(HexFormat.of().formatHex(bytes(claim.forReports())))
        .isEqualTo(
            "03"
                + text
                + "10c4f524947494e105468652057697265010108776972650101"
                + "000000000000000000");
  }

  @Test
  void factsOfTheFirstVersionAreReadOn() {
    for (Fact fact : facts("the lake")) {
      if (fact instanceof ArticleSummary || fact instanceof CopyEdge) {
        continue;
      }
      byte[] bytes = bytes(fact);
      bytes[0] = 1;
      assertThat(fact(bytes)).isEqualTo(fact);
    }
    OutletName outlet = new OutletName("courier", null, null);
    String summary = "0161" + "0261" + "010e636f7572696572" + "0000" + "00" + "00";
    byte[] bytes =
        HexFormat.of().parseHex(summary + "%016x".formatted(MORNING.toEpochMilli()) + "00");
    assertThat(fact(bytes))
        .isEqualTo(new ArticleSummary("a", outlet, null, MORNING, null, List.of()));
  }

  @Test
  void anEdgeOfWhichNobodyAskedWhatTheCopyReportsItselfIsReadOn() {
    CopyEdge edge = (CopyEdge) facts("the lake").get(5);
    SharedText shared = edge.shared();
    CopyEdge before =
        new CopyEdge(
            edge.id(),
            edge.copyId(),
            edge.copySeen(),
            edge.origin(),
            edge.direction(),
            new SharedText(shared.extent(), shared.containment(), shared.passages()));
    // The list of none that it has now is its last byte.
    byte[] now = bytes(before);
    byte[] then = Arrays.copyOf(now, now.length - 1);
    for (byte version = 1; version <= 2; version++) {
      then[0] = version;
      assertThat(fact(then)).isEqualTo(before);
    }
    byte[] kept = FactForms.edge("trace").serializer().serialize("origins", before);
    byte[] first = Arrays.copyOf(kept, kept.length - 1);
    first[0] = 1;
    assertThat(FactForms.edge("trace").deserializer().deserialize("origins", first))
        .isEqualTo(before);
  }

  @Test
  void evidenceOfAKindThatThereIsNotIsRefused() {
    byte[] bytes = bytes(facts("the lake").get(4));
    String written = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] other =
        written.replace(EvidenceKind.NOTICE.name(), "RUMOUR").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(other).isNotEqualTo(bytes);
    assertThatThrownBy(() -> fact(other))
        .isInstanceOf(SerializationException.class)
        .rootCause()
        .hasMessageContaining("RUMOUR");
  }

  @Test
  void aFactThatIsCutOffIsRefused() {
    for (Fact fact : facts("the lake")) {
      byte[] bytes = bytes(fact);
      assertThatThrownBy(() -> fact(Arrays.copyOf(bytes, bytes.length - 1)))
          .isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void aFormThatIsNotKnownIsNamedWithWhatToDo() {
    byte[] bytes = bytes(facts("the lake").get(0));
    bytes[0]++;
    assertThatThrownBy(() -> fact(bytes))
        .isInstanceOf(UnknownFormException.class)
        .hasMessageContaining("profile-facts")
        .hasMessageContaining("version 4")
        .hasMessageContaining("reset");
  }
}
