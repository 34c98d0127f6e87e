package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainsTest {
  private final PlainTexts texts = new PlainTexts();

  @AfterAll
  void close() {
    texts.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Citing three officials, the Norfield Gazette reported on Friday that the talks had failed."
            + "|the Norfield Gazette > three officials",
        "A memo seen by the Norfield Gazette says that ministers were warned twice."
            + "|the Norfield Gazette > A memo",
        "According to documents obtained by the Norfield Gazette, the firm paid the judge."
            + "|the Norfield Gazette > documents",
        "“Nobody asked us,” the engineer said in an interview with Radio Ostvik on Sunday."
            + "|Radio Ostvik > the engineer",
        "“The road is closed,” the mayor said in a statement carried by the Norfield Gazette."
            + "|the Norfield Gazette > the mayor",
        "Per the Norfield Gazette, which cited two engineers, the bridge is close to falling."
            + "|the Norfield Gazette > two engineers",
        "“It is over,” Brandt wrote in a column for the Norfield Gazette."
            + "|the Norfield Gazette > Brandt"
      })
  void theTextSaysThroughWhomTheWordsCame(String text, String chain) {
    assertThat(texts.chains(text)).contains(chain);
  }

  @Test
  void quotedAsNestsTheOneWhoIsQuoted() {
    assertThat(
            texts.chains(
                "The Norfield Gazette reported that state media had quoted the general as warning"
                    + " of a long war."))
        .contains("The Norfield Gazette > state media > the general");
  }

  @Test
  void aDeniedReportKeepsItsClaimantAndIsNotPassedOnByWhoDeniesIt() {
    String text =
        "The company denied a report by the Norfield Gazette that it had hidden the leak.";
    assertThat(texts.chains(text)).containsExactlyInAnyOrder("The company", "the Norfield Gazette");
    assertThat(texts.claims(text).get(0).cueMode()).isEqualTo(CueMode.DENIED);
  }

  @Test
  void whoIsDemandedSomethingHasNotSaidIt() {
    assertThat(texts.chains("Brandt demanded that the general promise to pull back his men."))
        .noneMatch(chain -> chain.contains(" > "));
  }

  @Test
  void whoSpeaksOfHimselfIsNamedOnce() {
    assertThat(texts.chains("Ilse Brandt said she hopes that the bridge will reopen in May."))
        .allMatch(chain -> chain.equals("Ilse Brandt"));
  }

  @Test
  void theAgencyThatAlsoSaidSomethingIsTheOneThatWasCited() {
    assertThat(
            texts.chains(
                "The Norfield Gazette, citing two diplomats, reported that the text ran to nine"
                    + " pages. The paper also said that the general had warned the mayor."))
        .contains("The Norfield Gazette > two diplomats")
        .anyMatch(chain -> chain.startsWith("The Norfield Gazette") && !chain.contains("diplomats"))
        .noneMatch(chain -> chain.startsWith("The paper"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“Nobody asked us,” the engineer told the Corvan news agency on Sunday. The agency also said"
            + " that the bridge had been closed for a week.",
        "LOWER TARN, Jan 12 (Corvan News Agency) - The bridge over the Tarn was closed on Monday.\n\n"
            + "The agency also said that the ferry had been sold.",
        "The engineer said in an interview with the Corvan news agency that the bridge was safe."
            + " The engineer told the agency that the ferry had been sold."
      })
  void theAgencyIsTheOneThatWasToldOrThatTheDatelineCredits(String text) {
    assertThat(texts.chains(text))
        .anyMatch(chain -> chain.matches("(?i)(?:the )?Corvan News Agency(?: > The engineer)?"))
        .noneMatch(chain -> chain.toLowerCase(Locale.ROOT).startsWith("the agency"));
  }

  @Test
  void theAgencyIsNotTheOneThatWasToldWhereAnotherAgencyIsNamed() {
    String text =
        "The head of the Environment Agency told the Norfield Gazette that the river was clean. The"
            + " agency also said that the fish had come back.";
    int at = text.indexOf("Environment Agency");
    Span named = new Span(at, at + "Environment Agency".length());
    EntityMention body =
        new EntityMention(named, named.of(text), EntityType.ORGANIZATION, null, named.of(text), .9);
    assertThat(texts.chains(text, List.of(body))).doesNotContain("the Norfield Gazette");
    assertThat(texts.chains(text, List.of())).contains("the Norfield Gazette");
  }
}
