package org.hearsay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(name -> name.equals("HEARSAY_PARTITIONS") ? "11" : null);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : Hearsay.commandLine(name -> null).getSubcommands().keySet()) {
      assertThat(run(command, "--help")).isZero();
    }
    assertThat(out.toString()).contains("analyze").contains("--bootstrap-servers");
  }

  @Test
  void anInputThatFailsIsReportedInItsPlaceAndTheOthersAreStillAnalysed() throws IOException {
    Path good = folder.resolve("good.html");
    Files.writeString(
        good,
        "<html><head><title>A title</title></head><body><article><p>"
            + "A paragraph of a sample page, long enough to be one. ".repeat(6)
            + "</p></article></body></html>",
        StandardCharsets.UTF_8);
    int status =
        run("analyze", "--extract-only", folder.resolve("missing").toString(), good.toString());
    String[] lines = out.toString().strip().split("\n");
    assertThat(status).isEqualTo(1);
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).contains("\"error\":\"no such file\"");
    assertThat(lines[1]).contains("\"title\":\"A title\"").contains("\"comments\":[]");
  }

  @Test
  void aPlainFileIsTheBodyUntouched() throws IOException {
    Path file = folder.resolve("plain.txt");
    Files.writeString(file, "One line.\nAnother \"line\".\n", StandardCharsets.UTF_8);
    assertThat(run("analyze", "--extract-only", "--plain", file.toString())).isZero();
    assertThat(out.toString()).contains("\"body\":\"One line.\\nAnother \\\"line\\\".\\n\"");
  }

  @Test
  void linesAreDocumentsOfTheirOwn() throws IOException {
    Path file = folder.resolve("lines.txt");
    Files.writeString(file, "One.\nTwo.\n", StandardCharsets.UTF_8);
    assertThat(run("analyze", "--extract-only", "--lines", file.toString())).isZero();
    assertThat(out.toString()).contains("\"line\":1").contains("\"line\":2");
  }

  @Test
  void anUnknownStageIsNamedWithThoseThatExist() {
    assertThat(run("run", "nonsense")).isNotZero();
    assertThat(err.toString()).contains("nonsense").contains("annotate");
  }

  @Test
  void theEnvironmentGivesWhatTheCommandLineDoesNot() {
    CommandLine line = Hearsay.commandLine(name -> name.equals("HEARSAY_PARTITIONS") ? "11" : null);
    CommandLine topics = Objects.requireNonNull(line.getSubcommands().get("topics"));
    line.parseArgs("topics");
    assertThat((Integer) topics.getCommandSpec().findOption("--partitions").getValue())
        .isEqualTo(11);
    line.parseArgs("topics", "--partitions", "3");
    assertThat((Integer) topics.getCommandSpec().findOption("--partitions").getValue())
        .isEqualTo(3);
  }

  @Test
  void aCatalogueFileIsCheckedEachProblemWithItsLine() throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        """
        entities:
          - {id: lakeland, name: Lakeland, type: COUNTRY}
          - {id: lakeville, name: Lakeville, type: PLACE, actsFor: lakelands}
        """,
        StandardCharsets.UTF_8);
    assertThat(run("catalogue", "check", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("own.yaml:3: there is no entity lakelands");
    assertThat(run("catalogue", "check")).isZero();
  }

  @Test
  void theCatalogueIsShownByNameInTheFormOfItsFiles() {
    assertThat(run("catalogue", "show", "kfor")).isZero();
    assertThat(out.toString()).contains("  - id: kfor\n").contains("type: \"MISSION\"");
    assertThat(run("catalogue", "show", "nobody-at-all")).isEqualTo(1);
  }
}
