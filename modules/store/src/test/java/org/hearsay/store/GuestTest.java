package org.hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of those who are not trusted, in a store that is locked down. */
class GuestTest {
  private static final QuerySession.Size SIZE = new QuerySession.Size(100, 100_000);

  @TempDir Path folder;

  private static void fill(QueryStore store, int from, int to) {
    Batch batch = store.batch();
    IntStream.range(from, to)
        .forEach(i -> batch.add(Records.article("a" + i, "Road opens"), Records.AT));
    store.write(batch, Map.of());
  }

  private QueryStore lockedDown() {
    QueryStore out = QueryStore.open(folder.resolve("news.duckdb"), new Limits(256, 2));
    fill(out, 0, 3);
    out.lockDown();
    return out;
  }

  private static Rows asked(QueryStore store, String sql) {
    Rows out = new Rows();
    try (QuerySession guest = store.guest()) {
      guest.runWithin(sql, Map.of(), SIZE, out);
    }
    return out;
  }

  @Test
  void whatIsAnsweredComesInItsOrderWithItsNamesAndTypes() {
    try (QueryStore store = lockedDown()) {
      Rows rows = asked(store, "select id, publishedAt, authors from articles order by id desc;");
      assertThat(rows.names()).containsExactly("id", "publishedAt", "authors");
      assertThat(rows.rows()).extracting(row -> row.get(0)).containsExactly("a2", "a1", "a0");
      assertThat(rows.rows().get(0).get(1)).isEqualTo(LocalDateTime.of(2024, 1, 12, 10, 15));
      assertThat(rows.rows().get(0).get(2)).isEqualTo(List.of("Lene Haugsrud", "Arta Krelani"));
      assertThat(asked(store, "describe articles").rows()).hasSizeGreaterThan(10);
      assertThat(asked(store, "explain from articles -- why").rows()).isNotEmpty();
      assertThat(asked(store, "-- one\nvalues (1), (2) -- two").rows()).hasSize(2);
    }
  }

  @Test
  void noMoreIsHandedOnThanIsWanted() {
    try (QueryStore store = lockedDown();
        QuerySession guest = store.guest()) {
      Rows rows = new Rows();
      boolean more = guest.runWithin("from range(1000000000000)", Map.of(), SIZE, rows);
      assertThat(more).isTrue();
      assertThat(rows.rows()).hasSize(100);

      Rows few = new Rows();
      assertThat(guest.runWithin("from range(100)", Map.of(), SIZE, few)).isFalse();
      assertThat(few.rows()).hasSize(100);

      Rows large = new Rows();
      assertThat(
              guest.runWithin(
                  "select string_agg('x', '') over () from range(9999) limit 50",
                  Map.of(),
                  SIZE,
                  large))
          .isTrue();
      assertThat(large.rows()).hasSizeBetween(2, 10);
    }
  }

