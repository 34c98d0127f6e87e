package org.hearsay.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** README.md and its picture, held against the program and the sample pages. */
@ExtendWith(OneSampleStore.class)
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");

  private final OneSampleStore.Asked samples;

  ReadmeTest(OneSampleStore.Asked samples) {
    this.samples = samples;
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8);
  }

  /** The words of a command as a shell takes them apart. */
  private static List<String> words(String command) {
    List<String> out = new ArrayList<>();
    Matcher words = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
    while (words.find()) {
      String word = words.group(1) == null ? words.group(2) : words.group(1);
      out.add(word.startsWith("samples/") ? ROOT.resolve(word).toString() : word);
    }
    return out;
  }

  /** Pages were read once: what would be read again comes from the store. */
  private Said run(String command) {
    List<String> words = words(command);
    int pages = words.indexOf("--pages");
    if (pages >= 0) {
      words.set(pages, "--store");
      words.set(pages + 1, samples.store().toString());
    }
    return Said.by(words.toArray(String[]::new));
  }

  private static Stream<String> commands() throws IOException {
    return readme()
        .lines()
        .filter(line -> line.startsWith("bin/hearsay "))
        .map(line -> line.substring("bin/hearsay ".length()).split(" # ", 2)[0])
        .filter(command -> command.contains("samples/"))
        // What needs a cluster is tried by the tests of that.
        .filter(command -> !command.startsWith("catalogue publish"));
  }

  @Test
  void everyCommandOnTheSamplesRunsAsPrinted() throws IOException {
    List<String> tried = commands().toList();
    assertThat(tried).hasSizeGreaterThan(10);
    for (String command : tried) {
      Said said = run(command);
      assertThat(said.status()).as(command + "\n" + said.err()).isZero();
      assertThat(said.out()).as(command).isNotBlank().doesNotContain("(0 rows)");
    }
  }

  @Test
  void theAnswerThatIsShownIsTheOneThatComes() throws IOException {
    Matcher shown =
        Pattern.compile("```\\n\\$ bin/hearsay ([^\\n]*)\\n(.*?)\\n```", Pattern.DOTALL)
            .matcher(readme());
    assertThat(shown.find()).isTrue();
    assertThat(run(shown.group(1)).out()).startsWith(shown.group(2));
  }

  @Test
  void whatThePictureQuotesStandsInTheSamples() throws IOException {
    String picture =
        Files.readString(ROOT.resolve("docs/pictures/story.svg"), StandardCharsets.UTF_8);
    String pages = plain(texts());
    Matcher quoted =
        Pattern.compile("<text class=\"(?:q|head|new|gone)\"[^>]*>([^<]+)</text>").matcher(picture);
    int count = 0;
    while (quoted.find()) {
      assertThat(pages).contains(plain(quoted.group(1).replace("…", "")));
      count++;
    }
    assertThat(count).isGreaterThan(15);
  }

  @Test
  void whatThePictureSaysOfTheClaimIsWhatWasFound() throws IOException {
    String picture =
        Files.readString(ROOT.resolve("docs/pictures/story.svg"), StandardCharsets.UTF_8);
    Said said =
        samples.ask(
            "query",
            "select (select string_agg(name, ' &gt; ' order by position) from chain_links"
                + " where claimId = c.id) as chain, k.articles, k.independent"
                + " from claims c join cluster_reports r on r.claimId = c.id"
                + " join claim_clusters k on k.id = r.clusterId"
                + " where c.speakerName = 'Radovan Stepic'"
                + " and contains(c.contentText, 'expected a refusal')"
                + " and c.articleId in (select id from articles"
                + " where outletName = 'Causeway Dispatch')",
            "--format",
            "csv");
    String[] row = said.out().lines().skip(1).findFirst().orElseThrow().split(",");
    assertThat(picture).contains(">" + row[0] + "<");
    assertThat(picture).contains("three pages have it, and they are one source");
    assertThat(row).containsExactly(row[0], "3", "1");
  }

  private static String texts() throws IOException {
    StringBuilder out = new StringBuilder();
    try (Stream<Path> files = Files.walk(SampleStore.SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
      }
    }
    return out.toString();
  }

  /** Without what a line's end, a tag or a kind of quotation mark changes. */
  private static String plain(String text) {
    return text.replaceAll("<[^>]*>", "")
        .replace("&#8220;", "\"")
        .replace("&#8221;", "\"")
        .replaceAll("[“”]", "\"")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
