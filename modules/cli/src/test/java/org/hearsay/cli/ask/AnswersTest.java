package org.hearsay.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.cli.Said;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.serving.QueryClient;
import org.hearsay.store.serving.QueryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How answers are given: forms, files, statements of one's own. */
@ExtendWith(OneSampleStore.class)
class AnswersTest {
  @TempDir static Path folder;
  private final OneSampleStore.Asked samples;

  AnswersTest(OneSampleStore.Asked samples) {
    this.samples = samples;
  }

  private Said ask(String... arguments) {
    return samples.ask(arguments);
  }

  @Test
  void theEndingOfAFileSaysInWhichFormTheAnswerIs() throws IOException {
    String question = "select 1 as one";
    Map<String, String> wanted =
        Map.of("a.csv", "one\r\n1\r\n", "a.JSON", "{\"one\":1}\n", "a.ndjson", "{\"one\":1}\n");
    for (Map.Entry<String, String> file : wanted.entrySet()) {
      Path out = folder.resolve(file.getKey());
      assertThat(ask("query", question, "--out", out.toString()).status()).isZero();
      assertThat(out).hasContent(file.getValue().replace("\r\n", "\n"));
    }
    Path columns = folder.resolve("ending.parquet");
    assertThat(ask("query", question, "--out", columns.toString()).status()).isZero();
    assertThat(ask("query", "from '" + columns + "'", "--format", "csv").out())
        .isEqualTo("one\r\n1\r\n");
    Path text = folder.resolve("ending.txt");
    assertThat(ask("query", question, "--out", text.toString()).status()).isZero();
    assertThat(text).content().contains("(1 row)");
    assertThat(ask("query", question, "--out", text.toString()).err())
        .isEqualTo("hearsay: 1 row in " + text + "\n");
    Said contradicting =
        ask("query", question, "--format", "csv", "--out", folder.resolve("b.json").toString());
    assertThat(contradicting.status()).isEqualTo(1);
    assertThat(contradicting.err())
        .contains("--format csv contradicts --out ", "b.json, whose ending says json")
        .hasLineCount(1);
    assertThat(folder.resolve("b.json")).doesNotExist();
  }

  @Test
  void foldersOfTheAnswersFileAreMadeAsThoseOfAStoreAre() {
    for (String name : List.of("new/a.csv", "new/deep/a.parquet")) {
      Path out = folder.resolve(name);
      Said said = ask("query", "select 1 as one", "--out", out.toString());
      assertThat(said.status()).as(said.err()).isZero();
      assertThat(out).isNotEmptyFile();
    }
  }

  @Test
  void csvIsAsRfc4180WantsIt() {
    Said said =
        ask("query", "select 'a, \"b\"' as x, null as y, 1.5::double as z", "--format", "csv");
    assertThat(said.out()).isEqualTo("x,y,z\r\n\"a, \"\"b\"\"\",,1.5\r\n");
  }

  @Test
  void jsonIsAnObjectALineWithTimesInIso8601() throws IOException {
    Said said =
        ask(
            "query",
            "select timestamp '2026-01-12 10:15:00' as t, [1, 2] as l, {'a': 'b'} as s, null as n",
            "--format",
            "json");
    Map<String, Object> row = new HashMap<>();
    row.put("t", "2026-01-12T10:15:00.000Z");
    row.put("l", List.of(1, 2));
    row.put("s", Map.of("a", "b"));
    row.put("n", null);
    Object read = new ObjectMapper().readValue(said.out(), Object.class);
    assertThat(read).isEqualTo(row);
  }

  @Test
  void parquetGoesToAFileAndIsRefusedWithoutOne() {
    Path out = folder.resolve("claims.parquet");
    assertThat(ask("query", "select * from claims", "--format", "parquet").err())
        .contains("--format parquet needs --out");
    Said said =
        ask("query", "select * from claims", "--format", "parquet", "--out", out.toString());
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(ask("query", "select count(*) > 100 as many from '" + out + "'").out())
        .contains("true");
  }

  @Test
  void anExportIsAFolderATableAndAFolderADay() {
    Path out = folder.resolve("export");
    Said said = ask("export", out.toString());
    assertThat(said.status()).as(said.err()).isZero();
    for (String table : List.of("claims", "chain_links", "framing_terms", "lineage", "articles")) {
      String id = table.equals("articles") ? "t.id" : "t.articleId";
      assertThat(
              ask(
                      "query",
                      "select count(*) = (select count(*) from %s) as whole, count(distinct day) > 3 as days,"
                              .formatted(table)
                          + " count_if(day <> coalesce(a.publishedAt, a.recordedAt)::date) as wrong"
                          + " from read_parquet('%s/%s/*/*.parquet', hive_partitioning = true) t join articles a on a.id = %s"
                              .formatted(out, table, id),
                      "--format",
                      "csv")
                  .out()
                  .lines())
          .as(table)
          .containsExactly("whole,days,wrong", "true,true,0");
    }
    assertThat(out.resolve("claims/day=2026-02-01/rows.parquet"))
        .as("of an article that does not say when it was published: when its file was written")
        .isRegularFile();
    assertThat(said.err()).contains(" of 1 day\n").doesNotContain("of 1 days");
    assertThat(out.resolve("dead_letters")).as("of a table without rows").doesNotExist();
    assertThat(said.err()).contains("dead_letters: no rows, so no folder\n");
    assertThat(ask("export", out.toString()).err()).contains("is not empty");
  }

  @Test
  void aQueryIsAnsweredAsATable() {
    Said said = ask("query", "select speakerName, count(*) as claims from claims group by 1");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("speakerName", "Arta Krelani");
  }

