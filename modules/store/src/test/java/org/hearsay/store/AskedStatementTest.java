package org.hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a question and what is none; FILE stands for one in a folder that nothing may change. */
class AskedStatementTest {
  @TempDir Path folder;
  private QueryStore store;

  @BeforeEach
  void start() throws IOException {
    store = QueryStore.inMemory();
    Batch batch = store.batch();
    batch.add(Records.article("a1", "Road opens"), Records.AT);
    batch.add(Records.claim("c1", "the road is open"), Records.AT);
    store.write(batch, Map.of());
    Files.writeString(folder.resolve("secret.csv"), "word\nsesame\n");
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private String inFolder(String sql) {
    return sql.replace("FOLDER", folder.toString());
  }

  private List<List<@Nullable Object>> asked(QuerySession session, String sql) {
    Rows rows = new Rows();
    try (session) {
      session.run(inFolder(sql), Map.of(), rows);
    }
    return rows.rows();
  }

  private void assertNothingHappened() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("secret.csv");
    }
    assertThat(
            Rows.of(
                store,
                "select (select count(*) from articles), (select count(*) from claims),"
                    + " (select count(*) from duckdb_tables() where temporary and table_name <>"
                    + " 'pending_keys')"))
        .containsExactly(List.of(1L, 1L, 0L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain analyze copy claims to 'FOLDER/out.csv'",
        "explain /* why */ analyze copy claims to 'FOLDER/out.csv'",
        "explain (analyze) copy claims to 'FOLDER/out.csv'",
        "explain (analyze, format json) copy (select 1) to 'FOLDER/out.csv'",
        "-- a question\nexplain analyze copy claims to 'FOLDER/out.csv'",
        "explain /* /* */ analyze */ analyze copy claims to 'FOLDER/out.csv'",
        "explain analyze create table x as select 1",
        "explain copy claims to 'FOLDER/out.csv'",
        "explain analyze delete from claims",
        "copy claims to 'FOLDER/out.csv'",
        "select 1; copy claims to 'FOLDER/out.csv'",
        "copy claims to 'FOLDER/out.csv'; select 1",
        "select '; --'; copy claims to 'FOLDER/out.csv' --'",
        "select e'\\'; copy claims to ''FOLDER/out.csv''; --'; copy claims to 'FOLDER/out.csv'",
        "select $a$ ; $a$; copy claims to 'FOLDER/out.csv'",
        "select 1; select 2",
        "export database 'FOLDER/out'",
        "import database 'FOLDER/out'",
        "attach 'FOLDER/out.duckdb' as other",
        "detach memory",
        "create temp table mine as select 1",
        "create macro mine() as 1",
        "create secret mine (type s3)"
      })
  void whatWritesIsRefusedToEverybody(String sql) throws IOException {
    assertRefusedToEverybody(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install httpfs",
        "load httpfs",
        "set memory_limit = '90GB'",
        "reset memory_limit",
        "pragma enable_profiling",
        "call enable_logging(storage = 'file', storage_config = {'path': 'FOLDER/log'})",
        "checkpoint",
        "force checkpoint",
        "vacuum",
        "begin",
        "commit",
        "rollback",
        "prepare mine as select 1",
        "execute mine",
        "deallocate mine",
        "use memory",
        "drop view claim_origins",
        "delete from articles",
        "with gone as (select 1) delete from articles",
        "with gone as (delete from articles returning id) select * from gone",
        "insert into outlets (id) select 'x'",
        "from (pivot claims on form using count(*))",
        ";",
        "-- nothing",
        ""
      })
  void whatIsNotOneSelectIsRefusedToEverybody(String sql) throws IOException {
    assertRefusedToEverybody(sql);
  }

