package org.hearsay.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class ToneTaggerTest {
  /** Two test engines share it, and neither knows when the other is done: it is left open. */
  private static final ToneTagger TAGGER = ToneTagger.load();

  private static double tone(String text, String mention) {
    return tones(text, List.of(mention)).get(0);
  }

  private static List<Double> tones(String text, List<String> mentions) {
    List<ToneTagger.Request> requests = new ArrayList<>();
    for (String mention : mentions) {
      int at = text.indexOf(mention);
      requests.add(
          new ToneTagger.Request(new Span(0, text.length()), new Span(at, at + mention.length())));
    }
    return TAGGER.tones(text, requests);
  }

  @Test
  void blameIsBadPraiseIsGoodAndPlainReportsAreNeither() {
    assertThat(tone("Harlan Quist lied to parliament and disgraced his office.", "Harlan Quist"))
        .isLessThan(-ToneTagger.NEUTRAL);
    assertThat(tone("The brilliant Mara Lind saved the town with great courage.", "Mara Lind"))
        .isGreaterThan(ToneTagger.NEUTRAL);
    assertThat(tone("Harlan Quist arrived in the town on Tuesday.", "Harlan Quist"))
        .isBetween(-ToneTagger.NEUTRAL, ToneTagger.NEUTRAL);
  }

  @Test
  void oneSentenceMaySpeakWellOfOneAndBadlyOfAnother() {
    List<Double> tones =
        tones(
            "Mara Lind was praised for her honesty while Harlan Quist was condemned as a fraud.",
            List.of("Mara Lind", "Harlan Quist"));
    assertThat(tones.get(0)).isGreaterThan(tones.get(1) + ToneTagger.NEUTRAL);
  }

  @Test
  void theAnswersComeInTheOrderOfTheQuestionsWhateverTheirLength() {
    String text = "Harlan Quist, a fraud. " + "It rained on the town all day. ".repeat(30);
    Span first = new Span(0, 22);
    Span all = new Span(0, text.length());
    Span mention = new Span(0, 12);
    List<ToneTagger.Request> requests =
        List.of(new ToneTagger.Request(all, mention), new ToneTagger.Request(first, mention));
    List<Double> both = TAGGER.tones(text, requests);
    List<Double> second = TAGGER.tones(text, List.of(requests.get(1)));
    assertThat(both).hasSize(2);
    assertThat(both.get(1)).isCloseTo(second.get(0), org.assertj.core.data.Offset.offset(.1));
  }

  @Test
  void aMentionWithoutWordsHasNoTone() {
    assertThat(TAGGER.tones("   ", List.of(new ToneTagger.Request(new Span(0, 3), new Span(1, 2)))))
        .containsExactly(0.0);
    assertThat(TAGGER.tones("A text.", List.of())).isEmpty();
  }

  @Property(tries = 60)
  void anyTextAndPlaceHasAToneWithinItsBounds(
      @ForAll @StringLength(min = 1, max = 300) String text) {
    Span half = new Span(text.length() / 3, Math.max(text.length() / 3 + 1, text.length() / 2));
    assertThat(
            TAGGER.tones(text, List.of(new ToneTagger.Request(new Span(0, text.length()), half))))
        .singleElement()
        .satisfies(tone -> assertThat(tone).isBetween(-1.0, 1.0));
  }
}
