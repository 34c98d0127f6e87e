package org.hearsay.coverage.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.coverage.Samples;
import org.hearsay.coverage.clusters.ClaimReports.Contradiction;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.ClaimSpeaker.Kind;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.text.attribution.CueStance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The people and the outlets are invented. */
class ClaimReportsTest {
  private static ClaimSpeaker named(@Nullable String name) {
    return new ClaimSpeaker(null, name);
  }

  private static ClaimReport report(
      String outlet, String from, @Nullable String speaker, String cue, String... twins) {
    return new ClaimReport(
        "claim of %s by %s".formatted(outlet, speaker),
        "article of " + outlet,
        new OutletName(outlet, "The " + outlet, null),
        Instant.parse("2026-03-02T06:30:00Z"),
        AtKind.PUBLISHED,
        new ClaimText(
            named(speaker),
            "",
            "the dam will hold",
            ClaimForm.INDIRECT,
            new ClaimCue(cue, CueKind.SPEECH, CueMode.ASSERTED)),
        new ClaimReport.From(from, "The " + from),
        new ClaimReport.Places(null, List.of(), List.of(twins)));
  }

  private static ClaimReports of(ClaimReport... reports) {
    return new ClaimReports(List.of(reports), Samples.ENGLISH);
  }

  @Test
  void whoHaveItFromOneAreOneReport() {
    assertThat(
            of(
                    report("courier", "courier", "Lene Haugsrud", "said"),
                    report("herald", "herald", "Lene Haugsrud", "said"))
                .independent())
        .isEqualTo(2);
    ClaimReports relayed =
        of(
            report("courier", "wire", "Lene Haugsrud", "said"),
            report("herald", "wire", "Lene Haugsrud", "said"),
            report("wire", "wire", "Lene Haugsrud", "said"));
    assertThat(relayed.independent()).isEqualTo(1);
    assertThat(relayed.outlets()).isEqualTo(3);
  }

  /** "According to the Wire, the dam will hold"; "the dam will hold, the Wire reported". */
  @Test
  void whoLetsAnAgencySpeakHasItFromThereLikeWhoNamesTheAgencyAsItsSource() {
    assertThat(
            of(
                    report("courier", "wire", "Wire", "said"),
                    report("herald", "herald", "Wire", "reported"))
                .independent())
        .isEqualTo(1);
    assertThat(
            of(
                    report("courier", "gazette", "Wire", "said"),
                    report("herald", "herald", "Wire", "reported"))
                .independent())
        .isEqualTo(2);
  }

  @Test
  void whoLetsAnAgencySpeakIsSaidToHaveItFromThereWhereOthersHave() {
    ClaimReport lets = report("herald", "herald", "Wire", "reported");
    ClaimReports known = of(report("courier", "wire", "Wire", "said"), lets);
    assertThat(known.from(lets)).isEqualTo(new ClaimReport.From("wire", "Wire"));
    assertThat(known.sources())
        .containsEntry("article of herald", "article of courier")
        .containsEntry("article of courier", "article of courier");
    ClaimReports unknown = of(report("courier", "gazette", "Wire", "said"), lets);
    assertThat(unknown.from(lets)).isEqualTo(new ClaimReport.From("herald", "The herald"));
    assertThat(unknown.sources()).containsEntry("article of herald", "article of herald");
  }

  @Test
  void whoHasItFromAnOutletThatPassesItOnHasItFromWhereThatHasIt() {
    assertThat(
            of(
                    report("courier", "wire", "Lene Haugsrud", "said"),
                    report("herald", "courier", "Lene Haugsrud", "said"),
                    report("gazette", "gazette", "Lene Haugsrud", "said"))
                .independent())
        .isEqualTo(2);
  }

  @Test
  void whoHaveTheSameTextAreOneReportAndSoAreThoseWhoHaveItFromThem() {
    assertThat(
            of(
                    report("courier", "courier", "Haugsrud", "said", "article of herald"),
                    report("herald", "herald", "Haugsrud", "said", "article of courier"),
                    report("blog", "herald", "Haugsrud", "said"),
                    report("gazette", "gazette", "Haugsrud", "said", "article of nobody here"))
                .independent())
        .isEqualTo(2);
  }

  @Test
  void theyDisagreeInWhatTheCueLetsAReaderThink() {
    assertThat(
            of(
                    report("courier", "courier", "Haugsrud", "said"),
                    report("herald", "herald", "Haugsrud", "told reporters"))
                .contradictions())
        .isEmpty();
    assertThat(
            of(
                    report("courier", "courier", "Haugsrud", "said"),
                    report("herald", "herald", "Haugsrud", "has repeatedly claimed"))
                .contradictions())
        .containsExactly(Contradiction.CUE);
    AttributingVerbs verbs = Samples.ENGLISH.verbs();
    assertThat(verbs.stance("had to Admit")).isEqualTo(CueStance.VOUCHING);
    assertThat(verbs.stance("According to")).isEqualTo(CueStance.NEUTRAL);
  }

