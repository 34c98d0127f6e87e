package org.hearsay.training.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.encoder.WordPiece;
import org.hearsay.training.TrainingException;
import org.hearsay.training.claims.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToneCorpusTest {
  @TempDir Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("train.jsonl"), List.of(lines));
  }

  private static String line(int sentence, int label) {
    return "{\"id\":\"x\",\"text\":\"Mara Lind met envoy %d.\",\"start\":0,\"end\":9,\"label\":%d}"
        .formatted(sentence, label);
  }

  @Test
  void noSentenceIsBothTrainedOnAndValidated() throws IOException {
    String[] lines = new String[40];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(i / 2, i % 3 - 1);
    }
    ToneCorpus corpus = ToneCorpus.read(file(lines), .2, 7);
    Set<String> kept = new HashSet<>();
    corpus.validation().forEach(tone -> kept.add(tone.text()));
    assertThat(corpus.validation()).hasSize(8);
    assertThat(corpus.training()).hasSize(32).noneMatch(tone -> kept.contains(tone.text()));
  }

  @Test
  void onlyTheMentionsFirstWordIsAskedAbout() throws IOException {
    ToneCorpus corpus =
        ToneCorpus.read(
            file(
                "{\"text\":\"Old 😀 Mara Lind lied.\",\"start\":6,\"end\":15,\"label\":-1}",
                line(1, 0)),
            .5,
            1);
    List<TonedMention> all = new java.util.ArrayList<>(corpus.training());
    all.addAll(corpus.validation());
    TonedMention tone = all.stream().filter(t -> t.label() < 0).findAny().orElseThrow();
    assertThat(tone.mention().of(tone.text())).isEqualTo("Mara Lind");
    Example example =
        TonedMention.examples(List.of(tone), WordPiece.bundled(), new HashMap<>()).get(0);
    assertThat(example.isMarked()).isTrue();
    assertThat(example.asked()).isEqualTo(1);
    int asked = example.window().markFirst() - example.window().first();
    assertThat(example.labels()[asked]).isEqualTo(1);
    assertThat(Example.batch(List.of(example, example)).labels()).containsExactly(4, 4);
  }

  @Test
  void aLineThatIsNoMentionIsNamedWithItsNumber() throws IOException {
    Path file = file(line(1, 0), "{\"text\":\"Short.\",\"start\":2,\"end\":90,\"label\":0}");
    assertThatThrownBy(() -> ToneCorpus.read(file, .5, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("train.jsonl, line 2")
        .hasMessageContaining("outside the text");
    Path labels = file(line(1, 0), line(2, 4));
    assertThatThrownBy(() -> ToneCorpus.read(labels, .5, 1))
        .hasMessageContaining("line 2")
        .hasMessageContaining("label is -1, 0 or 1, not 4");
  }
}
