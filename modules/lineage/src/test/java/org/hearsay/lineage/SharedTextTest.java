package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.lineage.matching.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What independent reports of one event share, and what is left of a wire piece told anew. */
class SharedTextTest {
  private static final String ONE =
      """
      The senator answered within the hour. What he said, from an airport lounge, set off a new \
      round of recriminations in a caucus that had hoped for a quiet August.

      %s

      Party leaders declined to defend him. Two of them left a lunch by a side door rather than \
      pass the cameras.""";

  private static final String OTHER =
      """
      Voss has a habit of arguing, and on Saturday he did so again, this time against his own \
      side's ethics panel, which meets behind closed doors and has spent seven weeks on the matter.

      %s

      Aides expect a report before the recess ends, though few believe that all of it will be \
      published.""";

  private static final String WIRE =
      """
      PORT SELDEN - Crews searched the bay on Monday for three fishermen missing since their \
      trawler overturned in heavy seas, the coast guard said.

      The 14-metre Marguerite capsized about two miles off Gannet Point shortly before midnight \
      Sunday. Two crew members were pulled from the water by a passing ferry and were being treated \
      for hypothermia.

      Winds of up to 50 mph hampered the search, which involved two helicopters and a lifeboat. \
      Coast guard Lt. Paula Idris said conditions were expected to ease by nightfall.

      The Marguerite left Port Selden on Friday with five men aboard. It was the second accident \
      off the point this year.""";

  private static final String TOLD_ANEW =
      """
      Rescuers combed the bay Monday for three fishermen missing after their trawler overturned in \
      rough seas, officials said.

      The Marguerite, a 14-metre vessel, capsized two miles off Gannet Point shortly before \
      midnight Sunday. A passing ferry pulled two crew members from the water; they were being \
      treated for hypothermia.

      The search, which involved two helicopters and a lifeboat, was hampered by winds of up to 50 \
      mph. Conditions were expected to ease by nightfall, coast guard Lt. Paula Idris said.

      Five men were aboard when the boat left Port Selden on Friday.""";

  static List<String> sharedByIndependentWriters() {
    String words =
        "I have never asked the committee for a single favour and I never will. The people who leak"
            + " these lies should be ashamed and should show their faces.";
    return List.of(
        words + "\n\n— Harlan Voss (@SenatorVoss) August 3, 2019",
        words + " — Harlan Voss (@SenatorVoss) August 3, 2019",
        "In a statement his office said:\n\n" + words,
        "FILE - In this March 3, 2016 file photo, Senator Harlan Voss speaks during a campaign rally"
            + " at the fairgrounds in Bascombe, Ohio. (AP Photo/Tomas Reed, File)",
        "Senator Harlan Voss leaves a closed session of the ethics committee in the old building of"
            + " the state library on Friday. Lena Ortwin/Reuters",
        "The panel moved its talks, said one official, who spoke on condition of anonymity because"
            + " they were not authorized to discuss the matter publicly. A spokesman did not"
            + " immediately respond to a request for comment.",
        "Anyone with information is asked to call Crime Stoppers at 1-800-222-8477. Callers can"
            + " remain anonymous and may be eligible for a cash reward of up to 2,000 dollars.",
        "The poll of 1,012 adults was conducted May 3-6 and has a margin of sampling error of plus"
            + " or minus 3 percentage points for all who were asked.");
  }

  @ParameterizedTest
  @MethodSource("sharedByIndependentWriters")
  void whatNeitherWroteMakesNoCopy(String shared) {
    assertThat(Texts.overlap(ONE.formatted(shared), OTHER.formatted(shared))).isNull();
  }

  @Test
  void aSentenceThatOneOfThemWroteMakesACopy() {
    String own =
        "The committee has not met since the spring, and of its nine members four have said that"
            + " they will not stand again, two of them for reasons of health.";
    assertThat(Texts.overlap(ONE.formatted(own), OTHER.formatted(own))).isNotNull();
  }

  @Test
  void aWirePieceToldAnewSentenceBySentenceIsACopyAndIsACandidate() {
    Piece wire = Texts.piece("a", "wire", WIRE);
    Piece paper = Texts.piece("b", "paper", TOLD_ANEW);
    assertThat(new CopyGraph(List.of(wire, paper), Texts.ENGLISH).edges())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.overlap().longestRun()).isLessThan(11);
              assertThat(edge.overlap().containment()).isGreaterThan(0.5);
              assertThat(edge.overlap().passages()).isNotEmpty();
            });
  }

  @Test
  void withinOneOutletATextOfTheSameMouldIsNoRewriting() {
    String day =
        "Stocks closed %1$s on %2$s, led by %3$s. The exchange's index %4$s %5$s points, or %6$s"
            + " percent, to %7$s. The index of small shares %4$s %8$s points, or %9$s percent, to"
            + " %10$s. Crude %11$s %12$s cents to settle at %13$s a barrel in the capital.";
    String one =
        day.formatted(
            "higher",
            "Wednesday",
            "banks",
            "gained",
            "120.05",
            "0.6",
            "20,100.12",
            "9.10",
            "0.4",
            "2,298.37",
            "fell",
            "43",
            "52.75");
    String other =
        day.formatted(
            "lower",
            "Friday",
            "retailers",
            "lost",
            "7.13",
            "0.1",
            "20,093.78",
            "1.99",
            "0.2",
            "2,294.69",
            "rose",
            "61",
            "53.17");
    assertThat(
            Comparison.compare(
                Prepared.of(Texts.piece("a", "wire", one), Texts.ENGLISH),
                Prepared.of(Texts.piece("b", "wire", other), Texts.ENGLISH)))
        .isNull();
  }
}
