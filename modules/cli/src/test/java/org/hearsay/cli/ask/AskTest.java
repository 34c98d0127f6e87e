package org.hearsay.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.cli.Said;
import org.hearsay.store.questions.Numbers;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.Questions;
import org.hearsay.store.tables.NameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask, on the samples. */
@ExtendWith(OneSampleStore.class)
class AskTest {
  private static final Path DOC = Path.of("../../docs/questions.md");

  /** What docs/questions.md shows of an answer. */
  private static final int LINES = 14;

  @TempDir static Path folder;
  private final OneSampleStore.Asked samples;

  AskTest(OneSampleStore.Asked samples) {
    this.samples = samples;
  }

  private Said ask(String... arguments) {
    return samples.ask(arguments);
  }

  /** Written anew where the property hearsay.write is set: read the difference, then commit it. */
  @Test
  void theQuestionsOfTheDocsAreThoseThatThereAreWithTheirAnswers() throws IOException {
    StringBuilder doc = new StringBuilder(Files.readString(DOC, StandardCharsets.UTF_8));
    int start = doc.indexOf("\n## ");
    doc.setLength(start < 0 ? doc.length() : start);
    for (Question question : Questions.builtIn()) {
      doc.append(section(question));
    }
    if (System.getProperty("hearsay.write") != null) {
      Files.writeString(DOC, doc, StandardCharsets.UTF_8);
    }
    assertThat(DOC).content(StandardCharsets.UTF_8).isEqualTo(doc.toString());
  }

