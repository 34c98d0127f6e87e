package org.hearsay.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearsay.cli.options.UserException;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The texts are fiction. */
class EvaluateCommandTest {
  @TempDir Path folder;

  private static List<GoldClaims.Article> read(Path path) throws IOException {
    List<GoldClaims.Article> articles = new ArrayList<>();
    GoldClaims.read(path, articles::add);
    return articles;
  }

  /**
   * Twelve paragraphs of wire copy, opinion, translated English, live blogs, interviews and court
   * reports, which were annotated before anybody saw what Hearsay finds in them.
   */
  @Test
  void claimsAreFoundInStylesThatTheTrainingTextsLack() throws IOException, URISyntaxException {
    JsonNode figures = figures("styles.jsonl");
    assertThat(figures.path("gold").asInt()).isEqualTo(27);
    assertThat(figures.path("half").path("recall").asDouble()).isGreaterThan(.7);
    assertThat(figures.path("half").path("precision").asDouble()).isGreaterThan(.7);
    assertThat(figures.path("sourceOverlaps").asDouble()).isGreaterThan(.9);
  }

  /**
   * Twelve more, half of them conversations printed as such: turns with names, questions and
   * answers, transcripts; annotated before the output was seen, too, but written together with the
   * rules for turns.
   */
  @Test
  void claimsAreFoundInConversations() throws IOException, URISyntaxException {
    JsonNode figures = figures("conversations.jsonl");
    assertThat(figures.path("gold").asInt()).isEqualTo(38);
    assertThat(figures.path("half").path("recall").asDouble()).isGreaterThan(.9);
    assertThat(figures.path("half").path("precision").asDouble()).isGreaterThan(.8);
    assertThat(figures.path("sourceOverlaps").asDouble()).isGreaterThan(.95);
  }

  private JsonNode figures(String name) throws IOException, URISyntaxException {
    Path gold = Path.of(Objects.requireNonNull(getClass().getResource(name)).toURI());
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(new EvaluateCommand())
            .setOut(new PrintWriter(out))
            .execute("claims", "--json", "--gold", gold.toString());
    assertThat(status).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void bratsPartsThatRelationsTieAreOneClaim() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "It 😀 rains, said Mara Lind.");
    Files.writeString(
        folder.resolve("a.ann"),
        """
        T1\tContent 0 2;5 10\tIt rains
        T2\tCue 12 16\tsaid
        T3\tSource 17 26\tMara Lind
        R1\tContent Arg1:T2 Arg2:T1
        R2\tSource Arg1:T2 Arg2:T3
        """);
    List<GoldClaims.Article> articles = read(folder);
    assertThat(articles).hasSize(1);
    assertThat(articles.get(0).claims()).hasSize(1);
    // Code points there, UTF-16 code units here: the face is two of them.
    assertThat(articles.get(0).claims().get(0).content())
        .containsExactly(new Span(0, 2), new Span(6, 11));
    assertThat(articles.get(0).claims().get(0).source().get(0).of(articles.get(0).text()))
        .isEqualTo("Mara Lind");
  }

  @Test
  void anErrorNamesTheFileAndTheLine() throws IOException {
    Path file = Files.writeString(folder.resolve("gold.jsonl"), "\n{\"text\": \"It rains.\"}\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("gold.jsonl, line 2")
        .hasMessageContaining("attributions");
    Files.writeString(
        file,
        "{\"text\": \"It.\", \"attributions\": [{\"source\": [[0, 99]], \"cue\": [], \"content\":"
            + " []}]}");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("outside of the text");
  }

  @Test
  void aFileThatIsNoGoldIsRefusedAndNotScored() throws IOException {
    Path file = folder.resolve("gold.jsonl");
    for (String wrong :
        List.of(
            "",
            "no json",
            "{\"text\": \"It.\", \"attributions\": []}",
            "{\"text\": \"It.\", \"attributions\": [{\"verb\": [[0, 2]]}]}",
            "{\"text\": \"It.\", \"attributions\": [{\"source\": [], \"cue\": [], \"content\":"
                + " [[\"0\", \"2\"]]}]}")) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> read(file))
          .as(wrong)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("gold.jsonl")
          .hasMessageNotContaining("REDACTED");
    }
  }

  @Test
  void aFileThatBratDidNotWriteIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "It rains.");
    Path ann = Files.writeString(folder.resolve("a.ann"), "T1\tPerson 0 2\tIt\n");
    assertThatThrownBy(() -> read(folder)).hasMessageContaining("no claim");
    Files.writeString(ann, "It rains.\n");
    assertThatThrownBy(() -> read(folder)).hasMessageContaining("a.ann, line 1");
    Files.delete(folder.resolve("a.txt"));
    assertThatThrownBy(() -> read(folder)).hasMessageContaining("a.txt: no such file");
  }
}
