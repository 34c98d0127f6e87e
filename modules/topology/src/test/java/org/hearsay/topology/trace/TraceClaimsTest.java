package org.hearsay.topology.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.topology.RejectedRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trace stage does to claims. */
class TraceClaimsTest extends TraceStageFixture {
  @Test
  void aClaimThatCameBeforeItsOriginIsWrittenAgainWithIt() {
    Article copy = article("blog", OWN + "\n\n" + FERRY, MORNING.plusSeconds(600));
    Claim copied = claim(copy, "“Nobody rides it in winter,”", link("PUBLISHER", "blog", "HOST"));
    Claim own = claim(copy, "it carried cattle and a piano", link("PUBLISHER", "blog", "HOST"));
    send(copy, MORNING.plusSeconds(900));
    send(copied);
    send(own);
    assertThat(completed.isEmpty()).isTrue();

    send(article("wire", FERRY, MORNING), MORNING.plusSeconds(1200));
    TestRecord<String, Claim> again = completed.readRecord();
    assertThat(completed.isEmpty()).as("the copy's own claim stays as it is").isTrue();
    assertThat(again.key()).isEqualTo(copied.getId());
    assertThat(path(again.value())).isEqualTo("blog > wire");
    assertThat(again.value().getHops()).isEqualTo(1);
    assertThat(again.value().getChain().get(1).getEvidenceKind()).isEqualTo("MATCHING_TEXT");
    assertThat(again.headers().lastHeader("chain").value()).asString().isEqualTo("blog>wire");

    // What the stage wrote comes back on the topic that it reads.
    claims.pipeInput(again);
    assertThat(completed.isEmpty()).isTrue();
  }

  @Test
  void anOriginThatProvesToBeTheCopyLeavesTheChainThoughDaysLieBetweenTheTwo() {
    Article one = article("courier", FERRY, null);
    Article other = article("herald", FERRY + "\n\n" + OWN, null);
    Claim claim = claim(other, "“Nobody rides it in winter,”", link("PUBLISHER", "herald", "HOST"));
    Instant late = MORNING.plus(Duration.ofDays(9));
    send(one, MORNING.plus(Duration.ofDays(2)));
    send(other, late);
    claims.pipeInput(claim.getId(), claim, late);
    assertThat(path(completed.readValue())).isEqualTo("herald > courier");

    send(other, MORNING);
    assertThat(path(completed.readValue())).isEqualTo("herald");
    claims.pipeInput(claim.getId(), claim, late);
    assertThat(completed.isEmpty()).as("the corrected edge is gone").isTrue();
  }

