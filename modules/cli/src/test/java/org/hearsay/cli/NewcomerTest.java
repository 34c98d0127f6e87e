package org.hearsay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.cli.options.NumberRanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What somebody is told who does not know the command line yet. */
class NewcomerTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  /** Runs what has to fail; the one line that is said of it. */
  private String refused(String... arguments) {
    err.getBuffer().setLength(0);
    assertThat(run(arguments)).as("%s", List.of(arguments)).isNotZero();
    assertThat(err.toString().lines()).as("%s", err).hasSize(1);
    return err.toString().strip();
  }

  @Test
  void aMisspeltCommandIsRefusedWithTheNearestOneAlsoWhereHelpIsAskedFor() {
    assertThat(refused("analize")).contains("no command analize").contains("analyze?");
    assertThat(refused("analize", "--help")).contains("no command analize").contains("analyze?");
    assertThat(refused("catalogue", "shw", "--help")).contains("catalogue shw").contains("show?");
    assertThat(refused("wach", "claims")).contains("watch?");
    assertThat(refused("evaluate", "/home/me/gold.jsonl"))
        .startsWith("hearsay: say which command before /home/me/gold.jsonl: claims;");
    assertThat(refused("help", "analze")).contains("no command analze").contains("analyze?");
    assertThat(refused("help", "catalogue", "shw")).contains("catalogue shw").contains("show?");
    assertThat(run("topics", "cretae")).isEqualTo(2);
    assertThat(run("help", "topics", "cretae")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(run("help", "catalogue", "show")).isZero();
    assertThat(out.toString()).startsWith("Usage: hearsay catalogue show");
  }

  @Test
  void aMisspeltOptionStageOrTopicIsRefusedWithTheNearestOne() {
    assertThat(refused("analyze", "--treads", "3", "page.html")).contains("--threads?");
    assertThat(refused("run", "anotate")).contains("annotate?");
    assertThat(refused("watch", "clams")).contains("claims?");
  }

  @Test
  void aMisspeltValueIsRefusedWithTheNearestOneAndADurationWithHowItIsWritten() {
    assertThat(refused("analyze", "--format", "tabel", "page.html")).contains("table?");
    assertThat(refused("topics", "creat", "--help")).contains("did you mean create?");
    assertThat(refused("topics", "cretae"))
        .contains("ACTION cretae: there are create, describe (did you mean create?)");
    assertThat(refused("watch", "clams"))
        .contains("did you mean claims?", "there are hearsay.pages, hearsay.articles");
    assertThat(refused("run", "--window", "3 days"))
        .contains("--window")
        .contains("P1D for a day")
        .doesNotContain("java.");
  }

  @Test
  void theHelpHasTheCommandsInTheOrderOfTheReadme() throws IOException {
    run("--help");
    String readme = Files.readString(Path.of("../../README.md"));
    List<String> shown =
        Pattern.compile("^  ([a-z-]+) {2,}", Pattern.MULTILINE)
            .matcher(out.toString())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Hearsay.commandLine(Map.of(), () -> false).getSubcommands().keySet());
    List<String> told =
        Pattern.compile("^bin/hearsay ([a-z-]+)", Pattern.MULTILINE)
            .matcher(readme)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(shown.stream().filter(told::contains)).containsExactlyElementsOf(told);
  }

  @Test
  void aNumberThatAnOptionDoesNotTakeIsRefusedWhateverTheCommand() {
    for (List<String> command :
        List.of(
            List.of("run"),
            List.of("analyze", "page.html"),
            List.of("clusters", "page.html"),
            List.of("query", "select 1"),
            List.of("ask", "relays"))) {
      List<String> arguments = new java.util.ArrayList<>(command);
      arguments.addAll(List.of("--threads", "-3"));
      assertThat(refused(arguments.toArray(String[]::new))).contains("--threads -3: give 1 to");
    }
    assertThat(refused("watch", "claims", "--max", "-1")).contains("--max -1: give at least 1");
    assertThat(refused("topics", "create", "--partitions", "0")).contains("give at least 1");
  }

  @Test
  void everyOptionThatIsANumberHasARange() {
    assertRanges(Hearsay.commandLine(Map.of(), () -> false));
  }

  private static void assertRanges(CommandLine command) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      Class<?> type = option.type();
      boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
      if (number && type != boolean.class) {
        assertThat(NumberRanges.knows(option))
            .as("%s %s", command.getCommandName(), option.longestName())
            .isTrue();
      }
    }
    command.getSubcommands().values().forEach(NewcomerTest::assertRanges);
  }

  @Test
  void whatIsWrongWithAFileOfOnesOwnIsOneLineWithItsName() throws IOException {
    Path catalogue = folder.resolve("own.yaml");
    Files.writeString(catalogue, "entities:\n  - {id: foo, name: Foo\n");
    Path page = Files.writeString(folder.resolve("page.txt"), "A page.");
    assertThat(refused("analyze", "--catalogue", catalogue.toString(), page.toString()))
        .contains("own.yaml:3: not YAML");
    Files.write(catalogue, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertThat(refused("catalogue", "check", catalogue.toString()))
        .contains("own.yaml")
        .contains("no text in UTF-8");
    String lexicon = folder.resolve("terms.txt").toString();
    assertThat(refused("analyze", "--lexicon", lexicon, page.toString()))
        .contains("terms.txt: no such file")
        .doesNotContain("Exception");
    assertThat(refused("evaluate", "claims", "--gold", folder.resolve("no.jsonl").toString()))
        .contains("no.jsonl: no such file");
  }

  @Test
  void aSamplesFolderIsCheckedBeforeAnythingStarts() throws IOException {
    assertThat(refused("demo", "--samples", folder.toString()))
        .contains("pages.tsv: no such file")
        .contains("--samples");
    Files.writeString(folder.resolve("pages.tsv"), "page.html\thttp://a.example\ttext/html\n");
    assertThat(refused("demo", "--samples", folder.toString()))
        .contains("pages.tsv:1")
        .contains("content-type");
    Files.writeString(
        folder.resolve("pages.tsv"), "file\turl\tcontent-type\ngone.html\thttp://a.example\tx\n");
    assertThat(refused("demo", "--samples", folder.toString()))
        .contains("pages.tsv:2")
        .contains("gone.html: no such file");
  }

  @Test
  void aWrongStatementIsToldBeforeAnyPageIsRead() throws IOException {
    Path page = Files.writeString(folder.resolve("page.txt"), "A page of fiction.");
    String[] asked = {"query", "--pages", page.toString(), "select speker from claims"};
    assertThat(run(asked)).isEqualTo(1);
    assertThat(err.toString().lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("hearsay: line 1, column 8: Binder Error: ")
        .contains("speker");
    String[] without = {"query", "--pages", page.toString(), "select $outlet"};
    assertThat(refused(without)).contains("--parameter outlet=");
    assertThat(refused("query", "--pages", page.toString(), "drop table claims"))
        .contains("the tables are only read");
  }

  @Test
  void inputsThatAreMissingAreToldAndNoModelIsLoadedForThem() throws IOException {
    assertThat(refused("analyze", folder.resolve("missing.html").toString()))
        .contains("missing.html: no such file");
    assertThat(out.toString()).contains("\"error\":\"no such file\"");
    assertThat(refused("analyze", "--extract-only", folder.resolve("missing.html").toString()))
        .contains("missing.html: no such file");
    assertThat(refused("clusters", folder.resolve("gone.html").toString()))
        .contains("gone.html: no such file");
    String file = Files.createFile(folder.resolve("file")).toString();
    assertThat(refused("query", "--out", file + "/new/a.csv", "select 1"))
        .contains("a.csv: cannot be written: " + file + " is no folder");
    assertThat(refused("export", "--pages", file, file + "/new"))
        .contains("/new: cannot be written: " + file + " is no folder");
  }
}