  @Test
  void theyDisagreeInWhoSaidIt() {
    assertThat(
            of(
                    report("courier", "courier", "Lene Haugsrud", "said"),
                    report("herald", "herald", "officials", "said"))
                .contradictions())
        .containsExactly(Contradiction.SOURCE);
    assertThat(
            of(
                    report("courier", "courier", "Lene Haugsrud", "said"),
                    report("herald", "herald", null, "reportedly"))
                .contradictions())
        .containsExactly(Contradiction.SOURCE);
  }

  /** "Stepic had told envoys", and "one of them said that Stepic had told envoys". */
  @Test
  void whoQuotesOneOnAnotherDoesNotDisagreeWithWhoQuotesOneOfTheTwo() {
    assertThat(
            of(
                    report("courier", "courier", "Haugsrud", "said"),
                    report("courier", "courier", "One of them", "claimed"),
                    report("herald", "herald", "Haugsrud", "said"),
                    report("herald", "herald", "One of them", "claimed"))
                .contradictions())
        .isEmpty();
    assertThat(
            of(
                    report("courier", "courier", "Haugsrud", "said"),
                    report("courier", "courier", "One of them", "said"),
                    report("herald", "herald", "One of them", "said"))
                .contradictions())
        .containsExactly(Contradiction.SOURCE);
  }

  /** "The Wire said", and "the Wire, citing two diplomats, reported". */
  @Test
  void anAgencyThatSpeaksForOneAndPassesOnForAnotherIsOneSource() {
    ClaimReport citing = report("herald", "wire", "two diplomats", "reported");
    assertThat(of(report("courier", "courier", "Wire", "said"), citing).contradictions()).isEmpty();
    assertThat(of(report("courier", "courier", "Press", "said"), citing).contradictions())
        .containsExactly(Contradiction.SOURCE);
  }

  @Test
  void somebodyIsNamedOnlyByAName() {
    assertThat(named("Lene Haugsrud").kind(Samples.ENGLISH)).isEqualTo(Kind.NAMED);
    assertThat(named("the Ministry of Defence").kind(Samples.ENGLISH)).isEqualTo(Kind.NAMED);
    assertThat(named("Kosovo Police").kind(Samples.ENGLISH)).isEqualTo(Kind.NAMED);
    assertThat(new ClaimSpeaker("kfor", "it").kind(Samples.ENGLISH)).isEqualTo(Kind.NAMED);
    for (String name :
        List.of("He", "officials", "Two Western diplomats", "A resident", "the ministry")) {
      assertThat(named(name).kind(Samples.ENGLISH)).as(name).isEqualTo(Kind.UNNAMED);
      assertThat(named(name).key(Samples.ENGLISH)).as(name).isNull();
    }
    assertThat(named(null).kind(Samples.ENGLISH)).isEqualTo(Kind.NONE);
    assertThat(named(" ").kind(Samples.ENGLISH)).isEqualTo(Kind.NONE);
  }

  @Test
  void oneSpeakerMayBeNamedInFullOrInShort() {
    assertThat(named("Haugsrud").key(Samples.ENGLISH))
        .isEqualTo(named("President Lene Haugsrud").key(Samples.ENGLISH));
    assertThat(named("Haugsrud").maybe(named("Lene Haugsrud"), Samples.ENGLISH)).isTrue();
    assertThat(named("Marit Haugsrud").maybe(named("Lene Haugsrud"), Samples.ENGLISH)).isFalse();
    assertThat(named("Vučić").key(Samples.ENGLISH)).isEqualTo(named("Vucic").key(Samples.ENGLISH));
    assertThat(named("Haugsrud's").key(Samples.ENGLISH))
        .isEqualTo(named("Haugsrud").key(Samples.ENGLISH));
    assertThat(new ClaimSpeaker("a", "Haugsrud").maybe(named("Haugsrud"), Samples.ENGLISH))
        .isFalse();
  }

  @Property(tries = 500)
  void whoeverIsNamedHasAKey(@ForAll @StringLength(max = 40) String name) {
    assertThat(named(name).key(Samples.ENGLISH) == null)
        .isEqualTo(named(name).kind(Samples.ENGLISH) != Kind.NAMED);
    assertThat(named(name).maybe(named(name), Samples.ENGLISH)).isTrue();
  }
}
