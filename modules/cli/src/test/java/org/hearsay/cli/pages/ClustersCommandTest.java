package org.hearsay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.hearsay.cli.Hearsay;
import org.hearsay.records.ClaimCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The outlets, who speaks in them and what is said are invented. */
class ClustersCommandTest {
  private static final String WORDS =
      "Lorries will be banned from the old bridge at Ibar Mill from Monday";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(Map.of("COLUMNS", "200"), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String page(String outlet, String clock, String sentence, String rest)
      throws IOException {
    Path file = folder.resolve(outlet + ".html");
    Files.writeString(
        file,
        """
        <!doctype html><html lang="en"><head><title>Bridge to close to lorries</title>
        <meta property="og:site_name" content="%s">
        <meta property="article:published_time" content="2026-03-02T%s:00Z"></head>
        <body><article><h1>Bridge to close to lorries</h1>
        <p>%s</p>
        <p>%s</p>
        </article></body></html>
        """
            .formatted(outlet, clock, sentence, rest));
    return file.toString();
  }

  private List<String> pages() throws IOException {
    return List.of(
        page(
            "Courier",
            "09:30",
            "“" + WORDS + ",” Lene Haugsrud, the mayor, claimed on Friday.",
            "It was built for carts, and nobody has weighed what crosses it since the mill shut in"
                + " the year of the great flood, when the river took the lower road away."),
        page(
            "Herald",
            "07:10",
            "“" + WORDS + ",” Mayor Lene Haugsrud said on Friday.",
            "Drivers who have to reach the quarry will go round by Vrbica, which costs them an hour"
                + " and leads past the school, whose parents have already collected signatures."));
  }

  @Test
  void whatSeveralPagesSayIsShownWithWhoHadItFirstAndEachOnesWords() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("clusters"));
    arguments.addAll(pages());
    String missing = folder.resolve("missing.html").toString();
    arguments.add(missing);
    assertThat(run(arguments.toArray(String[]::new))).as("one page is missing").isEqualTo(1);
    assertThat(err.toString()).contains("missing.html: no such file");
    assertThat(out.toString())
        .contains("Lene Haugsrud: “" + WORDS)
        .contains("2 reports in 2 articles of 2 outlets, 2 independent, they disagree in cue")
        .contains("first 2026-03-02T07:10:00Z")
        .contains("2 pages, 1 claim in several of them");
    assertThat(out.toString().indexOf("Herald")).isLessThan(out.toString().indexOf("Courier"));
  }

  @Test
  void theWordsOfAnOutletAreOneLineWhateverTheirQuotationMarks() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("clusters"));
    arguments.addAll(pages());
    String straight = "\"" + WORDS + ",\" Mayor Lene Haugsrud said on Friday.";
    String again = page("Herald", "07:40", straight, "It will be opened again when it is mended.");
    arguments.add(Files.move(Path.of(again), folder.resolve("again.html")).toString());
    pages();
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    assertThat(out.toString()).contains("3 reports in 3 articles of 2 outlets");
    assertThat(out.toString().lines().filter(line -> line.startsWith("      Herald"))).hasSize(1);
  }

  @Test
  void asJsonAClusterHasTheFieldsOfItsSchema() throws IOException {
    pages();
    assertThat(run("clusters", "--format", "json", folder.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    List<String> fields = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(out.toString())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        fields.add(json.currentName());
        json.nextToken();
        json.skipChildren();
      }
    }
    assertThat(fields)
        .isEqualTo(
            ClaimCluster.getClassSchema().getFields().stream().map(Schema.Field::name).toList());
  }

  @Test
  void aPageOfAnOutletThatNobodyKnowsIsNamedByItsFile() throws IOException {
    String spoken = "“" + WORDS + ",” Lene Haugsrud, the mayor, said on Friday.";
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Bridge to close\n\n" + spoken);
    Path letter = Files.writeString(folder.resolve("letter.txt"), "From Ibar Mill\n\n" + spoken);
    assertThat(run("clusters", notes.toString(), letter.toString())).isZero();
    assertThat(out.toString()).contains("notes.txt ").contains("letter.txt ");
  }
}
