package org.hearsay.encoder.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

/** The texts are fiction. */
class SentenceReaderTest {
  private static LinearModel model(float weight) {
    float[] weights = new float[SentenceEncoder.WIDTH];
    weights[3] = weight;
    return new LinearModel(weights, 0, 0);
  }

  @Test
  void aSentenceReadBeforeSaysTheSameAtItsNewPlace() {
    LinearModel model = model(1);
    String first = "The dam holds.";
    String second = "On Monday: The dam holds.";
    int at = second.indexOf(first);
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      SentenceReader reader = new SentenceReader(encoder, List.of(model));
      ReadSentence one = reader.read(first, List.of(new Span(0, first.length()))).get(0);
      ReadSentence two = reader.read(second, List.of(new Span(at, second.length()))).get(0);
      assertThat(model.probability(two)).isEqualTo(model.probability(one)).isNotEqualTo(.5);
      assertThat(one.span(1).of(first)).isEqualTo("dam");
      assertThat(two.span(1).of(second)).isEqualTo("dam");
    }
  }

  @Test
  void aModelThatTheReaderWasNotMadeForIsRefused() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      SentenceReader reader = new SentenceReader(encoder, List.of(model(1)));
      ReadSentence read = reader.read("It rains.", List.of(new Span(0, 9))).get(0);
      assertThatThrownBy(() -> model(2).probability(read))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
