package org.hearsay.encoder.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.encoder.Window;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {
  private static final String TEXT =
      "The ferry leaves at nine. Nobody asked the fishers of Ostmoor.";
  private static final Span FIRST = new Span(0, 25);
  private static final Span SECOND = new Span(26, TEXT.length());

  private static double[] mean(EncodedText text) {
    double[] sums = new double[SentenceEncoder.WIDTH];
    for (int word = 0; word < text.size(); word++) {
      text.addTo(word, sums);
    }
    return sums;
  }

  @Test
  void wordsStandWhereTheyStandInTheWholeText() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      EncodedText second = encoder.encode(TEXT, List.of(FIRST, SECOND)).get(1);
      assertThat(second.span(0).of(TEXT)).isEqualTo("Nobody");
      assertThat(second.span(second.size() - 1).of(TEXT)).isEqualTo(".");
    }
  }

  @Test
  void whatIsReadBesideASentenceDoesNotChangeIt() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      double[] alone = mean(encoder.encode(TEXT, List.of(FIRST)).get(0));
      double[] together = mean(encoder.encode(TEXT, List.of(SECOND, FIRST)).get(1));
      assertThat(together).isEqualTo(alone);
    }
  }

  @Test
  void aTextWithoutWordsIsRead() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      assertThat(encoder.encode("  ", List.of(new Span(0, 2))).get(0).size()).isZero();
      assertThat(encoder.encode("", List.of())).isEmpty();
    }
  }

  @Test
  void onlyTheBeginningOfAnEndlessSentenceIsRead() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      String text = "dam ".repeat(5_000);
      EncodedText read = encoder.encode(text, List.of(new Span(0, text.length()))).get(0);
      assertThat(read.size()).isEqualTo(Window.MOST_PIECES);
    }
  }
}
