package org.hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.Outlet;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStoreTest {
  private static void write(QueryStore store, IndexedRecord... records) {
    Batch batch = store.batch();
    for (IndexedRecord record : records) {
      batch.add(record, Records.AT);
    }
    store.write(batch, Map.of());
  }

  @Test
  void aRecordIsARowWithItsFieldsUnderTheirNames() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.article("a1", "Road opens"));

      assertThat(
              Rows.of(store, "select id, outletId, title, publishedAt, authors, dek from articles"))
          .containsExactly(
              java.util.Arrays.asList(
                  "a1",
                  "balkan-ledger",
                  "Road opens",
                  LocalDateTime.of(2024, 1, 12, 10, 15),
                  List.of("Lene Haugsrud", "Arta Krelani"),
                  null));
    }
  }

  @Test
  void aClaimThatIsWrittenAgainSaysWhenItWasWrittenFirst() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.claim("c1", "the road is open"), Records.claim("c2", "it is not"));
      write(store, Records.claim("c3", "it will be"));
      write(store, Records.claim("c1", "the road is open", "Radio Ibar"));
      write(store, Records.claim("c1", "the road is open"), Records.claim("c4", "nobody knows"));

      assertThat(Rows.of(store, "select id, firstCommit, \"commit\" from claims order by id"))
          .containsExactly(
              List.of("c1", 1L, 4L),
              List.of("c2", 1L, 1L),
              List.of("c3", 2L, 2L),
              List.of("c4", 4L, 4L));
    }
  }

  @Test
  void theItemsOfAListAreRowsOfATableOfTheirOwnInOrder() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.claim("c1", "the road is open", "Meridian Wire", "Radio Ibar"));

      assertThat(
              Rows.of(
                  store,
                  "select claimId, articleId, position, name from chain_links order by position"))
          .containsExactly(
              List.of("c1", "a1", 0, "Meridian Wire"), List.of("c1", "a1", 1, "Radio Ibar"));
    }
  }

  @Test
  void spansAreStructsWithStartAndEnd() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.claim("c1", "the road is open"));

      assertThat(Rows.of(store, "select content, content[2].\"end\" from claims"))
          .containsExactly(
              List.of(List.of(Map.of("start", 0, "end", 4), Map.of("start", 6, "end", 9)), 9));
    }
  }

  /** In whatever order the topics are read, and in how many transactions. */
  @ParameterizedTest
  @ValueSource(
      strings = {"c1 c2 s c2'", "s c2' c1 c2", "c1|c2|s|c2'", "s|c2'|c2|c1", "c1 s|c2' c2"})
  void aClaimThatTheLastReadingOfItsArticleDidNotFindIsNoMore(String order) {
    Instant later = Records.AT.plusSeconds(60);
    try (QueryStore store = QueryStore.inMemory()) {
      for (String transaction : order.split("\\|", -1)) {
        Batch batch = store.batch();
        for (String record : transaction.split(" ", -1)) {
          switch (record) {
            case "c1" -> batch.add(Records.claim("c1", "the road is open", "Meridian"), Records.AT);
            case "c2" -> batch.add(Records.claim("c2", "the road is shut"), Records.AT);
            case "c2'" -> batch.add(Records.claim("c2", "the road is shut"), later);
            default -> batch.add(Records.annotation("a1", "c2"), later);
          }
        }
        store.write(batch, Map.of());
      }
      assertThat(Rows.of(store, "select id from claims")).containsExactly(List.of("c2"));
      assertThat(Rows.of(store, "select claimId from chain_links")).isEmpty();
    }
  }

  @Test
  void whatIsNotOlderThanTheReadingStays() {
    try (QueryStore store = QueryStore.inMemory()) {
      Batch batch = store.batch();
      batch.add(Records.annotation("a1"), Records.AT);
      batch.add(Records.claim("c1", "the road is open"), Records.AT);
      Claim readers = Records.claim("c2", "the road is shut");
      readers.setComment(0);
      batch.add(readers, Records.AT.minusSeconds(60));
      Claim elsewhere = Records.claim("c3", "the road is long");
      elsewhere.setArticleId("a2");
      batch.add(elsewhere, Records.AT.minusSeconds(60));
      store.write(batch, Map.of());
      assertThat(Rows.of(store, "select id from claims order by id"))
          .containsExactly(List.of("c1"), List.of("c2"), List.of("c3"));
    }
  }

  @Test
  void aNewerRecordOfAKeyTakesThePlaceOfTheOlderWithAllThatBelongsToIt() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(
          store,
          Records.claim("c1", "the road is open", "Meridian Wire"),
          Records.claim("c2", "the bridge is shut"));
      write(store, Records.claim("c1", "the road is open", "Radio Ibar", "Vardar Observer"));

      assertThat(Rows.of(store, "select id, hops from claims order by id"))
          .containsExactly(List.of("c1", 2), List.of("c2", 0));
      assertThat(Rows.of(store, "select name from chain_links order by position"))
          .containsExactly(List.of("Radio Ibar"), List.of("Vardar Observer"));
    }
  }

  @Test
  void theLastRecordOfAKeyInABatchCounts() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.article("a1", "First"), Records.article("a1", "Second"));

      assertThat(Rows.of(store, "select title from articles")).containsExactly(List.of("Second"));
    }
  }

  @Test
  void aClusterThatIsMergedIsNoClusterAnyMore() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.cluster("k1").build(), Records.cluster("k2").build());
      write(store, Records.cluster("k1").setMergedInto("k2").build());

      assertThat(Rows.of(store, "select id from claim_clusters")).containsExactly(List.of("k2"));
      assertThat(Rows.of(store, "select id, mergedInto from merged_clusters"))
          .containsExactly(List.of("k1", "k2"));
    }
  }

  @Test
  void anEntryOfTheCatalogueThatIsRemovedIsGone() {
    Outlet.Builder outlet =
        Outlet.newBuilder()
            .setId("balkan-ledger")
            .setName("Balkan Ledger")
            .setHosts(List.of())
            .setAliases(List.of())
            .setShared(List.of())
            .setAgency(false)
            .setRemoved(false);
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, outlet.build());
      write(store, outlet.setRemoved(true).build());

      assertThat(Rows.of(store, "select id from outlets")).isEmpty();
    }
  }

  @Test
  void whatIsOlderThanACutoffIsForgottenInEveryTable() {
    try (QueryStore store = QueryStore.inMemory()) {
      Batch batch = store.batch();
      batch.add(Records.claim("old", "x", "Radio Ibar"), Records.AT);
      batch.add(Records.claim("new", "y", "Radio Ibar"), Records.AT.plus(2, ChronoUnit.DAYS));
      store.write(batch, Map.of());

      store.forgetBefore(Records.AT.plus(1, ChronoUnit.DAYS));

      assertThat(Rows.of(store, "select id from claims")).containsExactly(List.of("new"));
      assertThat(Rows.of(store, "select claimId from chain_links")).containsExactly(List.of("new"));
    }
  }

  @Test
  void offsetsAreThereAgainWhenTheFileIsOpenedAgain(@TempDir Path folder) {
    Path file = folder.resolve("news.duckdb");
    QueryStore.ReadPartition first = new QueryStore.ReadPartition("T1", "hearsay.claims", 0);
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      store.write(store.batch(), Map.of(first, 7L));
      store.write(store.batch(), Map.of(first, 9L));
    }
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      assertThat(store.offsets()).containsExactly(Map.entry(first, 9L));
    }
  }

  @Test
  void aBatchThatCannotBeWrittenLeavesNothingBehind() {
    try (QueryStore store = QueryStore.inMemory()) {
      Batch batch = store.batch();
      batch.add(Records.article("a1", "Road opens"), Records.AT);
      batch.add(Records.article("a2", "Road shuts"), Instant.MAX);

      assertThatThrownBy(
              () -> store.write(batch, Map.of(new QueryStore.ReadPartition("T1", "t", 0), 1L)))
          .isInstanceOf(ArithmeticException.class);

      assertThat(Rows.of(store, "select * from articles")).isEmpty();
      assertThat(store.offsets()).isEmpty();
    }
  }

  @Test
  void aStoreOfAnotherFormIsSetAsideWithWhatItHolds(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("news.duckdb");
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      write(store, Records.article("a1", "Road opens"));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE hearsay_store SET form = 'another'");
    }
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      assertThat(Rows.of(store, "select * from articles")).isEmpty();
      assertThat(store.replaced()).get().matches(Files::isRegularFile);
    }
  }

  @Test
  void aFileThatIsNoStoreIsLeftAloneAndNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "notes ".repeat(1000));

    assertThatThrownBy(() -> QueryStore.open(file, Limits.standard()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("notes.txt");

    assertThat(file).content().startsWith("notes");
  }

  @Test
  void aStoreThatIsNotThereIsNotMadeByReading(@TempDir Path folder) {
    Path file = folder.resolve("none.duckdb");

    assertThatThrownBy(() -> QueryStore.read(file, Limits.standard()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("none.duckdb")
        .hasMessageContaining("hearsay store --file");
    assertThat(file).doesNotExist();
  }

  @Test
  void everyColumnSaysWhatItHolds() {
    try (QueryStore store = QueryStore.inMemory()) {
      assertThat(
              Rows.of(
                  store,
                  "select table_name, column_name from duckdb_columns() where not internal"
                      + " and table_name not like 'hearsay_%' and table_name <> 'pending_keys'"
                      + " and coalesce(comment, '') = ''"))
          .isEmpty();
      assertThat(store.tables().all()).extracting(Table::doc).doesNotContain("");
    }
  }

  @Test
  void namesInAnAnswerAreThoseOfTheStatement() {
    try (QueryStore store = QueryStore.inMemory();
        QuerySession session = store.session()) {
      Rows rows = new Rows();
      assertThat(session.run("select 1 as one, 'x' as \"two words\"", Map.of(), rows)).isEqualTo(1);
      assertThat(rows.names()).containsExactly("one", "two words");
    }
  }

  @Test
  void aWrongStatementSaysWhatIsWrong() {
    try (QueryStore store = QueryStore.inMemory()) {
      assertThatThrownBy(() -> Rows.of(store, "select speaker from claims"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("speaker")
          .hasMessageContaining("speakerName");
    }
  }

  @Test
  void valuesAreBoundByTheNamesOfParameters() {
    try (QueryStore store = QueryStore.inMemory()) {
      write(store, Records.article("a1", "Road opens"), Records.article("a2", "Bridge shut"));

      assertThat(
              Rows.of(
                  store,
                  "select id from articles where contains(title, $word) or $word is null",
                  Map.of("word", "Road")))
          .containsExactly(List.of("a1"));
    }
  }

  @Test
  void anAnswerBecomesAParquetFile(@TempDir Path folder) {
    Path file = folder.resolve("it's.parquet");
    try (QueryStore store = QueryStore.inMemory();
        QuerySession session = store.session()) {
      write(store, Records.article("a1", "Road opens"));

      assertThat(
              session.writeParquet(
                  "select id, title from articles where id = $id", Map.of("id", "a1"), file))
          .isEqualTo(1);

      assertThat(
              Rows.of(store, "select * from read_parquet($file)", Map.of("file", file.toString())))
          .containsExactly(List.of("a1", "Road opens"));
    }
  }

  @Test
  void whatIsAskedWhileRowsAreWrittenIsAnswered() throws InterruptedException {
    try (QueryStore store = QueryStore.inMemory()) {
      Thread writing =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  write(store, Records.article("a1", "Road opens"));
                }
              });
      writing.start();
      do {
        assertThat(Rows.of(store, "select count(*) from articles")).hasSize(1);
      } while (writing.isAlive());
      writing.join();
      assertThat(store.commits().last()).isEqualTo(100);
    }
  }

  @Test
  void aSessionThatIsCancelledAnswersNothing() {
    try (QueryStore store = QueryStore.inMemory();
        QuerySession session = store.session()) {
      session.cancel();
      assertThatThrownBy(() -> session.run("select 1", Map.of(), new Rows()))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void aRecordWithoutATableIsRefused() {
    try (QueryStore store = QueryStore.inMemory()) {
      Batch batch = store.batch();
      IndexedRecord span = new org.hearsay.records.Span(0, 1);
      assertThatThrownBy(() -> batch.add(span, Records.AT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Span");
      assertThat(Article.SCHEMA$).satisfies(s -> assertThat(store.tables().of(s)).isPresent());
    }
  }

  /** Its log has the making of the indexes, which DuckDB takes in only where it may write. */
  @Test
  void aFileWhoseWriterWasKilledAfterItMadeIndexesIsOpenedAgain(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("live.duckdb");
    Path read = folder.resolve("read.duckdb");
    Path opened = folder.resolve("opened.duckdb");
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      write(store, Records.claim("c1", "the dam will hold"));
      store.index();
      write(store, Records.claim("c2", "the road is open"));
      // What a process leaves behind that is killed now.
      for (Path left : List.of(read, opened)) {
        Files.copy(file, left);
        Files.copy(folder.resolve("live.duckdb.wal"), folder.resolve(left.getFileName() + ".wal"));
      }
    }
    try (QueryStore store = QueryStore.read(read, Limits.standard())) {
      assertThat(Rows.of(store, "select count(*) from claims")).containsExactly(List.of(2L));
    }
    try (QueryStore store = QueryStore.open(opened, Limits.standard())) {
      assertThat(store.replaced()).isEmpty();
      write(store, Records.claim("c1", "the dam will break"));
      assertThat(Rows.of(store, "select count(*) from claims")).containsExactly(List.of(2L));
    }
  }

  @Test
  void aFileWhoseMakerWasKilledBeforeTheTablesWereMadeIsBegunAnew(@TempDir Path folder)
      throws SQLException {
    Path file = folder.resolve("bare.duckdb");
    try (Connection bare = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = bare.createStatement()) {
      statement.execute("CHECKPOINT");
    }

    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      assertThat(store.replaced()).isEmpty();
      Batch batch = store.batch();
      batch.add(Records.claim("c1", "the dam will hold"), Records.AT);
      store.write(batch, Map.of());
      assertThat(store.commits().last()).isEqualTo(1);
    }
    try (QueryStore again = QueryStore.open(file, Limits.standard())) {
      assertThat(again.commits().last()).isEqualTo(1);
    }
  }
}