  @Test
  void aRowThatIsTooLargeIsSaid() {
    try (QueryStore store = lockedDown()) {
      assertThatThrownBy(() -> asked(store, "select string_agg('x', '') from range(200000)"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("first row alone")
          .hasMessageContaining("100,000");
    }
  }

  @Test
  void valuesAreBoundByTheirNames() {
    try (QueryStore store = lockedDown();
        QuerySession guest = store.guest()) {
      Map<String, @Nullable String> values = new HashMap<>();
      values.put("id", "a1");
      values.put("none", null);
      Rows rows = new Rows();
      guest.runWithin(
          "select id, $id as asked from articles where id = $id or id = $none", values, SIZE, rows);
      assertThat(rows.rows()).containsExactly(List.of("a1", "a1"));
    }
  }

  @Test
  void whatIsWrongIsShownInTheStatementAsItWasWritten() {
    try (QueryStore store = lockedDown()) {
      assertThatThrownBy(() -> asked(store, "select id,\n  speaker\nfrom articles"))
          .isInstanceOfSatisfying(
              StatementException.class,
              e -> {
                assertThat(e.line()).isEqualTo(2);
                assertThat(e.column()).isEqualTo(3);
                assertThat(e).hasMessageStartingWith("Binder Error: Referenced column");
              });
      assertThatThrownBy(() -> asked(store, "selekt 1"))
          .isInstanceOfSatisfying(
              StatementException.class,
              e -> {
                assertThat(e.line()).isEqualTo(1);
                assertThat(e.column()).isEqualTo(1);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1) to 'FOLDER/out.csv' --",
        "select 1) limit 1; copy claims to 'FOLDER/out.csv' --",
        "select 1; ) --",
        "select len(range(1000000000))",
        "select generate_series(1, 1000000000)",
        "select repeat('x', 2000000000)",
        "select lpad('x', 2000000000, 'y')",
        "select printf('%1000000000d', 1)",
        "select format('{:>1000000000}', 'x')",
        "select \"Repeat\"('x', 2000000000)",
        "select 'x'.repeat(2000000000)",
        "select list_resize([1], 1000000000)",
        "select bitstring('1', 2000000000)",
        "select damerau_levenshtein(string_agg(id, ''), string_agg(id, '')) from articles",
        "select string_agg(body, '') from articles, range(1000000000)",
        "select list(range) from range(1000000000)",
        "with recursive x as (select 'x' as s union all select s || s from x) from x",
        "from hearsay_answer",
        "select current_setting('threads')"
      })
  void whatIsTooMuchOrNotTheirsIsRefusedAndLeavesNothing(String sql) throws IOException {
    try (QueryStore store = lockedDown()) {
      assertThatThrownBy(() -> asked(store, sql.replace("FOLDER", folder.toString())))
          .isInstanceOf(StoreException.class);
      assertThat(asked(store, "select count(*) from articles").rows()).containsExactly(List.of(3L));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("news.duckdb");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from range(1000000000) a, range(1000000000) b",
        "with recursive x as (select 1 as n union all select n + 1 from x)"
            + " select max(n) from x",
        "with recursive x as (select 1 as n union select (n + 1) % 1000000000000 from x)"
            + " select count(*) from x",
        "explain analyze select count(*) from range(1000000000) a, range(1000000000) b"
      })
  void whatHasNoEndIsEndedByCancelling(String sql)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (QueryStore store = lockedDown();
        QuerySession guest = store.guest()) {
      CompletableFuture<Boolean> answer =
          CompletableFuture.supplyAsync(() -> guest.runWithin(sql, Map.of(), SIZE, new Rows()));
      assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      guest.cancel();

      assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(java.sql.SQLException.class)
          .hasMessageContaining("cancelled");
    }
  }

  @Test
  void whereStrangersAskNothingElseIsReachedWhateverRuns() {
    try (QueryStore store = lockedDown();
        QuerySession own = store.session()) {
      // A session of the process itself may read files otherwise: the engine refuses it now.
      for (String sql :
          List.of(
              "from read_text('/etc/hostname')",
              "from glob('/etc/*')",
              "from '/etc/hostname.csv'",
              "from read_csv('https://example.org/x.csv')")) {
        assertThatThrownBy(() -> own.run(sql, Map.of(), new Rows()))
            .as(sql)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("disabled");
      }
    }
  }

  @Test
  void theStoreGoesOnBeingWrittenIndexedAndExported() throws IOException {
    Path out = folder.resolve("articles.parquet");
    try (QueryStore store = lockedDown()) {
      store.lockDown();
      store.index();
      fill(store, 3, 3_000);
      try (QuerySession guest = store.guest()) {
        assertThat(guest.writeParquet("select id from articles", Map.of(), out)).isEqualTo(3_000);
      }
    }
    try (QueryStore again = QueryStore.read(folder.resolve("news.duckdb"), Limits.standard())) {
      assertThat(Rows.of(again, "select count(*) from articles")).containsExactly(List.of(3_000L));
      assertThat(Rows.of(again, "select count(*) from '" + out + "'"))
          .containsExactly(List.of(3_000L));
    }
  }

  @Test
  void aStoreInMemoryLeavesNoFolderWhereTheProgramWasStarted() {
    Path here = Path.of(".tmp");
    assertThat(here).doesNotExist();
    try (QueryStore store = QueryStore.inMemory(new Limits(64, 2))) {
      store.lockDown();
      assertThatThrownBy(
              () ->
                  asked(
                      store,
                      "select list(s) from (select (a.range * 7919) % 1000003 as s from"
                          + " range(30000000) a order by s)"))
          .isInstanceOf(StoreException.class);
    }
    assertThat(here).doesNotExist();
  }

  @Test
  void whoWritesGoesBeforeGuestsWhereMemoryIsShort()
      throws InterruptedException, ExecutionException, TimeoutException {
    Guests guests = new Guests();
    try (QueryStore store = QueryStore.inMemory();
        QuerySession guest = store.guest()) {
      guests.entered(guest);
      CompletableFuture<Boolean> asked =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return guest.runWithin(
                      "select count(*) from range(1000000000) a, range(1000000000) b",
                      Map.of(),
                      SIZE,
                      new Rows());
                } finally {
                  guests.left(guest);
                }
              });

      assertThat(guests.sendAway(java.time.Duration.ofSeconds(20))).isTrue();

      assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS))
          .hasMessageContaining("the store needed the memory");
      assertThat(guests.sendAway(java.time.Duration.ofSeconds(20))).isFalse();
    }
  }
}
