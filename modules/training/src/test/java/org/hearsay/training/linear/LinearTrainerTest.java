package org.hearsay.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.ReadSentence;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.text.Span;
import org.hearsay.training.linear.LinearTrainer.Trained;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
  private static final List<String> SOBER =
      List.of("The board met on Friday.", "The ferry leaves at nine.", "The dam holds water.");
  private static final List<String> SLANTED =
      List.of("The vile board lied again.", "A disgraceful ferry scam.", "That idiotic dam.");

  private static List<JudgedText> examples() {
    List<JudgedText> examples = new ArrayList<>();
    for (int group = 0; group < 5; group++) {
      for (int i = 0; i < SOBER.size(); i++) {
        examples.add(new JudgedText(SOBER.get(i), false, "outlet " + group));
        examples.add(new JudgedText(SLANTED.get(i), true, "outlet " + group));
      }
    }
    return examples;
  }

  @Test
  void theSameExamplesGiveTheSameModelAndItTellsThemApart() throws IOException {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      Trained trained = new LinearTrainer(encoder, .0007, "biased").train(examples());
      assertThat(new LinearTrainer(encoder, .0007, "biased").train(examples()).model())
          .isEqualTo(trained.model());
      assertThat(trained.report()).contains("AUC 1.000");
      assertThat(trained.foldScores()).hasSize(examples().size());
      LinearModel model = LinearModel.read(trained.model());
      String text = "The vile board lied again.";
      SentenceReader reader = new SentenceReader(encoder, List.of(model));
      List<ReadSentence> read = reader.read(text, List.of(new Span(0, text.length())));
      assertThat(model.probability(read.get(0))).isGreaterThan(.5);
    }
  }

  @Test
  void fewerGroupsThanFoldsAreRefused() {
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      LinearTrainer trainer = new LinearTrainer(encoder, .0007, "biased");
      List<JudgedText> one = List.of(new JudgedText("The dam holds.", false, "a"));
      assertThatThrownBy(() -> trainer.train(one))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("groups");
    }
  }
}