  @Test
  void aClaimThatComesAfterItsOriginIsCompletedAtOnceAndADeclaredOriginConfirmed() {
    Article copy = article("courier", FERRY + "\n\n" + OWN, MORNING.plusSeconds(600), "herald");
    send(article("wire", FERRY, MORNING), MORNING.plusSeconds(10));
    send(
        article("herald", FERRY + "\n\n" + BREAD, MORNING.plusSeconds(60)),
        MORNING.plusSeconds(70));
    send(copy, MORNING.plusSeconds(900));
    send(
        claim(
            copy,
            "“Nobody rides it in winter,”",
            link("PUBLISHER", "courier", "HOST"),
            link("ORIGIN", "herald", "NOTICE"),
            link("SPEAKER", "zelenski", "CUE")));
    assertThat(path(completed.readValue()))
        .isEqualTo("courier > herald CONFIRMED > wire > zelenski");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUMOUR", "notice", ""})
  void aClaimWithEvidenceOfAKindThatThereIsNotIsRefused(String kind) {
    Article copy = article("courier", FERRY, MORNING);
    Claim claim = claim(copy, "“Nobody rides it in winter,”", link("ORIGIN", "wire", kind));
    assertThatThrownBy(() -> send(claim))
        .isInstanceOf(StreamsException.class)
        .cause()
        .isInstanceOf(RejectedRecordException.class)
        .hasMessage("no EvidenceKind is called " + kind);
  }

  @Test
  void whatFollowsFromTheChainIsFilledAgainAndWhatIsKnownOfItsLinksIsKept() {
    Article copy = article("courier", FERRY, MORNING.plusSeconds(600));
    send(article("wire", FERRY, MORNING), MORNING.plusSeconds(10));
    send(copy, MORNING.plusSeconds(900));
    ChainLink relay =
        ChainLink.newBuilder(link("RELAY", "radio", "CUE"))
            .setEvidence("told the radio")
            .setType("OUTLET")
            .setVerb("tell")
            .build();
    send(
        Claim.newBuilder(
                claim(
                    copy,
                    "“Nobody rides it in winter,”",
                    link("PUBLISHER", "courier", "HOST"),
                    relay,
                    link("SPEAKER", "zelenski", "CUE")))
            .setCueLemma("tell")
            .setAbout(List.of("ferry"))
            .build());
    Claim claim = completed.readValue();
    assertThat(path(claim)).isEqualTo("courier > wire > radio > zelenski");
    assertThat(claim.getChain())
        .extracting(
            ChainLink::getPosition, ChainLink::getKey, ChainLink::getType, ChainLink::getVerb)
        .containsExactly(
            tuple(0, "courier", null, null),
            tuple(1, "wire", "OUTLET", null),
            tuple(2, "radio", "OUTLET", "tell"),
            tuple(3, "zelenski", null, null));
    assertThat(claim.getViaId()).isEqualTo("radio");
    assertThat(claim.getViaName()).isEqualTo("The radio");
    assertThat(claim.getViaVerb()).isEqualTo("tell");
    assertThat(claim.getHops()).isEqualTo(3);
    assertThat(claim.getCueLemma()).isEqualTo("tell");
    assertThat(claim.getAbout()).containsExactly("ferry");
  }

  @Test
  void whatAReaderQuotesIsNoCopy() {
    Article copy = article("courier", FERRY, MORNING.plusSeconds(600));
    send(article("wire", FERRY, MORNING), MORNING.plusSeconds(10));
    send(copy, MORNING.plusSeconds(900));
    Claim claim = claim(copy, "“Nobody rides it in winter,”", link("SPEAKER", "zelenski", "CUE"));
    send(Claim.newBuilder(claim).setVoice("READER").setComment(0).build());
    assertThat(completed.isEmpty()).isTrue();
    send(claim);
    assertThat(completed.isEmpty()).isFalse();
  }

  @Test
  void evidenceOfKindsThatHearsayDoesNotWriteIsKept() {
    Article copy = article("courier", FERRY, MORNING.plusSeconds(600));
    send(article("wire", FERRY, MORNING), MORNING.plusSeconds(10));
    send(copy, MORNING.plusSeconds(900));
    send(
        claim(
            copy,
            "“Nobody rides it in winter,”",
            link("PUBLISHER", "courier", "SITE_METADATA"),
            link("SPEAKER", "zelenski", "TITLE")));
    assertThat(completed.readValue().getChain())
        .extracting(ChainLink::getEvidenceKind)
        .containsExactly("SITE_METADATA", "MATCHING_TEXT", "TITLE");
  }

  @Test
  void aDeclaredOriginThatWasPublishedLaterIsKeptAndMarked() {
    Article copy = article("courier", FERRY, MORNING, "wire");
    send(copy, MORNING.plusSeconds(10));
    send(
        article("wire", FERRY + "\n\n" + OWN, MORNING.plusSeconds(7200)),
        MORNING.plusSeconds(7300));
    assertThat(lineage.readValue().getContradicted()).isTrue();
    send(
        claim(
            copy,
            "“Nobody rides it in winter,”",
            link("PUBLISHER", "courier", "HOST"),
            link("ORIGIN", "wire", "NOTICE")));
    assertThat(path(completed.readValue())).isEqualTo("courier > wire CONTRADICTED");
  }
}
