package org.hearsay.store.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.hearsay.store.Limits;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.Records;
import org.hearsay.store.Rows;
import org.hearsay.store.StoreException;
import org.hearsay.store.tables.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryServerTest {
  @TempDir Path folder;
  private Path file;
  private QueryStore store;
  private QueryServer server;

  @BeforeEach
  void start() {
    file = folder.resolve("news.duckdb");
    store = QueryStore.open(file, Limits.standard());
    Batch batch = store.batch();
    batch.add(Records.article("a1", "Road opens"), Records.AT);
    batch.add(Records.claim("c1", "the road is open"), Records.AT);
    store.write(batch, Map.of());
    server = QueryServer.start(store, file);
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  @Test
  void anotherProcessGetsRowsAsIfItHadTheStore() {
    try (QueryClient client = new QueryClient(file)) {
      Rows rows = new Rows();
      long count =
          client.run(
              "select id, hops, content, articles.publishedAt from claims join articles using (id)"
                  + " right join (select $x as id) using (id)",
              Map.of("x", "c9"),
              rows);
      assertThat(count).isEqualTo(1);
      assertThat(rows.names()).containsExactly("id", "hops", "content", "publishedAt");

      Rows claims = new Rows();
      client.run("select id, hops, content from claims", Map.of(), claims);
      assertThat(claims.rows())
          .containsExactly(
              List.of(
                  "c1", 0, List.of(Map.of("start", 0, "end", 4), Map.of("start", 6, "end", 9))));
    }
  }

  @Test
  void timesComeAsTimes() {
    String sql =
        "select publishedAt, publishedAt::date as day, [publishedAt] as list, {'at': publishedAt}"
            + " as item from articles";
    Rows here = new Rows();
    Rows there = new Rows();
    try (QuerySession session = store.session();
        QueryClient client = new QueryClient(file)) {
      session.run(sql, Map.of(), here);
      client.run(sql, Map.of(), there);
    }
    assertThat(there.rows()).isEqualTo(here.rows());
    assertThat(there.rows().get(0).get(0)).isEqualTo(LocalDateTime.of(2024, 1, 12, 10, 15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop view claim_origins",
        "delete from articles",
        "select 1; drop table claims",
        "/* why */ create table foo (a int)",
        "set threads = 1",
        "attach ':memory:' as other",
        "copy claims to 'claims.csv'",
        "with one as (select 1 as id) insert into outlets (id) select id from one",
        "explain analyze delete from claims",
        ""
      })
  void whatIsNoQuestionIsRefusedAndChangesNothing(String sql) {
    try (QueryClient client = new QueryClient(file)) {
      assertThatThrownBy(() -> client.run(sql, Map.of(), new Rows()))
          .isInstanceOf(StoreException.class)
          .hasMessageMatching("(?s).*(?:only read|one statement|read-only|Only SELECT).*");
      Rows rows = new Rows();
      client.run(
          "-- one; statement\n(select count(*), (select count(*) from claim_origins), ';' from"
              + " articles);",
          Map.of(),
          rows);
      assertThat(rows.rows()).containsExactly(List.of(1, 1, ";"));
    }
  }

  @Test
  void whatIsWrongWithAStatementIsToldToWhoAsked() {
    try (QueryClient client = new QueryClient(file)) {
      assertThatThrownBy(() -> client.run("select nothing from claims", Map.of(), new Rows()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("nothing");
      Rows rows = new Rows();
      client.run("select count(*) from articles", Map.of(), rows);
      assertThat(rows.rows()).containsExactly(List.of(1));
    }
  }

  @Test
  void aParquetFileIsWrittenWhereTheAskerSays() {
    Path out = folder.resolve("answer.parquet");
    try (QueryClient client = new QueryClient(file)) {
      assertThat(client.writeParquet("select * from articles", Map.of(), out)).isEqualTo(1);
    }
    assertThat(out).isRegularFile();
  }

  @Test
  void whatIsWrittenMeanwhileIsSeenByTheNextQuestion() {
    try (QueryClient client = new QueryClient(file)) {
      Batch batch = store.batch();
      batch.add(Records.article("a2", "Bridge shut"), Records.AT);
      store.write(batch, Map.of());
      Rows rows = new Rows();
      client.run("select id from articles order by id", Map.of(), rows);
      assertThat(rows.rows()).containsExactly(List.of("a1"), List.of("a2"));
    }
  }

  @Test
  void onlyItsUserMayAsk() throws Exception {
    assertThat(Files.getPosixFilePermissions(server.socket()))
        .containsExactlyInAnyOrder(
            java.nio.file.attribute.PosixFilePermission.OWNER_READ,
            java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void withoutAProcessThatAnswersItIsSaidWhatToDo() {
    server.close();
    assertThatThrownBy(() -> new QueryClient(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("news.duckdb");
  }
}
