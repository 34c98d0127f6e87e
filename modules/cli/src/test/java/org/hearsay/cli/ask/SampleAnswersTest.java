package org.hearsay.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the sample pages say, read by hand, and what the questions therefore have to answer, and
 * must not.
 */
@ExtendWith(OneSampleStore.class)
class SampleAnswersTest {
  private final OneSampleStore.Asked samples;

  SampleAnswersTest(OneSampleStore.Asked samples) {
    this.samples = samples;
  }

  /** The rows of an answer as CSV, without the headings. */
  private List<String> ask(String... question) {
    List<String> command = new ArrayList<>(List.of(question));
    command.addAll(List.of("--format", "csv"));
    Said said = samples.ask(command.toArray(String[]::new));
    assertThat(said.status()).as(said.err()).isZero();
    return said.out().lines().skip(1).toList();
  }

  @Test
  void oneSentenceThatPassesSomethingOnCountsOnce() {
    assertThat(ask("ask", "relays", "--relay", "meridian wire"))
        .as("two diplomats say that the request has no chance, by the agency: one sentence each")
        .contains(
            "The Ibar Notebook,Meridian Wire,OUTLET,state,,According to,1,1",
            "Stonegate Review,Meridian Wire,OUTLET,state,say,also said,1,1",
            "Vardar Observer,Meridian Wire,OUTLET,state,say,said,1,1")
        .as("the Courier prints the wire's text, and passes none of it on")
        .noneMatch(row -> row.startsWith("Adriatic Courier"));
    assertThat(ask("ask", "relays", "--relay", "balkan ledger"))
        .as("told Balkan Ledger that his soldiers had seen no reason to intervene")
        .contains(
            "Vardar Observer,Balkan Ledger,OUTLET,private,tell,told Balkan Ledger,1,1",
            "Causeway Dispatch,Balkan Ledger,OUTLET,private,tell,told Balkan Ledger,1,1");
  }

  @Test
  void threePrintingsOfOneWireAreOneSource() {
    assertThat(ask("ask", "sources", "--about", "kfor"))
        .contains("Lene Haugsrud,\"The mission would answer \"\"in weeks, not in days\"\"\",3,3,1")
        .as("the wire alone has what Serbia's envoy told the council")
        .contains("Vuk Lazendic,\"KFOR had \"\"run out of answers\"\"\",1,1,1");
  }

  @Test
  void whoIsQuotedSpeaks() {
    assertThat(ask("ask", "voices", "vardar"))
        .contains(
            "Vardar Observer,Piet van Oosterzee,1,1,speaks",
            "Vardar Observer,Lene Haugsrud,1,1,speaks",
            "Vardar Observer,Valon Hasimja,2,2,speaks")
        .as("others' pages")
        .noneMatch(row -> row.contains("Jovasek") || row.contains("Veldhoven"));
  }

  @Test
  void whatTheLedgerLeftOutOfTheObserversPageIsToldOnce() {
    List<String> changes = ask("ask", "changes", "balkan ledger", "vardar");
    assertThat(changes)
        .filteredOn(row -> row.contains("did not invent five checkpoints"))
        .containsExactly(
            "Balkan Ledger,Vardar Observer,DROPPED,“Our observers did not invent five"
                + " checkpoints”,,DECLARED");
    assertThat(changes)
        .contains(
            "Balkan Ledger,Vardar Observer,DROPPED,\"Goran Petrasin, who signed it for Zvecan, told"
                + " local radio that he had counted them himself \"\"from the passenger"
                + " seat\"\".\",,DECLARED")
        .as("both have it")
        .noneMatch(row -> row.contains("Their letter gives no list"));
    assertThat(ask("ask", "changes", "adriatic", "meridian", "--what", "dropped"))
        .contains(
            "Adriatic Courier,Meridian Wire,DROPPED,No government in Belgrade has been granted such"
                + " a return.,,DECLARED",
            "Adriatic Courier,Meridian Wire,DROPPED,and added that the security situation in the"
                + " four northern municipalities remained calm.,,DECLARED")
        .noneMatch(row -> row.contains("no chance of approval"));
  }

  @Test
  void whatTheResolutionIsMadeToSayIsToldWithItsOutlets() {
    assertThat(ask("ask", "statements", "unscr-1244"))
        .contains(
            "The Ibar Notebook,demands,that Yugoslavia end the violence and withdraw its forces,UN"
                + " Security Council Resolution 1244",
            "Causeway Dispatch,demands,that the security presence create “a secure environment” for"
                + " everyone who lives in Kosovo,UN Security Council Resolution 1244")
        .as("the office said it, of the resolution")
        .noneMatch(row -> row.contains("any agreement must respect"))
        .as("a professor argued it")
        .noneMatch(row -> row.contains("lapse"));
  }

