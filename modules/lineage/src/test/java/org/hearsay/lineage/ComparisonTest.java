package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.lineage.Texts.FERRY;
import static org.hearsay.lineage.Texts.FERRY_INDEPENDENT;
import static org.hearsay.lineage.Texts.OTHER;
import static org.hearsay.lineage.Texts.overlap;
import static org.hearsay.lineage.Texts.piece;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.lineage.matching.Comparison;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Overlap found(String copy, String origin) {
    return Objects.requireNonNull(overlap(copy, origin), "no overlap found");
  }

  private static int paragraphsIn(String body) {
    return body.split("\n\n", -1).length;
  }

  @Test
  void aTextIsWhollyInItselfInOnePassage() {
    Overlap overlap = found(FERRY, FERRY);
    assertThat(overlap.extent()).isEqualTo(Extent.WHOLE);
    assertThat(overlap.containment()).isEqualTo(1.0);
    assertThat(overlap.originContainment()).isEqualTo(1.0);
    assertThat(overlap.longestRun()).isEqualTo(overlap.copyWords());
    assertThat(overlap.passages()).hasSize(1);
    assertThat(overlap.replacements()).isEmpty();
    assertThat(overlap.added()).isEmpty();
    assertThat(overlap.dropped()).isEmpty();
  }

  @Test
  void reWrappingMarksAndHyphenationLeaveNoTrace() {
    String wrapped =
        FERRY
            .replace("harbour office", "harbour of-\n  fice")
            .replace(" the ", "\nthe ")
            .replace('“', '"')
            .replace('”', '"')
            .replace("ministry's", "ministry’s");
    Overlap overlap = found(wrapped, FERRY);
    assertThat(overlap.containment()).isEqualTo(1.0);
    assertThat(overlap.replacements()).isEmpty();
  }

  @Test
  void namesInOtherSpellingsAreTheSameWords() {
    String other =
        FERRY
            .replace("Zelenski", "Zelenskyy")
            .replace("Vučić", "Vucic")
            .replace("Vrbica", "Врбица")
            .replace("Prelog", "Prélog");
    assertThat(found(other, FERRY).containment()).isEqualTo(1.0);
  }

  @Test
  void serbianInCyrillicIsSerbianInLatinLetters() {
    String latin =
        "Poslednja skela preko reke biće povučena iz saobraćaja u aprilu, saopštila je lučka uprava"
            + " u utorak, čime se završava prelaz koji je radio od 1911. godine sa samo dva"
            + " prekida, a oko četrdeset ljudi moraće da ide okolo preko mosta kod Vrbice.";
    String cyrillic =
        "Последња скела преко реке биће повучена из саобраћаја у априлу, саопштила је лучка управа"
            + " у уторак, чиме се завршава прелаз који је радио од 1911. године са само два"
            + " прекида, а око четрдесет људи мораће да иде около преко моста код Врбице.";
    assertThat(found(cyrillic, latin).containment()).isEqualTo(1.0);
  }

  @Test
  void independentReportsThatShareFactsAndQuotationsAreNoCopies() {
    assertThat(overlap(FERRY, FERRY_INDEPENDENT)).isNull();
    assertThat(overlap(FERRY, OTHER)).isNull();
  }

  @Test
  void standingTextIsNoEvidence() {
    String standing =
        "\n\nThe views expressed in this article are those of the author and do not necessarily"
            + " reflect those of the publisher, its owners, its staff or its many advertisers.\n\n"
            + "Sign up for our free daily newsletter and get the stories that others leave out,"
            + " every morning before the first coffee, straight to your inbox.\n\n"
            + "© 2026 All rights reserved. This material may not be published, broadcast, rewritten"
            + " or redistributed without written permission.";
    assertThat(overlap(FERRY + standing, OTHER + standing)).isNull();
  }

  @Test
  void whatWasLeftOutAndPutInIsSaidWithItsParagraphs() {
    List<String> paragraphs = new ArrayList<>(List.of(FERRY.split("\n\n", -1)));
    String own =
        "Readers of this paper remember the boat from the flood of 1965, when it carried cattle.";
    String dropped = paragraphs.remove(3);
    paragraphs.add(own);
    String copy = String.join("\n\n", paragraphs);
    Overlap overlap = found(copy, FERRY);
    assertThat(overlap.extent()).isEqualTo(Extent.WHOLE);
    assertThat(overlap.added().stream().map(s -> s.of(copy))).containsExactly(own);
    assertThat(overlap.dropped().stream().map(s -> s.of(FERRY))).containsExactly(dropped);
  }

  @Test
  void whatACopyReportsItselfIsToldFromWhatItTellsInOtherWords() {
    List<String> paragraphs = new ArrayList<>(List.of(FERRY.split("\n\n", -1)));
    paragraphs.remove(3);
    String own =
        "The mayor of Kosina, Petra Ogledna, told the Herald that her town would buy the boat.";
    String numbers = "More than 2,600 residents signed a protest, and councillors kept silent.";
    String nobody = "What remains of the old lady is promised to a museum, officials replied.";
    paragraphs.addAll(List.of(own, numbers, nobody));
    String copy = String.join("\n\n", paragraphs);
    Overlap overlap = found(copy, FERRY);
    assertThat(overlap.added().stream().map(s -> s.of(copy))).containsExactly(own, numbers, nobody);
    assertThat(overlap.own().stream().map(s -> s.of(copy))).containsExactly(own);
    assertThat(overlap.originOwn()).as("2,600 is in both").isEmpty();
    assertThat(found(FERRY, copy).originOwn().stream().map(s -> s.of(copy))).containsExactly(own);
    assertThat(overlap.reversed().originOwn()).isEqualTo(overlap.own());
  }

  @Test
  void replacedWordsAreSaidInsideQuotationsToo() {
    String copy =
        FERRY
            .replace("Nobody rides it in winter", "No one rides it in winter")
            .replace("took note of it", "ignored everybody")
            .replace("will be taken out of service", "will reportedly be taken out of service");
    Overlap overlap = found(copy, FERRY);
    assertThat(overlap.replacements().stream().map(r -> r.origin().of(FERRY)))
        .containsExactly("", "Nobody", "took note of it");
    assertThat(overlap.replacements().stream().map(r -> r.copy().of(copy)))
        .containsExactly("reportedly", "No one", "ignored everybody");
  }

  private static void assertDropped(String copy, String origin, String... dropped) {
    Overlap overlap = found(copy, origin);
    assertThat(overlap.dropped().stream().map(s -> s.of(origin))).containsExactly(dropped);
    assertThat(overlap.added()).isEmpty();
    assertThat(overlap.replacements()).as("told once").isEmpty();
    Overlap turned = found(origin, copy);
    assertThat(turned.added().stream().map(s -> s.of(origin))).containsExactly(dropped);
    assertThat(turned.dropped()).isEmpty();
    assertThat(turned.replacements()).isEmpty();
  }

  @Test
  void aSentenceThatIsLeftOutOfASharedParagraphIsToldWhereverItStands() {
    for (String sentence :
        List.of(
            "They will have to drive 31 kilometres round by the bridge at Vrbica, which is closed"
                + " to lorries and, on most mornings in February, to everything else.",
            "She had asked the ministry for a new engine three times.",
            "About 40 people from the villages on the northern bank use the ferry to reach the"
                + " hospital.",
            "“Count them in May.”")) {
      assertThat(FERRY).contains(sentence);
      assertDropped(FERRY.replace(sentence, ""), FERRY, sentence);
    }
    assertDropped(
        FERRY.replace("She had asked the ministry for a new engine three times.", "").strip(),
        FERRY.replace("three times.", "three times. He laughed. Nobody else did."),
        "She had asked the ministry for a new engine three times. He laughed. Nobody else did.");
  }

  @Test
  void theRestOfASentenceThatIsLeftOutBeyondAPassageIsTold() {
    String rest =
        ", which is closed to lorries and, on most mornings in February, to everything else";
    assertDropped(FERRY.replace(rest, ""), FERRY, rest.substring(2) + ".");
    String then = " Nobody had asked for it in all these years, and nobody wanted it.";
    assertDropped(
        FERRY.replace(rest, ""),
        FERRY.replace(rest + ".", rest + "." + then),
        rest.substring(2) + "." + then);
  }

  @Test
  void aDatelineIsNeitherAddedNorDropped() {
    Overlap overlap = found(FERRY, "PRELOG, Jan 12 (Harbour News Wire) - " + FERRY);
    assertThat(overlap.dropped()).isEmpty();
  }

  @Test
  void aParagraphBetweenSharedOnesThatIsLeftOutIsToldOnce() {
    String pulled =
        FERRY.replace("\n\nA petition", "\n\n“Nobody rides it in winter”\n\nA petition");
    assertDropped(FERRY, pulled, "“Nobody rides it in winter”");
  }

  @Test
  void aSentenceInPlaceOfAnotherIsNeitherAddedNorDropped() {
    String before = "She had asked the ministry for a new engine three times.";
    String after = "Nothing was done.";
    String copy = FERRY.replace(before, after);
    Overlap overlap = found(copy, FERRY);
    assertThat(overlap.replacements().stream().map(r -> r.origin().of(FERRY)))
        .containsExactly(before.replace(".", ""));
    assertThat(overlap.replacements().stream().map(r -> r.copy().of(copy)))
        .containsExactly(after.replace(".", ""));
    assertThat(overlap.dropped()).isEmpty();
    assertThat(overlap.added()).isEmpty();
  }

  @Test
  void aQuotationBetweenSharedSentencesBelongsToThePassage() {
    String copy = OTHER + "\n\n" + FERRY.substring(0, FERRY.indexOf("A petition")).strip();
    Overlap overlap = found(copy, FERRY);
    assertThat(overlap.extent()).isEqualTo(Extent.PASSAGES);
    assertThat(overlap.passages()).hasSize(1);
    assertThat(overlap.passages().get(0).copy().of(copy))
        .contains("they ride it for the photographs")
        .startsWith("The last ferry")
        .endsWith("to everything else");
    assertThat(overlap.passages().get(0).origin().start()).isZero();
  }

  @Test
  void moreRoundItIsExtendedAndLessOfItIsAbridged() {
    assertThat(found(OTHER + "\n\n" + FERRY, FERRY).extent()).isEqualTo(Extent.EXTENDED);
    String start = FERRY.substring(0, FERRY.indexOf("A petition")).strip();
    Overlap abridged = found(start, FERRY);
    assertThat(abridged.extent()).isEqualTo(Extent.ABRIDGED);
    assertThat(abridged.containment()).isEqualTo(1.0);
  }

  @Test
  void withinOneOutletSharedBackgroundIsNoCopy() {
    String background = FERRY.substring(FERRY.indexOf("About 40"), FERRY.indexOf("A petition"));
    String one = OTHER + "\n\n" + background.strip();
    String other = background.strip() + "\n\n" + FERRY_INDEPENDENT;
    Prepared a = Prepared.of(piece("a", "courier", one), Texts.ENGLISH);
    Prepared b = Prepared.of(piece("b", "courier", other), Texts.ENGLISH);
    Prepared elsewhere = Prepared.of(piece("c", "herald", other), Texts.ENGLISH);
    assertThat(Comparison.compare(a, b)).isNull();
    assertThat(Comparison.compare(a, elsewhere)).isNotNull();
  }

  @Test
  void aBriefOfEightyWordsIsFound() {
    String brief = FERRY.substring(0, FERRY.indexOf("They will have")).strip();
    assertThat(brief.split("\\s+")).hasSizeBetween(75, 95);
    CopyGraph graph =
        new CopyGraph(List.of(piece("a", "x", brief), piece("b", "y", FERRY)), Texts.ENGLISH);
    assertThat(graph.edges()).hasSize(1);
  }

  @Test
  void aTextThatRepeatsItselfIsComparedInBoundedTime() {
    String chorus = "row the boat gently down the stream and sing a merry song again ".repeat(3000);
    long began = System.nanoTime();
    @Nullable Overlap overlap = overlap(chorus, chorus);
    assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    assertThat(overlap == null || overlap.containment() <= 1.0).isTrue();
  }

  @Property(tries = 60)
  void paragraphsInAnyOrderAreAllFound(@ForAll long seed) {
    List<String> paragraphs = new ArrayList<>(List.of(FERRY.split("\n\n", -1)));
    Collections.shuffle(paragraphs, new Random(seed));
    Overlap overlap = found(String.join("\n\n", paragraphs), FERRY);
    assertThat(overlap.containment()).isGreaterThan(0.85);
    assertThat(overlap.added()).isEmpty();
    assertThat(paragraphsIn(FERRY)).isEqualTo(6);
  }

  @Property(tries = 200)
  void offsetsAreInsideBothBodiesAndTurningRoundTurnsBack(
      @ForAll @IntRange(min = 0, max = 8) int from,
      @ForAll @IntRange(min = 2, max = 9) int every,
      @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder copy = new StringBuilder(OTHER.substring(0, 20 * from)).append(' ');
    for (String word : FERRY.split("(?<=\\s)", -1)) {
      if (random.nextInt(4 * every) != 0) {
        copy.append(word);
      }
      if (random.nextInt(9 * every) == 0) {
        copy.append(random.nextBoolean() ? "“ " : "zzz\n\n");
      }
    }
    String text = copy.toString();
    @Nullable Overlap overlap = overlap(text, FERRY);
    if (overlap == null) {
      return;
    }
    assertThat(overlap.containment()).isBetween(0.0, 1.0);
    assertThat(overlap.originContainment()).isBetween(0.0, 1.0);
    for (Passage passage : overlap.passages()) {
      assertThat(new Span(0, text.length()).contains(passage.copy())).isTrue();
      assertThat(new Span(0, FERRY.length()).contains(passage.origin())).isTrue();
    }
    for (Replacement replacement : overlap.replacements()) {
      assertThat(replacement.copy().length() + replacement.origin().length()).isPositive();
    }
    assertThat(overlap.reversed().reversed()).isEqualTo(overlap);
    assertToldOnce(overlap.added(), overlap.replacements().stream().map(Replacement::copy));
    assertToldOnce(overlap.dropped(), overlap.replacements().stream().map(Replacement::origin));
  }

  private static void assertToldOnce(List<Span> alone, Stream<Span> replaced) {
    List<Span> all =
        Stream.concat(alone.stream(), replaced.filter(span -> span.length() > 0)).sorted().toList();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i - 1).overlaps(all.get(i))).as("%s", all).isFalse();
    }
  }
}