  private String section(Question question) {
    List<String> command = new ArrayList<>(List.of("ask", question.name()));
    command.addAll(question.exampleWords());
    Said said = ask(command.toArray(String[]::new));
    assertThat(said.status()).as(said.err()).isZero();
    List<String> lines = said.out().lines().toList();
    assertThat(lines.get(lines.size() - 1)).as(question.name()).matches("\\(\\d+ rows?\\)");
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(LINES, lines.size() - 1)));
    if (shown.size() < lines.size() - 1) {
      shown.add("…");
    }
    shown.add(lines.get(lines.size() - 1));
    return "\n## "
        + question.title()
        + "\n\n"
        + (question.notes().isEmpty() ? "" : question.notes() + "\n\n")
        + "```\nbin/hearsay ask "
        + (question.name() + " " + question.example()).strip()
        + " --pages samples/pages\n\n"
        + String.join("\n", shown)
        + "\n```\n\n```sql\n"
        + question.sql()
        + "\n```\n";
  }

  @Test
  void everyQuestionHasAnAnswerOnTheSamples() {
    for (Question question : Questions.builtIn()) {
      // In the samples every page is read, and no two articles disagree.
      if (!Set.of("unread", "disputes").contains(question.name())) {
        List<String> command = new ArrayList<>(List.of("ask", question.name()));
        command.addAll(question.exampleWords());
        assertThat(ask(command.toArray(String[]::new)).out())
            .as(question.name())
            .doesNotContain("(0 rows)");
      }
    }
  }

  @Test
  void aNameThatNothingIsCalledByIsSaidWithNearNames() {
    Said said = ask("ask", "sources", "--about", "kfro");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err().lines().toList())
        .containsExactly(
            "hearsay: --about kfro: nothing that was read, and nothing in the catalogue, is called"
                + " so (did you mean KFOR?)");
    assertThat(ask("ask", "statements", "Arta Krelanj").err())
        .contains("SPEAKER Arta Krelanj", "did you mean Arta Krelani?");
  }

  @Test
  void anEmptyAnswerToAWrongNameIsTheRefusalAlone() {
    for (String format : List.of("table", "csv", "json")) {
      Said said = ask("ask", "sources", "--about", "kfro", "--format", format);
      assertThat(said.status()).isEqualTo(1);
      assertThat(said.out()).as(format).isEmpty();
    }
    assertThat(ask("query", "select 1 as one where false", "--format", "csv").out())
        .isEqualTo("one\r\n");
  }

  @Test
  void anOutletThatNoPageIsOfIsToldBeforeThePagesAreAnalysed() {
    String samples = SampleStore.SAMPLES.resolve("pages").toString();
    for (String question : List.of("relays", "copies", "loaded", "denials", "readers")) {
      Said said = Said.by("ask", question, "--outlet", "vardr", "--pages", samples);
      assertThat(said.status()).isEqualTo(1);
      assertThat(said.err().lines().toList())
          .as(question)
          .containsExactly(
              "hearsay: --outlet vardr: nothing that was read, and nothing in the catalogue, is"
                  + " called so (did you mean Vardar Observer?)");
    }
    assertThat(Said.by("ask", "voices", "vardr", "--pages", samples).err())
        .startsWith("hearsay: OUTLET vardr: ")
        .hasLineCount(1);
    assertThat(Said.by("ask", "changes", "vardr", "meridian", "--pages", samples).err())
        .startsWith("hearsay: COPY vardr: ")
        .hasLineCount(1);
  }

  @Test
  void anOutletThatThePageAloneNamesIsKnown() throws IOException {
    Path page = Files.createDirectory(folder.resolve("named")).resolve("page.html");
    Files.writeString(
        page,
        """
        <html><head><meta property="og:site_name" content="Harbour Gazette"></head><body>
        <article><h1>The bridge</h1><p>The bridge is closed until the spring, the town hall of Brod
        said on Monday, and nobody was told before.</p></article></body></html>
        """);
    Said said = Said.by("ask", "voices", "gazette", "--pages", page.toString());
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out()).contains("Harbour Gazette");
    assertThat(Said.by("ask", "voices", "harbuor", "--pages", page.toString()).err())
        .contains("did you mean Harbour Gazette?")
        .hasLineCount(1);
  }

  @Test
  void aPartOfAWordOfAColumnIsNone() {
    assertThat(ask("ask", "relays", "--owner", "stat").err())
        .contains("--owner stat: there are state, public", "did you mean state?");
    assertThat(ask("ask", "relays", "--owner", "NONSENSE").err())
        .contains("--owner NONSENSE: there are state, public")
        .doesNotContain("did you mean");
    assertThat(ask("ask", "relays", "--owner", "state", "--relay", "tass").status()).isZero();
  }

  @Test
  void aSlipInOneWordOfANameIsNearIt() {
    assertThat(ask("ask", "loaded", "--outlet", "balkn").err()).contains("Balkan Ledger");
  }

  @Test
  void aQuestionWithoutAWordThatItNeedsIsRefused() {
    for (Question question : Questions.builtIn()) {
      question.parameters().stream()
          .filter(word -> word.kind() == Question.Kind.WORD && word.fallback() == null)
          .findFirst()
          .ifPresent(
              word -> {
                Said said = ask("ask", question.name());
                assertThat(said.status()).as(question.name()).isEqualTo(2);
                assertThat(said.err())
                    .startsWith(
                        "hearsay: give " + word.name().toUpperCase(Locale.ROOT) + ": " + word.doc())
                    .hasLineCount(1);
                assertThat(ask("ask", question.name(), "--sql").status()).isZero();
              });
    }
  }

  @Test
  void whatIsNoNumberIsRefusedBeforeAnythingIsRead() {
    for (Question question : Questions.builtIn()) {
      for (Question.Parameter parameter : question.parameters()) {
        if (question.numbers(parameter) != Numbers.NONE) {
          String option = "--" + parameter.name().replace('_', '-');
          for (String wrong : List.of("x", "-1", "1.5", "")) {
            List<String> command = new ArrayList<>(List.of("ask", question.name()));
            question.parameters().stream()
                .filter(one -> one.kind() == Question.Kind.WORD)
                .forEach(word -> command.add("kfor"));
            command.add(option + "=" + wrong);
            command.addAll(List.of("--pages", "no-such-folder"));
            Said said = Said.by(command.toArray(String[]::new));
            assertThat(said.status()).as(command.toString()).isEqualTo(2);
            assertThat(said.err()).contains(option + " " + wrong + ": give a ").hasLineCount(1);
          }
        }
      }
    }
    assertThat(ask("ask", "copies", "--min-share", "0.5").status()).isZero();
  }

  @Test
  void aWordThatAnOptionDoesNotTakeIsRefusedBeforeAnythingIsRead() {
    List<String> refused = new ArrayList<>();
    for (Question question : Questions.builtIn()) {
      for (Question.Parameter parameter : question.parameters()) {
        if (!parameter.names().isEmpty() && parameter.names().stream().allMatch(NameKind::isWord)) {
          String option = "--" + parameter.name().replace('_', '-');
          Said said =
              Said.by("ask", question.name(), option, "nonsense", "--pages", "no-such-folder");
          assertThat(said.status()).as(question.name()).isEqualTo(2);
          assertThat(said.err()).contains(option + " nonsense: there are ").hasLineCount(1);
          refused.add(question.name() + " " + option);
        }
      }
    }
    assertThat(refused)
        .contains("relays --owner", "relays --type", "changes --what", "loaded --category");
    assertThat(ask("ask", "relays", "--owner", "STATE", "--type", "outlet").status()).isZero();
  }

  @Test
  void aDayIsShownWithoutATimeOfDay() {
    List<String> rows = ask("ask", "first", "minefields", "--width", "200").out().lines().toList();
    assertThat(rows)
        .filteredOn(row -> row.matches(".*  day +.*"))
        .isNotEmpty()
        .allMatch(row -> row.matches(".*  2026-01-\\d\\d +day +.*"));
    assertThat(rows).noneMatch(row -> row.contains("00:00:00"));
    assertThat(ask("ask", "first", "minefields", "--format", "csv").out())
        .as("for other programs all are times")
        .contains("T00:00:00.000Z,day,");
  }

  @Test
  void pagesThatCannotBeReadAreRowsAndTheStatus() throws IOException {
    Path pages = Files.createDirectory(folder.resolve("mixed"));
    Files.writeString(pages.resolve("good.txt"), "A title\n\nThe bridge is closed, KFOR said.\n");
    Path broken = Files.write(pages.resolve("broken.html"), new byte[] {0, 1, 2, 0});
    Said said = Said.by("ask", "unread", "--pages", pages.toString(), "--format", "csv");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("not read," + broken + ",not a page: binary data");
    assertThat(said.err()).contains(broken + ": not a page");
    Said counted =
        Said.by(
            "query",
            "select (select count(*) from articles) as articles, id, bytes from dead_letters",
            "--pages",
            pages.toString(),
            "--format",
            "csv");
    assertThat(counted.status()).isEqualTo(1);
    assertThat(counted.out().lines()).containsExactly("articles,id,bytes", "1," + broken + ",4");
  }

  @Test
  void theHelpNamesNoDefaultThatIsNothing() {
    assertThat(Said.by("ask", "changes", "--help").out())
        .contains("[COPY]")
        .doesNotContain("(default: )");
  }

  @Test
  void aKnownNameOfWhichNothingWasReadIsNoMistake() {
    Said said = ask("ask", "relays", "--relay", "tass");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out()).contains("(0 rows)");
  }

  @Test
  void aCopiedClaimPointsToTheSameClaimInTheArticleThatItWasCopiedFrom() {
    // The wire's quotation marks are straight ones.
    Said said =
        ask(
            "query",
            """
            select c.outletName || ' < ' || o.outletName as copied,
              regexp_replace(c.contentText, '[^A-Za-z0-9 ]', '', 'g')
                = regexp_replace(o.contentText, '[^A-Za-z0-9 ]', '', 'g') as sameWords,
              count(*) > 10 as many
            from claim_origins x
            join claims c on c.id = x.claimId
            join claims o on o.id = x.originClaimId
            join lineage l on l.articleId = c.articleId and l.originId = o.articleId
            where l.direction <> 'UNDECIDED' and x.articles > 2 and x.outlets > 2
              and c.outletName in ('Adriatic Courier', 'Causeway Dispatch')
            group by all order by 1
            """,
            "--format",
            "csv");
    assertThat(said.out().lines())
        .containsExactly(
            "copied,sameWords,many",
            "Adriatic Courier < Meridian Wire,true,true",
            "Causeway Dispatch < Adriatic Courier,true,true");
  }

  @Test
  void everyClaimOfAnArticleHasItsOriginOrNone() {
    Said said =
        ask(
            "query",
            """
            select count(*) = (select count(*) from claims where voice = 'OUTLET') as all_of_them,
              count(originClaimId) filter (clusterId is not null)
                = (select count(originClaimId) from cluster_reports) as copies,
              count(originClaimId) filter (clusterId is null) > 0 as copies_of_nobody,
              count_if(clusterId is null and (articles > 1 or outlets > 1)) as wrong
            from claim_origins
            """,
            "--format",
            "csv");
    assertThat(said.out().lines())
        .containsExactly("all_of_them,copies,copies_of_nobody,wrong", "true,true,true,0");
  }

  @Test
  void changesAreOfHeadlinesAndParagraphsToo() {
    Said said = ask("ask", "changes", "adriatic", "meridian", "--format", "csv", "--what", "title");
    assertThat(said.out().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Adriatic Courier,Meridian Wire,TITLE,Serbia asks KFOR")
        .contains("Serbia seeks to send 400");
    assertThat(ask("ask", "changes", "adriatic", "--what", "DROPPED", "--format", "csv").out())
        .contains("The Defence Ministry in Belgrade denied that", "DECLARED", "UNDECIDED");
    assertThat(ask("ask", "changes", "adriatic", "--what", "tilte").err())
        .contains("--what tilte: there are TITLE, ", "did you mean TITLE?");
  }

  @Test
  void aClusterOfClaimsSaysWhichReportsAreOfOneSource() {
    Said said =
        ask(
            "query",
            "select count(*) > 5 as some, count_if(sources <> independent) as wrong from (select"
                + " k.independent, count(distinct r.sourceArticleId) as sources from claim_clusters"
                + " k join cluster_reports r on r.clusterId = k.id group by k.id, k.independent)",
            "--format",
            "csv");
    assertThat(said.out().lines()).containsExactly("some,wrong", "true,0");
  }

  @Test
  void reportsAndEdgesSayHowExactlyTheirTimesAreKnownAsArticlesDo() {
    Said said =
        ask(
            "query",
            """
            select count_if(r.publishedPrecision <> a.publishedPrecision) as reports,
              count_if(r.publishedPrecision = 'DAY') > 0 as days,
              (select count_if(l.publishedPrecision <> c.publishedPrecision
                  or l.originPublishedPrecision <> o.publishedPrecision) from lineage l
                join articles c on c.id = l.articleId join articles o on o.id = l.originId) as edges,
              (select count(originPublishedPrecision) = count(*) from lineage) as all_edges
            from cluster_reports r join articles a on a.id = r.articleId
            """,
            "--format",
            "csv");
    assertThat(said.out().lines()).containsExactly("reports,days,edges,all_edges", "0,true,0,true");
  }

  @Test
  void sourcesThatCameLaterDoNotCountWithinDays() {
    String[] asked = {"ask", "sources", "--max-independent", "9", "--format", "csv"};
    List<String> all = ask(asked).out().lines().toList();
    List<String> early =
        ask(
                "ask",
                "sources",
                "--max-independent",
                "1",
                "--min-printed",
                "2",
                "--within",
                "1",
                "--format",
                "csv")
            .out()
            .lines()
            .toList();
    List<String> late =
        ask("ask", "sources", "--min-printed", "2", "--format", "csv").out().lines().toList();
    assertThat(all).hasSizeGreaterThan(early.size());
    assertThat(early).hasSizeGreaterThan(late.size());
  }

  @Test
  void pronounsThatStandForNobodyAreOneRowOfVoices() {
    List<String> rows = ask("ask", "voices", "ibar", "--format", "csv").out().lines().toList();
    assertThat(rows).filteredOn(row -> row.contains("(a pronoun)")).hasSize(1);
    assertThat(rows).noneMatch(row -> row.matches("(?i).*,(she|he|it|they|i),.*"));
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingIsRead() {
    assertThat(Said.by("query").err()).contains("--tables");
    assertThat(Said.by("query", "select 1", "--pages", "no-such-folder").err())
        .contains("no-such-folder: no such file or folder");
    assertThat(Said.by("query", "select 1", "--store", "none.duckdb").err())
        .contains("none.duckdb", "hearsay store --file none.duckdb");
    assertThat(Said.by("ask").err()).contains("relays").contains("hearsay ask --help");
  }
}
