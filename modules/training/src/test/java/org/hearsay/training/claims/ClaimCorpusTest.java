package org.hearsay.training.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.text.Span;
import org.hearsay.training.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimCorpusTest {
  @TempDir Path folder;

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("train.jsonl"), List.of(lines));
  }

  private static String article(String id) {
    return "{\"id\":\"" + id + "\",\"text\":\"Orsk said no.\",\"attributions\":[]}";
  }

  @Test
  void offsetsInCodePointsBecomeUtf16Units() throws IOException {
    Path file =
        write(
            "{\"id\":\"a\",\"text\":\"\uD83D\uDE00 Orsk said no.\",\"attributions\":[{\"source\":[[2,6]],"
                + "\"cue\":[[7,11]],\"content\":[[12,14]]}]}");
    AnnotatedArticle article = ClaimCorpus.read(file, 0, 1).training().get(0);
    AnnotatedArticle.Attribution attribution = article.attributions().get(0);
    assertThat(attribution.source()).extracting(s -> s.of(article.text())).containsExactly("Orsk");
    assertThat(attribution.cue()).containsExactly(new Span(8, 12));
    assertThat(attribution.content()).extracting(s -> s.of(article.text())).containsExactly("no");
  }

  @Test
  void oneSeedAlwaysKeepsTheSameArticlesAndNoneTwice() throws IOException {
    Path file =
        write(IntStream.range(0, 40).mapToObj(i -> article("a" + i)).toArray(String[]::new));
    ClaimCorpus corpus = ClaimCorpus.read(file, .1, 7);
    assertThat(corpus.validation())
        .hasSize(4)
        .isEqualTo(ClaimCorpus.read(file, .1, 7).validation());
    assertThat(corpus.validation()).isNotEqualTo(ClaimCorpus.read(file, .1, 8).validation());
    assertThat(IntStream.range(0, 40).mapToObj(i -> "a" + i).collect(Collectors.toSet()))
        .isEqualTo(
            Stream.concat(corpus.training().stream(), corpus.validation().stream())
                .map(AnnotatedArticle::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void aLineThatIsNoArticleIsNamed() throws IOException {
    Path broken = write(article("a"), "{");
    assertThatThrownBy(() -> ClaimCorpus.read(broken, 0, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("line 2");
    Path lacking = write("{\"id\":\"a\",\"text\":\"x\"}");
    assertThatThrownBy(() -> ClaimCorpus.read(lacking, 0, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("attributions");
    Path outside =
        write(
            "{\"id\":\"a\",\"text\":\"x\",\"attributions\":[{\"source\":[],\"cue\":[[0,9]],\"content\":[]}]}");
    assertThatThrownBy(() -> ClaimCorpus.read(outside, 0, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("outside the text");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> ClaimCorpus.read(folder.resolve("none.jsonl"), 0, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("none.jsonl");
  }

  @Test
  void tooFewArticlesAreRefused() throws IOException {
    Path file = write(article("a"));
    assertThatThrownBy(() -> ClaimCorpus.read(file, .5, 1)).isInstanceOf(TrainingException.class);
  }
}