  @Test
  void whomAnOutletHasAClaimFromIsWhomItsPageNames() {
    assertThat(ask("ask", "first", "in weeks"))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("Meridian Wire,2026-01-12").contains(",day,,,"),
            row -> assertThat(row).startsWith("Adriatic Courier,").contains(",,Meridian Wire,"),
            row ->
                assertThat(row)
                    .as("Originally published on Adriatic Courier")
                    .startsWith("Causeway Dispatch,")
                    .contains(",first seen,,Adriatic Courier,"));
    assertThat(ask("ask", "first", "rent out"))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("Balkan Ledger,2026-01-15T05:00"),
            row ->
                assertThat(row).startsWith("Stonegate Review,").contains(",27.0,Balkan Ledger,"));
  }

  @Test
  void aDenialThatCopiesDroppedIsMissingInThem() {
    assertThat(ask("ask", "denials", "--missing", "--speaker", "defence ministry"))
        .extracting(row -> row.substring(0, row.indexOf(',')))
        .containsExactly("Adriatic Courier", "Causeway Dispatch");
    assertThat(ask("ask", "denials", "--speaker", "petrasin"))
        .containsExactly(
            "Adriatic Courier,Goran Petrasin,denied,that his office had paid for the diesel,1,",
            "The Ibar Notebook,Goran Petrasin,denied,that his office had paid for the diesel,1,");
    assertThat(ask("ask", "denials", "--missing", "--speaker", "nato"))
        .as("a NATO official denied the second part, the alliance denied the report")
        .noneMatch(row -> row.startsWith("Stonegate") || row.startsWith("Causeway"));
  }

  @Test
  void whoNamesTheSpeakerAndLeavesTheClaimOutIsToldAlsoWhereNoCatalogueKnowsTheSpeaker() {
    assertThat(ask("ask", "omitted", "in weeks", "--min-articles", "1"))
        .as("the Notebook asked Captain Lene Haugsrud of KFOR, the Observer quotes her elsewhere")
        .anyMatch(
            row -> row.startsWith("The Ibar Notebook,2,\"[\"\"KFOR\"\",\"\"Lene Haugsrud\"\"]\","))
        .anyMatch(
            row -> row.startsWith("Vardar Observer,1,\"[\"\"KFOR\"\",\"\"Lene Haugsrud\"\"]\","))
        .as("the Ledger names KFOR alone")
        .anyMatch(row -> row.startsWith("Balkan Ledger,1,\"[\"\"KFOR\"\"]\","))
        .as("these have it")
        .noneMatch(row -> row.matches("(Meridian Wire|Adriatic Courier|Causeway Dispatch),.*"));
  }

  @Test
  void theNoticesBetweenTwoPagesSayWhoWasFirst() {
    assertThat(ask("ask", "copies"))
        .as("published on Adriatic Courier, which credits the wire")
        .anyMatch(row -> row.startsWith("Causeway Dispatch,Adriatic Courier,DECLARED,1.0,"))
        .anyMatch(row -> row.startsWith("Causeway Dispatch,Meridian Wire,THROUGH_OTHERS,0.89,"))
        .anyMatch(row -> row.startsWith("Stonegate Review,Balkan Ledger,DECLARED,1.0,27.0,1,0,"))
        .as("neither the Courier nor the Notebook names the other")
        .anyMatch(row -> row.startsWith("Adriatic Courier or The Ibar Notebook,,UNDECIDED,"))
        .hasSize(6);
    assertThat(
            ask(
                "query",
                """
                select string_agg(l.name, ' > ' order by l.position) as chain from claims c
                join articles a on a.id = c.articleId join chain_links l on l.claimId = c.id
                where a.outletName = 'Causeway Dispatch' and c.contentText like '%in weeks%'
                  and c.voice = 'OUTLET'
                """))
        .containsExactly("Causeway Dispatch > Adriatic Courier > Meridian Wire > Lene Haugsrud");
  }

  @Test
  void whatAnOutletsOwnVoiceLabelsIsItsOwn() {
    assertThat(ask("ask", "loaded", "--category", "label"))
        .as("the puppet authorities in Pristina")
        .contains("Causeway Dispatch,puppet,LABEL,1,1")
        .as("a reader quotes it; no other page has it")
        .noneMatch(row -> row.contains("puppet") && !row.startsWith("Causeway Dispatch"));
  }
}
