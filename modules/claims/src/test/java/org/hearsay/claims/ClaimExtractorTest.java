package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.language.AnnotatedText;
import org.hearsay.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimExtractorTest {
  private final ClaimTagger tagger = ClaimTagger.load();
  private final ClaimExtractor extractor = new ClaimExtractor(tagger, English.ALL);

  @AfterAll
  void close() {
    tagger.close();
  }

  private static EntityMention mention(String text, String written, EntityType type, String name) {
    int at = text.indexOf(written);
    Span span = new Span(at, at + written.length());
    return new EntityMention(span, written, type, null, name, .9);
  }

  private List<Claim> claims(String text, EntityMention... mentions) {
    List<Span> paragraphs = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      paragraphs.add(new Span(start, start + line.length()));
      start += line.length() + 1;
    }
    return extractor.extract(
        new AnnotatedText(text, paragraphs, List.of(), List.of(), List.of()), List.of(mentions));
  }

  private static List<String> chain(Claim claim) {
    return claim.chain().stream().map(l -> l.role() + " " + l.name()).toList();
  }

  @Test
  void anIndirectClaimHasItsParts() {
    String text = "Mayor Ilse Brandt said the bridge would reopen in May.";
    List<Claim> claims =
        claims(text, mention(text, "Ilse Brandt", EntityType.PERSON, "Ilse Brandt"));
    assertThat(claims).hasSize(1);
    Claim claim = claims.get(0);
    assertThat(claim.form()).isEqualTo(ClaimForm.INDIRECT);
    assertThat(claim.within()).isEqualTo(-1);
    assertThat(claim.cue().get(0).of(text)).isEqualTo("said");
    assertThat(claim.source().get(0).of(text)).isEqualTo("Mayor Ilse Brandt");
    assertThat(claim.content().get(0).of(text)).startsWith("the bridge would reopen in May");
    assertThat(claim.speaker()).isNotNull();
    assertThat(chain(claim)).containsExactly("SPEAKER Ilse Brandt");
    assertThat(claim.chain().get(0).evidence()).isEqualTo("said");
    assertThat(claim.confidence()).isBetween(.3, 1.0);
  }

  @Test
  void aQuotationIsDirect() {
    List<Claim> claims = claims("“The bridge will reopen in May,” the mayor said.");
    assertThat(claims).extracting(Claim::form).containsExactly(ClaimForm.DIRECT);
    assertThat(chain(claims.get(0))).containsExactly("SPEAKER the mayor");
  }

  @Test
  void aPronounIsTheOneWhoSpokeBefore() {
    String text =
        "Ilse Brandt said the bridge would reopen in May.\n“It is safe,” she said on Monday.";
    List<Claim> claims =
        claims(text, mention(text, "Ilse Brandt", EntityType.PERSON, "Ilse Brandt"));
    assertThat(chain(claims.get(claims.size() - 1))).containsExactly("SPEAKER Ilse Brandt");
  }

  @Test
  void aPronounWithNobodyBeforeStaysAsWritten() {
    assertThat(chain(claims("She said the bridge would reopen in May.").get(0)))
        .containsExactly("SPEAKER She");
  }

  @Test
  void aQuotationThatOpensAgainBelongsToWhomTheLastParagraphNames() {
    String text =
        """
        “We were late. The road was blocked, and the radio was dead.
        “When we arrived, the village was empty.
        “I will not forget it,” Colonel Davor Lesic said.""";
    assertThat(claims(text)).hasSize(1);
    assertThat(claims(text).get(0).content())
        .extracting(c -> c.of(text))
        .first()
        .asString()
        .startsWith("“We were late");
    assertThat(claims(text).get(0).content()).hasSize(3);
  }

  @Test
  void whoIsQuotedAsSayingSaidIt() {
    String text = "“The switch failed at night,” state television quoted Ivo Kranjec as saying.";
    Claim claim = claims(text).get(0);
    assertThat(claim.source().get(0).of(text)).isEqualTo("Ivo Kranjec");
    assertThat(claim.content()).hasSize(1);
    assertThat(chain(claim)).containsExactly("RELAY state television", "SPEAKER Ivo Kranjec");
  }

  @Test
  void theSpokeswomanIsTheOneWhoWasDescribedBefore() {
    List<Claim> claims =
        claims(
            """
            A spokeswoman for the harbour said the patrols would go on.
            “There is no danger,” the spokeswoman said.""");
    assertThat(chain(claims.get(1))).containsExactly("SPEAKER A spokeswoman for the harbour");
    assertThat(claims.get(1).source().get(0).length()).isEqualTo("the spokeswoman".length());
    List<Claim> two =
        claims(
            """
            A spokeswoman for the harbour said the patrols would go on.
            A spokeswoman for the town said the storm was over.
            “There is no danger,” the spokeswoman said.""");
    assertThat(chain(two.get(2))).containsExactly("SPEAKER the spokeswoman");
  }

  @Test
  void aContentEndsBeforeTheMarkThatClosesWhatWasOpenedBeforeIt() {
    String text = "“The engineers told us ‘it will hold’ and I believe them,” the mayor said.";
    assertThat(claims(text))
        .extracting(c -> c.content().get(0).of(text))
        .anyMatch(content -> content.endsWith("I believe them"))
        .noneMatch(content -> content.startsWith("‘") && content.endsWith("”"));
  }

  @Test
  void aSpokesmanIsNotTheOneHeSpeaksFor() {
    String text = "A spokesman for Ilse Brandt said the bridge would reopen in May.";
    assertThat(
            chain(
                claims(text, mention(text, "Ilse Brandt", EntityType.PERSON, "Ilse Brandt"))
                    .get(0)))
        .containsExactly("SPEAKER A spokesman for Ilse Brandt");
  }

  @Test
  void whatAnUnknownSpeakerIsIsNotItsName() {
    String text = "Ilse Brandt, the mayor of Norfield, said the bridge would reopen in May.";
    Speaker speaker = claims(text).get(0).speaker();
    assertThat(speaker).isNotNull().extracting("name").isEqualTo("Ilse Brandt");
  }

  @Test
  void whoDeniesAReportDidNotPassItOn() {
    String text = "The ministry denied that the mayor had said the bridge would reopen in May.";
    assertThat(claims(text))
        .filteredOn(c -> c.within() >= 0)
        .allSatisfy(c -> assertThat(chain(c)).doesNotContain("RELAY The ministry"));
  }

  @Test
  void aQuotationMayCiteAnOutletWithoutComingThroughIt() {
    String text = "“As Norpress reported, the dam leaks,” Ilse Brandt said in the hall.";
    EntityMention outlet = mention(text, "Norpress", EntityType.OUTLET, "Norpress");
    List<Claim> outermost = claims(text, outlet).stream().filter(c -> c.within() < 0).toList();
    assertThat(chain(outermost.get(0))).containsExactly("SPEAKER Ilse Brandt");
  }

  @Test
  void theOutletThatWasToldIsARelay() {
    String text = "“The bridge will reopen in May,” Ilse Brandt told the Norfield Gazette.";
    assertThat(
            chain(
                claims(text, mention(text, "Ilse Brandt", EntityType.PERSON, "Ilse Brandt"))
                    .get(0)))
        .containsExactly("RELAY the Norfield Gazette", "SPEAKER Ilse Brandt");
  }

  @Test
  void anOutletThatCitesSomeoneIsARelay() {
    String text = "Norpress, citing two engineers, reported that the bridge would reopen in May.";
    List<Claim> claims = claims(text, mention(text, "Norpress", EntityType.OUTLET, "Norpress"));
    assertThat(claims).hasSize(1);
    assertThat(chain(claims.get(0))).containsExactly("RELAY Norpress", "SPEAKER two engineers");
  }

  @Test
  void anOutletAloneIsTheSpeaker() {
    String text = "According to Norpress, the bridge will reopen in May.";
    List<Claim> claims = claims(text, mention(text, "Norpress", EntityType.OUTLET, "Norpress"));
    assertThat(chain(claims.get(0))).containsExactly("SPEAKER Norpress");
  }

  @Test
  void aClaimInsideAnotherHasTheLongerChain() {
    String text =
        "Norpress reported on Friday that the mayor had said the old bridge would reopen in May.";
    List<Claim> claims = claims(text, mention(text, "Norpress", EntityType.OUTLET, "Norpress"));
    assertThat(claims).hasSize(2);
    assertThat(claims).extracting(Claim::within).containsExactly(-1, 0);
    assertThat(chain(claims.get(1))).containsExactly("RELAY Norpress", "SPEAKER the mayor");
  }

  @Test
  void aTextWithoutAClaimHasNone() {
    assertThat(claims("The bridge is 300 metres long.")).isEmpty();
    assertThat(claims("")).isEmpty();
  }
}
