package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
