package org.hearsay.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.encoder.SentenceEncoder;
import org.hearsay.framing.BiasTrainer.Example;
import org.hearsay.framing.BiasTrainer.Trained;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class BiasTrainerTest {
  private static final List<String> SOBER =
      List.of("The board met on Friday.", "The ferry leaves at nine.", "The dam holds water.");
  private static final List<String> SLANTED =
      List.of("The vile board lied again.", "A disgraceful ferry scam.", "That idiotic dam.");

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int group = 0; group < 5; group++) {
      for (int i = 0; i < SOBER.size(); i++) {
        examples.add(new Example(SOBER.get(i), false, "outlet " + group));
        examples.add(new Example(SLANTED.get(i), true, "outlet " + group));
      }
    }
    return examples;
  }

  @Test
  void theSameExamplesGiveTheSameModelAndItTellsThemApart() throws IOException {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      Trained trained = new BiasTrainer(encoder).train(examples());
      assertThat(new BiasTrainer(encoder).train(examples()).model()).isEqualTo(trained.model());
      assertThat(trained.report()).contains("AUC 1.000");
      assertThat(trained.foldScores()).hasSize(examples().size());
      BiasModel model = BiasModel.read(new BufferedReader(new StringReader(trained.model())));
      String text = "The vile board lied again.";
      assertThat(
              model.probability(
                  model.weigh(encoder.encode(text, List.of(new Span(0, text.length()))).get(0))))
          .isGreaterThan(.5);
    }
  }

  @Test
  void fewerOutletsThanFoldsAreRefused() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      BiasTrainer trainer = new BiasTrainer(encoder);
      List<Example> one = List.of(new Example("The dam holds.", false, "a"));
      assertThatThrownBy(() -> trainer.train(one))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("outlets");
    }
  }
}
