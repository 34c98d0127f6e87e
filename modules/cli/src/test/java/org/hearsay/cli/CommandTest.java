package org.hearsay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.cli.options.ClusterOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(environment, () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : Hearsay.commandLine(environment, () -> false).getSubcommands().keySet()) {
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

  /** Two pages of fiction; the second says that it appeared two days later. */
  private List<String> originAndCopy() throws IOException {
    String body =
        """
        The bridge over the Drava will stay closed until spring, the regional road office announced
        on Monday after engineers found cracks in two of its pillars and one of its bearings.

        Traffic will be led over the old ferry road, which is narrow and floods after heavy rain, and
        lorries above seven tonnes will have to go round by the valley of the Mur.

        Farmers on the northern bank fear for their harvest. A meeting of the councils has been
        called for Thursday evening in the school of Brod.
        """;
    Path origin = folder.resolve("origin.txt");
    Path copy = folder.resolve("copy.txt");
    Files.writeString(
        origin, "Bridge closed until spring\n\n12 January 2026\n\n" + body, StandardCharsets.UTF_8);
    Files.writeString(
        copy,
        "Bridge shut for months\n\n14 January 2026\n\n" + body.replace("announced", "said"),
        StandardCharsets.UTF_8);
    return List.of(origin.toString(), copy.toString());
  }

  @Test
  void theCopyGraphGoesByTheTimesOfPublicationWhateverTheOrderOfFiles() throws IOException {
    List<String> files = originAndCopy();
    assertThat(run("lineage", files.get(0), files.get(1))).isZero();
    String told = out.toString();
    assertThat(told).contains("direction PUBLISHED");
    assertThat(told.indexOf("copy.txt")).isLessThan(told.indexOf("origin.txt"));
    out.getBuffer().setLength(0);
    assertThat(run("lineage", files.get(1), files.get(0))).isZero();
    assertThat(out.toString()).isEqualTo(told);
  }

  @Test
  void aPageThatCannotBeReadIsNamedAndTheOthersAreStillCompared() throws IOException {
    List<String> files = originAndCopy();
    String missing = folder.resolve("missing.html").toString();
    assertThat(run("lineage", files.get(0), missing, files.get(1))).isEqualTo(1);
    assertThat(out.toString()).contains("direction PUBLISHED").contains("2 pages, 1 edge");
    assertThat(err.toString()).contains("missing.html: no such file");
  }

  @Test
  void aFolderStandsForTheFilesInItAndAFileNamedTwiceIsReadOnce() throws IOException {
    List<String> files = originAndCopy();
    assertThat(run("lineage", folder.toString(), files.get(0))).isZero();
    assertThat(out.toString()).contains("direction PUBLISHED").contains("2 pages, 1 edge");
    out.getBuffer().setLength(0);
    assertThat(run("analyze", "--extract-only", folder.toString())).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("copy.txt").contains("Bridge shut for months"),
            line -> assertThat(line).contains("origin.txt").contains("Bridge closed until spring"));
  }

  @Test
  void stagesAreNotStartedWithLessMemoryThanAStoreWrites() {
    assertThat(run("run", "--store-memory", "8")).isEqualTo(1);
    assertThat(err.toString()).contains("--store-memory 8: give at least 64 MB");
  }

  @Test
  void anEmptyFolderIsSaidToBeEmpty() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("lineage", empty.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("empty: no file in this folder");
  }

  @Test
  void theSamePageInTwoFilesIsSaidToBeTheSameArticle() throws IOException {
    List<String> files = originAndCopy();
    Path again = folder.resolve("again.txt");
    Files.copy(Path.of(files.get(0)), again);
    assertThat(run("lineage", files.get(0), again.toString())).isZero();
    assertThat(out.toString()).contains("again.txt\n  is the same article as").contains("0 edges");
  }

  @Test
  void theCopyGraphAsJsonSaysWhatWasChangedAndWhere() throws IOException {
    List<String> files = originAndCopy();
    assertThat(run("lineage", "--format", "json", files.get(0), files.get(1))).isZero();
    assertThat(out.toString())
        .contains("\"title\":\"Bridge shut for months\"")
        .contains("\"text\":\"said\"")
        .contains("\"originText\":\"announced\"")
        .contains("\"dropped\":[]");
  }

  @Test
  void aCopyComparedWithItsOriginShowsWhatWasChanged() throws IOException {
    List<String> files = originAndCopy();
    assertThat(run("compare", files.get(0), files.get(1))).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("direction PUBLISHED")
        .contains("“Bridge closed until spring” > “Bridge shut for months”")
        .contains("“announced” > “said”");
  }

  @Test
  void whatACopyAddedAndDroppedIsShownWholeAndWrapped() throws IOException {
    List<String> files = originAndCopy();
    String dropped =
        "The ferry itself was sold in the autumn to a company on the coast, which has promised to"
            + " bring it back for the months of the repair, and has not said at what price.";
    String added =
        "Whoever has to cross before then may ask for a permit at the town hall of Brod, where two"
            + " clerks have been set to work on nothing else since the announcement was made.";
    Path origin = Path.of(files.get(0));
    Path copy = Path.of(files.get(1));
    Files.writeString(origin, Files.readString(origin) + "\n" + dropped + "\n");
    Files.writeString(copy, Files.readString(copy) + "\n" + added + "\n");
    assertThat(run("compare", files.get(0), files.get(1))).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("dropped " + dropped)
        .contains("added " + added);
    assertThat(lines)
        .filteredOn(line -> !line.contains(folder.toString()))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(lines.get(lines.indexOf(lineWith(lines, "dropped ")) + 1)).matches(" {8}\\S.*");
    out.getBuffer().setLength(0);
    assertThat(run("lineage", files.get(0), files.get(1))).isZero();
    assertThat(out.toString().lines())
        .filteredOn(line -> !line.contains(folder.toString()))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  private static String lineWith(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
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
  void resultsComeInTheOrderOfTheInputsWhateverTheThreadsDo() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("analyze", "--plain", "--extract-only"));
    Collections.addAll(arguments, "--threads", "4");
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // Large and small by turns: the small ones are done first.
      Path file = folder.resolve(i + ".txt");
      Files.writeString(file, "Body " + i + ".\n" + "Words. ".repeat(i % 3 == 0 ? 60_000 : 1));
      arguments.add(file.toString());
      titles.add("\"body\":\"Body " + i + ".\\n");
    }
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSameSizeAs(titles);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).contains(titles.get(i));
    }
  }

  @Test
  void anOptionIsTakenFromTheCommandThenTheEnvironmentThenTheFile() throws IOException {
    assertThat(partitions()).as("as many as the topics have").isNull();
    Path file = folder.resolve("my.properties");
    Files.writeString(file, "partitions=7\n");
    environment.put("HEARSAY_CONFIG", file.toString());
    assertThat(partitions()).isEqualTo(7);
    environment.put("HEARSAY_PARTITIONS", "11");
    assertThat(partitions()).isEqualTo(11);
    assertThat(partitions("--partitions", "3")).isEqualTo(3);
  }

  @Test
  void aPassedSettingIsTakenFromTheCommandThenTheEnvironmentThenTheFile() throws IOException {
    Path file = folder.resolve("my.properties");
    Files.writeString(
        file, "set.security.protocol=SSL\nset.ssl.protocol=TLSv1.3\nset.linger.ms=1\n");
    environment.put("HEARSAY_CONFIG", file.toString());
    environment.put("HEARSAY_SET_SECURITY_PROTOCOL", "SASL_SSL");
    environment.put("HEARSAY_SET_LINGER_MS", "2");
    assertThat(settings("--set", "linger.ms=3", "--set", "sasl.jaas.config=a b=\"c,d\";"))
        .containsEntry("ssl.protocol", "TLSv1.3")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("linger.ms", "3")
        .containsEntry("sasl.jaas.config", "a b=\"c,d\";")
        .containsEntry("bootstrap.servers", "localhost:9092");
  }

  @Test
  void aPassedSettingThatWasMistypedIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> settings("--set", "consumer.max.pol.records=3"))
        .hasMessageContaining("consumer.max.pol.records")
        .hasMessageContaining("did you mean max.poll.records?");
    environment.put("HEARSAY_SET_HEARSAY_COMPATIBILTY", "NONE");
    assertThatThrownBy(this::settings).hasMessageContaining("hearsay.compatibility");
  }

  @Test
  void settingsOfTopicsTlsHeadersAndClassesOfTheUsersOwnArePassedOn() {
    assertThat(
            settings(
                "--set",
                "topic.segment.ms=1",
                "--set",
                "schema.registry.ssl.truststore.location=t",
                "--set",
                "request.header.X-Team=desk",
                "--set",
                "main.consumer.max.poll.records=5",
                "--set",
                "desk.interceptor.colour=red"))
        .containsKeys("topic.segment.ms", "request.header.X-Team", "main.consumer.max.poll.records")
        .containsEntry("desk.interceptor.colour", "red");
    assertThat(err.toString())
        .contains("the setting desk.interceptor.colour is none of Kafka's")
        .hasLineCount(1);
  }

  @Test
  void aSettingsFileThatIsMissingOrHasAnUnknownKeyIsNamed() throws IOException {
    Path file = folder.resolve("my.properties");
    environment.put("HEARSAY_CONFIG", file.toString());
    assertThatThrownBy(() -> run("topics")).hasMessageContaining("my.properties");
    Files.writeString(file, "bootstrap.servers=broker:9092\n");
    assertThatThrownBy(() -> run("topics"))
        .hasMessageContaining("my.properties")
        .hasMessageContaining("set.bootstrap.servers")
        .hasMessageContaining("bootstrap-servers");
  }

  @Test
  void aFilterThatTheTopicCannotHaveIsRefused() {
    assertThat(run("watch", "articles", "--speaker", "kurti")).isEqualTo(1);
    assertThat(err.toString()).contains("--speaker").contains("hearsay.articles");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsNamedWithTheSetting() {
    String[] settings = {
      "--bootstrap-servers",
      "127.0.0.1:1",
      "--set",
      "default.api.timeout.ms=300",
      "--set",
      "request.timeout.ms=200"
    };
    for (List<String> command :
        List.of(
            List.of("topics", "create"),
            List.of("run", "--no-create-topics"),
            List.of("run"),
            List.of("watch", "claims"),
            List.of("ingest", folder.toString()))) {
      err.getBuffer().setLength(0);
      List<String> arguments = new ArrayList<>(command);
      Collections.addAll(arguments, settings);
      assertThat(run(arguments.toArray(String[]::new)))
          .as("%s", command)
          .isEqualTo(command.get(0).equals("run") ? 3 : 1);
      assertThat(err.toString())
          .as("%s", command)
          .contains("127.0.0.1:1", "--bootstrap-servers")
          .doesNotContain("\tat ");
    }
  }

  private @Nullable Integer partitions(String... arguments) {
    CommandLine topics = parsed(arguments);
    return topics.getCommandSpec().findOption("--partitions").getValue();
  }

  private Map<String, Object> settings(String... arguments) {
    CommandSpec cluster =
        Objects.requireNonNull(parsed(arguments).getCommandSpec().mixins().get("cluster"));
    return ((ClusterOptions) cluster.userObject()).client();
  }

  private CommandLine parsed(String... arguments) {
    CommandLine line = Hearsay.commandLine(environment, () -> false);
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("topics"));
    Collections.addAll(all, arguments);
    line.parseArgs(all.toArray(String[]::new));
    return Objects.requireNonNull(line.getSubcommands().get("topics"));
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