  @Test
  void aStatementMayComeFromAFileWithParameters() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("question.sql"), "select count(*) as n from claims where form = $form");
    Said said = ask("query", "--file", file.toString(), "--parameter", "form=DIRECT");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(ask("query", "--file", file.toString()).err())
        .contains("$form", "--parameter form=");
  }

  @Test
  void theLastLineSaysWhatIsWrongInAStatement() {
    Said said = ask("query", "select speker from claims");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err().lines().toList().get(2))
        .startsWith("hearsay: line 1, column 8: ")
        .contains("speker");
  }

  @Test
  void whatIsWrongInAStatementIsShownInItsPlace() throws IOException {
    Said said =
        ask(
            "query",
            "select id\nfrom claims\nwhere form = $theForm and šta = 'ü' and outletId = $outlet",
            "--parameter",
            "theForm=DIRECT",
            "--parameter",
            "outlet=rt");
    assertThat(said.err().lines().toList())
        .hasSize(3)
        .startsWith(
            "where form = $theForm and šta = 'ü' and outletId = $outlet",
            "                          ^")
        .last()
        .asString()
        .startsWith("hearsay: line 3, column 27: Binder Error: ")
        .contains("šta");

    Path file =
        Files.writeString(
            folder.resolve("wrong.sql"), "-- a question\nselect 'é',\n  speker\nfrom claims\n");
    List<String> lines = ask("query", "--file", file.toString()).err().lines().toList();
    assertThat(lines).startsWith("  speker", "  ^").hasSize(3);
    assertThat(lines.get(2)).startsWith("hearsay: " + file + ", line 3, column 3: ");
    assertThat(
            ask("query", "--file", file.toString(), "--out", folder.resolve("x.parquet").toString())
                .err())
        .contains(file + ", line 3, column 3: ");
  }

  @Test
  void thePlaceInALongLineIsShownInTheMiddle() {
    String blanks = " ".repeat(300);
    List<String> lines =
        ask("query", "select 1," + blanks + "speker, " + blanks + "2 from claims", "--width", "60")
            .err()
            .lines()
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).hasSizeLessThanOrEqualTo(60).contains("speker");
    assertThat(lines.get(1).indexOf('^')).isEqualTo(lines.get(0).indexOf("speker"));
    assertThat(lines.get(2)).startsWith("hearsay: line 1, column 310: ");
  }

  @Test
  void aStatementThatCannotBeParsedIsShownInItsPlaceToo() {
    Said said = ask("query", "select $a, id fro m claims", "--parameter", "a=1");
    assertThat(said.err())
        .startsWith("select $a, id fro m claims\n")
        .contains("hearsay: line 1, column ");
    assertThat(said.err().lines().toList().get(1).indexOf('^')).isGreaterThan(10);
  }

  @Test
  void moreColumnsThanHaveRoomAreShownOneBelowTheOther() {
    Said said = ask("query", "select * from claims limit 3");
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(said.out()).contains("(row 1)", "(row 3)", "contentText: ", "(3 rows)");
    Said narrow = ask("query", "select id, title from articles", "--width", "30");
    assertThat(narrow.out().lines()).allMatch(line -> line.length() <= 30);
    assertThat(
            ask("query", "select 1 as aHeadingThatIsLongerThanTheWidth", "--width", "20")
                .out()
                .lines())
        .allMatch(line -> line.length() <= 20);
  }

  @Test
  void aPartOfANameBeginsWhereAWordDoes() {
    assertThat(
            ask(
                    "query",
                    """
                    select is_called('x', 'Albin Kurti', 'rt') as inside,
                      is_called('x', 'Albin Kurti', 'kur') as begins,
                      is_called('x', 'RT en français', 'rt') as first,
                      is_called('x', 'Mirjana Stepić-Jovanović', 'jovanovic') as hyphen,
                      is_called('x', 'The “Wire”', 'wire') as quoted,
                      is_called('x', 'a+b (c', '(c') as escaped,
                      is_called('rt', null, 'rt') as id, is_called('x', null, 'rt') as nothing
                    """,
                    "--format",
                    "csv")
                .out()
                .lines()
                .toList()
                .get(1))
        .isEqualTo("false,true,true,true,true,true,true,false");
  }

  @Test
  void aStoreThatAnotherProcessKeepsIsAskedThere() throws IOException {
    // Its own: others read the samples' meanwhile, and DuckDB lets a process do one or the other.
    Path file = Files.copy(samples.store(), folder.resolve("kept.duckdb"));
    try (QueryStore held = QueryStore.open(file, Limits.standard());
        QueryServer server = QueryServer.start(held, file)) {
      assertThat(server.socket()).exists();
      // This process has the file, too, so that DuckDB would let it in: the socket is asked itself.
      try (QueryClient client = new QueryClient(file)) {
        CsvSink sink = new CsvSink(new PrintWriter(new StringWriter()));
        assertThat(client.run("select * from claims", Map.of(), sink)).isGreaterThan(100);
      }
    }
  }

  @Test
  void whoAsksWithoutABrokerIsToldOfPagesAndStores() {
    Said said =
        Said.by(
            "query",
            "select 1",
            "--bootstrap-servers",
            "localhost:1",
            "--set",
            "default.api.timeout.ms=500",
            "--set",
            "request.timeout.ms=500");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err().lines().toList())
        .last()
        .asString()
        .contains("no Kafka broker answers at localhost:1", "--pages FOLDER", "--store FILE");
  }

  @Test
  void theTablesAreTold() {
    Said said = Said.by("query", "--tables");
    assertThat(said.out())
        .contains("claims: One claim", "contentText VARCHAR", "is_called", "claim_entities");
  }
}