  private void assertRefusedToEverybody(String sql) throws IOException {
    for (QuerySession session : List.of(store.session(), store.guest())) {
      assertThatThrownBy(() -> asked(session, sql)).isInstanceOf(StoreException.class);
    }
    for (QuerySession session : List.of(store.session(), store.guest())) {
      assertThatThrownBy(
              () -> {
                try (session) {
                  session.writeParquet(inFolder(sql), Map.of(), folder.resolve("answer.parquet"));
                }
              })
          .isInstanceOf(StoreException.class);
    }
    assertNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from enable_logging(storage = 'file', storage_config = {'path': 'FOLDER/log'})",
        "from ENABLE_LOGGING(storage = 'file', storage_config = {'path': 'FOLDER/log'})",
        "from \"Enable_Logging\"(storage = 'file')",
        "from system.main.enable_logging(storage = 'file')",
        "select * from claims, lateral (from enable_logging(storage = 'file'))",
        "select (select 1 from enable_logging(storage = 'file'))",
        "with x as (from enable_logging(storage = 'file')) from x",
        "describe from enable_logging(storage = 'file')",
        "explain analyze from enable_logging(storage = 'file')",
        "select 1 union all (from enable_logging(storage = 'file'))",
        "from checkpoint()",
        "from query('from enable_logging(storage = ''file'')')",
        "from json_execute_serialized_sql(json_serialize_sql('select 1'))",
        "from truncate_duckdb_logs()"
      })
  void functionsThatWriteOrRunTextsAreRefusedToEverybody(String sql) throws IOException {
    for (QuerySession session : List.of(store.session(), store.guest())) {
      assertThatThrownBy(() -> asked(session, sql))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("not for questions");
    }
    assertNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from 'FOLDER/secret.csv'",
        "from \"FOLDER/secret.csv\"",
        "describe 'FOLDER/secret.csv'",
        "summarize 'FOLDER/secret.csv'",
        "from read_csv('FOLDER/secret.csv')",
        "from READ_TEXT('FOLDER/secret.csv')",
        "from read_blob('FOLDER/*')",
        "select (select content from read_text('FOLDER/secret.csv'))",
        "select * from claims where exists (from read_csv_auto('FOLDER/secret.csv'))",
        "select 1 order by (select max(word) from read_csv('FOLDER/secret.csv'))",
        "with recursive x as (select 1 as n union all select n + 1 from x, "
            + "read_csv('FOLDER/secret.csv') where n < 3) from x",
        "explain analyze from read_csv('FOLDER/secret.csv')",
        "from glob('FOLDER/*')",
        "from sniff_csv('FOLDER/secret.csv')",
        "from parquet_schema('FOLDER/secret.csv')",
        "from query_table('FOLDER/secret.csv')",
        "from histogram('FOLDER/secret.csv', 'word')",
        "from duckdb_settings()",
        "from duckdb_settings",
        "from duckdb_secrets()",
        "from duckdb_logs",
        "from pg_catalog.pg_settings",
        "from system.main.duckdb_databases",
        "from hearsay_offsets",
        "select current_setting('temp_directory')",
        "select write_log('x')",
        "select sleep_ms(1)",
        "select json_serialize_plan('from ''FOLDER/secret.csv''')",
        "select list_transform([1], lambda x: current_setting('threads'))"
      })
  void whoIsNoPartOfTheProcessReadsTheTablesAlone(String sql) throws IOException {
    assertThatThrownBy(() -> asked(store.guest(), sql)).isInstanceOf(StoreException.class);
    assertNothingHappened();
  }

  @Test
  void inAProcessOfOnesOwnFilesAreRead() {
    assertThat(asked(store.session(), "from 'FOLDER/secret.csv'"))
        .containsExactly(List.of("sesame"));
    assertThat(asked(store.session(), "select word from read_csv('FOLDER/secret.csv'), claims"))
        .containsExactly(List.of("sesame"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from claims",
        "select id from claims;",
        "(select id from claims)",
        "from main.claims select id",
        "with x as (from claims), \"y z\" as (from x) select id from \"y z\"",
        "values ('c1')",
        "select 'c1' from range(1), unnest([1]), generate_series(1, 1)",
        "-- one; statement\nselect id /* ; */ from claims where ';' = ';'",
        "select id from claim_origins join claims on id = claimId",
        "select distinct 'c1' from information_schema.tables, duckdb_columns(), duckdb_tables",
        "select id from (unpivot (select id, form, voice from claims) on form)",
        "select id from (pivot claims on form in ('DIRECT') using count(*) group by id)",
        "select any_value(id) over (partition by form) from claims",
        "select [x for x in [id]][1] from claims where is_called('rt', 'RT', 'rt')",
        "select id from claims tablesample 100%",
        "select value->>'$' from json_each('[\"c1\"]')"
      })
  void questionsAreAnsweredToEverybody(String sql) {
    assertThat(asked(store.session(), sql)).containsExactly(List.of("c1"));
    assertThat(asked(store.guest(), sql)).containsExactly(List.of("c1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "describe claims",
        "describe select * from claims",
        "show tables",
        "show all tables",
        "summarize claims",
        "explain select * from claims",
        "explain analyze select * from claims",
        "/* why */ EXPLAIN\nfrom claims"
      })
  void whatTellsOfTablesAndStatementsIsAnswered(String sql) {
    assertThat(asked(store.guest(), sql)).isNotEmpty();
  }

  @Test
  void whatIsMisspeltIsShownInItsLine() {
    assertThatThrownBy(() -> asked(store.guest(), "select 'Čačak',\n  1 fro m claims"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("LINE 2:   1 fro m claims\n                ^");
  }

  /** DuckDB's next version may bring more: look at each, then say here that it is known. */
  @Test
  void functionsOfValuesThatDoMoreThanComputeAreKnown() {
    assertThat(
            Rows.of(
                store,
                "select distinct function_name from duckdb_functions() where has_side_effects"
                    + " order by 1"))
        .extracting(row -> row.get(0))
        .containsExactly(
            "current_connection_id",
            "current_query",
            "current_query_id",
            "current_transaction_id",
            "currval",
            "error",
            "gen_random_uuid",
            "nextval",
            "random",
            "setseed",
            "sleep_ms",
            "stats",
            "uuid",
            "uuidv4",
            "uuidv7",
            "write_log");
  }
}
