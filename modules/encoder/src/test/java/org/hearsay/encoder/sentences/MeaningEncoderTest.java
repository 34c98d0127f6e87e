package org.hearsay.encoder.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The sentences are fiction. */
class MeaningEncoderTest {
  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void whatSaysTheSameInOtherWordsPointsTheSameWay() {
    try (MeaningEncoder encoder = MeaningEncoder.load()) {
      float[] ban = encoder.meaning("lorries may no longer cross the bridge as of Monday");
      float[] again = encoder.meaning("from Monday lorries are banned from crossing the bridge");
      float[] other = encoder.meaning("the orchestra played two encores for the children");
      assertThat(ban).hasSize(MeaningEncoder.WIDTH);
      assertThat(cosine(ban, ban)).isCloseTo(1, within(1e-5));
      assertThat(cosine(ban, again)).isGreaterThan(0.6);
      assertThat(cosine(ban, other)).isLessThan(0.2);
    }
  }

  @Test
  void aTextMeansTheSameWheneverItIsRead() {
    try (MeaningEncoder encoder = MeaningEncoder.load()) {
      float[] first = encoder.meaning("the dam will hold");
      encoder.meaning("something else, and longer, " + "word ".repeat(300));
      assertThat(encoder.meaning("the dam will hold")).isEqualTo(first);
    }
  }

  @Test
  void aTextWithoutWordsHasAMeaningToo() {
    try (MeaningEncoder encoder = MeaningEncoder.load()) {
      assertThat(cosine(encoder.meaning(""), encoder.meaning(""))).isCloseTo(1, within(1e-5));
    }
  }
}
