package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wordings by which texts say how words came, each once. The texts are fiction, and no
 * catalogue knows their outlets.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainWordingsTest {
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
        "According to the Balkan Ledger, citing two diplomats, the office will close in June."
            + "|the Balkan Ledger > two diplomats",
        "According to Zrak, citing two diplomats, the office will close in June."
            + "|Zrak > two diplomats",
        "The Balkan Ledger, citing two diplomats, reported that the ferry line would be sold."
            + "|The Balkan Ledger > two diplomats",
        "Zrak, citing two ministers, reported that the tax would fall.|Zrak > two ministers",
        "The talks have stalled over gas, according to the Corvan Observer, which cited three"
            + " officials.|the Corvan Observer > three officials",
        "The newspaper Novi Vidik, citing sources close to the prosecutor, writes that the case"
            + " will be dropped.|Novi Vidik > sources close to the prosecutor",
        "The Kenar Gazette claimed that the town had been taken without a shot, citing the rebels."
            + "|The Kenar Gazette > the rebels",
        "The Harbour Mirror reported, citing the Kenar Gazette, that the refinery was on fire."
            + "|The Harbour Mirror > the Kenar Gazette"
      })
  void whomAnOutletCitesIsWhoSpeaks(String text, String chain) {
    assertThat(texts.chains(text)).containsExactly(chain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "“We were promised wages in March,” the shop steward told the Corvan Observer."
            + "|the Corvan Observer > the shop steward",
        "“Our patience is at an end,” the deputy told the Danish daily Nyt Lys."
            + "|Nyt Lys > the deputy",
        "The minister told the newspaper that the tender would be repeated."
            + "|the newspaper > The minister",
        "The widow told Zrak in an interview that nobody had called.|Zrak > The widow",
        "The strike killed four men, local officials told the Balkan Ledger on condition of"
            + " anonymity.|the Balkan Ledger > local officials",
        "The spokesman confirmed to the Kenar Gazette that the crossing had been shut."
            + "|the Kenar Gazette > The spokesman",
        "“I was not there,” the minister insisted on Radio Lanta’s morning show."
            + "|Radio Lanta > the minister",
        "Asked by the Kenar Gazette whether he would resign, the chairman said he had done"
            + " nothing wrong.|the Kenar Gazette > the chairman",
        "In an interview published by the weekly Zrcalo on Friday, the judge said he had been"
            + " followed.|Zrcalo > the judge",
        "Two soldiers who spoke to the Kenar Gazette said they had not been paid."
            + "|the Kenar Gazette > Two soldiers",
        "Residents contacted by the Kenar Gazette said that shells had fallen near the school."
            + "|the Kenar Gazette > Residents"
      })
  void whomSomebodyToldBroughtIt(String text, String chain) {
    assertThat(texts.chains(text)).contains(chain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "The general was quoted by the Kenar Gazette as saying that the army lacked shells."
            + "|the Kenar Gazette > The general",
        "An unnamed officer was quoted by the Kenar Gazette as saying that the order had come"
            + " from the palace.|the Kenar Gazette > An unnamed officer",
        "The governor was quoted in the Kenar Gazette on Tuesday as saying that rates would stay"
            + " high.|the Kenar Gazette > The governor",
        "“We had ten minutes,” local media quoted a rescuer as saying.|local media > a rescuer"
      })
  void whoIsQuotedSpeaks(String text, String chain) {
    assertThat(texts.chains(text)).containsExactly(chain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "A draft of the law, seen by the Kenar Gazette, bans the sale of farmland to foreigners."
            + "|the Kenar Gazette > A draft of the law",
        "The report, which was leaked to the Kenar Gazette, concludes that the doors were locked."
            + "|the Kenar Gazette > The report",
        "A memo leaked to the Kenar Gazette states that the unit was never paid."
            + "|the Kenar Gazette > A memo",
        "As was announced by the ministry, the exercises have begun in the north.|the ministry",
        "The Kenar Gazette carried a statement by the ministry saying that the gas would flow"
            + " again.|The Kenar Gazette > the ministry",
        "As first reported by the Kenar Gazette, the judge owns shares in the mine."
            + "|the Kenar Gazette",
        "As reports the Kenar Gazette, the mayor declared that the harvest is saved."
            + "|the Kenar Gazette > the mayor",
        "“They burned the papers,” a clerk said, according to court documents."
            + "|court documents > a clerk",
        "The chairman said, according to minutes seen by the Kenar Gazette, that the fund was"
            + " empty.|the Kenar Gazette > minutes > The chairman",
        "The foreign ministry said, the Kenar Gazette reported, that the envoy would return."
            + "|the Kenar Gazette > The foreign ministry"
      })
  void whatADocumentOrASpeechCameThroughIsInItsChain(String text, String chain) {
    assertThat(texts.chains(text)).contains(chain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "The ministry confirmed a report by the Balkan Ledger that the consul had been recalled."
            + "|the Balkan Ledger",
        "The army denied reports in the Kenar Gazette that it had shelled the market."
            + "|the Kenar Gazette",
        "A spokesman for the airline declined to comment on a report in the Balkan Ledger that"
            + " it was for sale.|the Balkan Ledger"
      })
  void whoTakesAStandOnAReportDoesNotPassItOn(String text, String chain) {
    assertThat(texts.chains(text)).contains(chain).noneMatch(c -> c.contains(" > "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "The factory poisoned the river for a decade, which its owner denies.|its owner",
        "The vaccine was never tested, the doctor says, which the company denies.|the company",
        "Prosecutors say the banker hid the money, a claim his lawyers reject.|his lawyers",
        "The bridge was closed for a week, which was confirmed by the mayor.|the mayor"
      })
  void whoDeniesOrConfirmsWhatWasJustSaidClaimsSomethingOfIt(String text, String chain) {
    assertThat(texts.chains(text)).contains(chain).noneMatch(c -> c.contains(" > "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The minister told parliament that the loan had been repaid.",
        "The coach told a press conference that the keeper was unfit.",
        "Mirko Salan told Norsk Hydro that the deal was off.",
        "The director told the Kenar Gazette’s owner that the money was gone.",
        "The premier told the newspaper industry’s annual dinner that the tax would stay.",
        "The editor of the Balkan Ledger said that his staff had been threatened.",
        "The mayor, whose memoirs were published by the Kenar Gazette, said the road would open.",
        "The minister criticised the Kenar Gazette and said that its licence was too expensive.",
        "The group said in a statement released on Monday that the well was dry.",
        "“The report was wrong,” read a statement by the cabinet published on Thursday.",
        "A letter sent to Congress says that the tank leaked.",
        "The actor said he had read about the bombing in the Kenar Gazette.",
        "Spending will rise according to plan, the minister said."
      })
  void nobodyPassesOnWhatHeWasOnlyNamedBeside(String text) {
    assertThat(texts.chains(text)).isNotEmpty().noneMatch(chain -> chain.contains(" > "));
  }

  @Test
  void whatWasSaidLaterDidNotComeThroughWhomHeSpokeToBefore() {
    assertThat(
            texts.chains(
                "He spoke to the Kenar Gazette about the budget and later said that the talks were"
                    + " over."))
        .contains("He");
  }
}
