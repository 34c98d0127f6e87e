package org.hearsay.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.Span;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.Records;
import org.hearsay.store.search.Articles;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Cursor;
import org.hearsay.store.search.Facet;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Sort;
import org.hearsay.store.search.Statement;
import org.hearsay.store.search.one.OneArticle;
import org.hearsay.store.search.profiles.Outlets;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index against the statements that it answers in place of. */
class ClaimIndexTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final RandomClaims random = new RandomClaims(5);
  private final QueryStore store = QueryStore.inMemory();
  private @Nullable ClaimIndex opened;

  @BeforeEach
  void write() {
    write(0, 120);
    write(120, 300);
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
    store.close();
  }

  private ClaimIndex index() throws InterruptedException {
    ClaimIndex index = OpenedIndex.of(store);
    opened = index;
    return index;
  }

  private void write(int from, int to) {
    Batch batch = store.batch();
    for (int i = from; i < to; i++) {
      Claim claim = random.claim(i);
      batch.add(claim, Records.AT);
      for (String person : random.person()) {
        batch.add(Records.mentionIn(claim, person, i % 2 * 5), Records.AT);
      }
      if (i % 10 == 0) {
        Article article = Records.article("a" + i / 5, "The bridge at Čačak");
        article.setOutletId(RandomClaims.OUTLETS.get(i / 10 % 3));
        batch.add(article, Records.AT);
      }
    }
    store.write(batch, Map.of());
  }

  private List<Map<String, Object>> asked(Statement statement) {
    List<Map<String, Object>> out = new ArrayList<>();
    try (QuerySession session = store.session()) {
      for (Map<String, @Nullable Object> found :
          session.rows(
              statement.sql(), new LinkedHashMap<String, @Nullable String>(statement.values()))) {
        Map<String, Object> row = new LinkedHashMap<>();
        found.forEach(
            (column, value) -> {
              if (value != null) {
                row.put(
                    column,
                    value instanceof LocalDateTime time
                        ? time.toInstant(ZoneOffset.UTC).toString()
                        : value);
              }
            });
        out.add(row);
      }
    }
    return out;
  }

  private void requireSameAnswers(ClaimIndex index) {
    int chosen = 0;
    for (int i = 0; i < 50; i++) {
      Map<String, List<String>> given = random.filters();
      for (Sort sort : Claims.LISTING.sorts()) {
        chosen += requireSamePages(index, given, sort);
      }
      for (Facet facet : Claims.FACETS) {
        assertThat(without(index.ask(search -> search.facet(facet.name(), given, 7)), "name"))
            .as("%s of %s", facet.name(), given)
            .isEqualTo(without(Optional.of(asked(Claims.LISTING.facet(facet, given, 7))), "name"));
      }
      assertThat(index.ask(search -> search.sums(given)))
          .as("sums of %s", given)
          .contains(asked(Claims.LISTING.sums(given, Claims.SUMS)).get(0));
      assertThat(index.ask(search -> search.span(given)))
          .as("span of %s", given)
          .contains(asked(Claims.LISTING.sums(given, Claims.SPAN)).get(0));
      for (String by : List.of("hour", "day", "week", "month")) {
        assertThat(index.ask(search -> search.series(given, by)))
            .as("series of %s by %s", given, by)
            .contains(asked(Claims.LISTING.series(given, by, Claims.AT)));
      }
    }
    assertThat(chosen).isGreaterThan(300);
    RandomClaims.OUTLETS.forEach(outlet -> requireSameFigures(index, outlet));
  }

  private void requireSameFigures(ClaimIndex index, String outlet) {
    Map<String, Object> told =
        index.ask(search -> Optional.of(search.outlet(outlet))).orElseThrow();
    Map<String, Object> wanted = new LinkedHashMap<>(asked(Outlets.claims(outlet)).get(0));
    wanted.put("speakers", settled(asked(Outlets.speakers(outlet))));
    wanted.put("verbs", settled(asked(Outlets.verbs(outlet))));
    wanted.put("speakerKinds", asked(Outlets.speakerKinds(outlet)));
    Map<String, Object> found = new LinkedHashMap<>(told);
    found.put("speakers", settled(told.get("speakers")));
    found.put("verbs", settled(told.get("verbs")));
    assertThat(found).as(outlet).isEqualTo(wanted);
  }

  /** Without what of equally frequent words happens to come first. */
  private static List<Map<String, Object>> settled(@Nullable Object rows) {
    assertThat(rows)
        .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).asString().containsAnyOf("kind=", "stance=", "count="));
    List<Map<String, Object>> out = new ArrayList<>();
    for (Object row : (List<?>) Objects.requireNonNull(rows)) {
      Map<String, Object> copy = new LinkedHashMap<>();
      ((Map<?, ?>) row).forEach((column, value) -> copy.put(String.valueOf(column), value));
      copy.keySet().removeAll(List.of("kind", "type", "stance", "name"));
      out.add(copy);
    }
    return out;
  }

  private int requireSamePages(ClaimIndex index, Map<String, List<String>> given, Sort sort) {
    Optional<Cursor> after = Optional.empty();
    int rows = 0;
    for (int page = 0; page < 3; page++) {
      Optional<Cursor> from = after;
      List<Map<String, Object>> found =
          index.ask(search -> search.page(given, sort.name(), from, 9)).orElseThrow();
      assertThat(without(Optional.of(found), Listing.ROW))
          .as("%s by %s after %s", given, sort.name(), from)
          .isEqualTo(asked(Claims.LISTING.page(given, sort, from, 9)));
      assertThat(found)
          .allSatisfy(
              row ->
                  assertThat(row.get(Listing.ROW))
                      .isInstanceOfSatisfying(
                          Map.class,
                          whole -> assertThat(whole.get("id")).isEqualTo(row.get(Listing.ROW_ID))));
      rows += found.size();
      if (found.size() < 9) {
        return rows;
      }
      Map<String, Object> last = found.get(8);
      after =
          Optional.of(
              new Cursor(
                  sort.name(),
                  String.valueOf(last.get(Listing.CURSOR_VALUE)),
                  String.valueOf(last.get(Listing.ROW_ID))));
    }
    return rows;
  }

  private static List<Map<String, Object>> without(
      Optional<List<Map<String, Object>>> rows, String column) {
    List<Map<String, Object>> out = new ArrayList<>();
    for (Map<String, Object> row : rows.orElseThrow()) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      copy.remove(column);
      out.add(copy);
    }
    return out;
  }

  @Test
  void everyFilterOrderFacetAndSumIsAnsweredAsTheStatementDoes() throws InterruptedException {
    requireSameAnswers(index());
  }

  @Test
  void ofEqualTimesTheIdDecidesAcrossSegmentsToo() throws InterruptedException {
    ClaimIndex index = index();
    Sort newest = Claims.LISTING.sorts().get(0);
    for (int segment = 0; segment < 5; segment++) {
      Batch batch = store.batch();
      for (int i = 0; i < 8; i++) {
        Claim claim = random.claim(1_000 + 5 * i + segment);
        claim.setPublishedAt(Instant.parse("2024-06-01T00:00:00Z"));
        batch.add(claim, Records.AT);
      }
      store.write(batch, Map.of());
      assertThat(index.await(OpenedIndex.LONG)).isTrue();
    }

    Map<String, List<String>> all = Map.of("voice", List.of("any"));
    assertThat(requireSamePages(index, all, newest)).isEqualTo(27);
    assertThat(requireSamePages(index, all, Claims.LISTING.sorts().get(1))).isEqualTo(27);
  }

  @Test
  void claimsThatAreWrittenAgainOrAnewAreAnsweredRightAfter() throws InterruptedException {
    ClaimIndex index = index();

    write(250, 320);

    // Without waiting: who asks right after a transaction sees it.
    assertThat(index.ask(search -> search.sums(Map.of("voice", List.of("any")))))
        .hasValueSatisfying(sums -> assertThat(sums).containsEntry("total", 320L));
    requireSameAnswers(index);
  }

  @Test
  void claimsThatLeaveTheStoreLeaveTheIndex() throws InterruptedException {
    ClaimIndex index = index();
    Batch batch = store.batch();
    batch.remove(Claim.getClassSchema(), List.of("c7"));
    batch.add(Records.annotation("a3", "c15"), Records.AT.plusSeconds(1));
    store.write(batch, Map.of());

    assertThat(index.ask(search -> search.sums(Map.of("voice", List.of("any")))))
        .contains(asked(Claims.LISTING.sums(Map.of("voice", List.of("any")), Claims.SUMS)).get(0))
        .hasValueSatisfying(
            sums -> assertThat((Long) sums.getOrDefault("total", 0L)).isLessThan(300));
    requireSameAnswers(index);
  }

  /** As answers have it: numbers are as long as they are. */
  private static List<JsonNode> json(Collection<Map<String, Object>> rows) {
    List<JsonNode> out = new ArrayList<>();
    try {
      for (Map<String, Object> row : rows) {
        out.add(JSON.readTree(JSON.writeValueAsBytes(row)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private List<JsonNode> whole(Statement statement) {
    List<Map<String, Object>> rows = asked(statement);
    for (Map<String, Object> row : rows) {
      row.remove(Listing.ROW_ID);
      row.put("chain", asked(Claims.chains(List.of(String.valueOf(row.get("id"))))));
    }
    return json(rows);
  }

  @Test
  void aWholeClaimIsAsItsTableAndItsChainHaveIt() throws InterruptedException {
    ClaimIndex index = index();
    write(290, 310);
    List<String> ids = List.of("c0", "c7", "c119", "c299", "c309", "nobody");

    Map<String, Map<String, Object>> found =
        index.ask(search -> Optional.of(search.rows(ids))).orElseThrow();

    assertThat(json(found.values()))
        .hasSize(5)
        .containsExactlyInAnyOrderElementsOf(whole(Claims.LISTING.rows(ids)))
        .anySatisfy(claim -> assertThat(claim.path("chain").toString()).contains("somebody"));
    assertThat(index.ask(search -> Optional.of(search.rows(List.of())))).contains(Map.of());
  }

  @Test
  void anArticlesClaimsComeInItsOrderThoseOfCommentsLast() throws InterruptedException {
    Batch batch = store.batch();
    for (int i = 0; i < 12; i++) {
      Claim claim = random.claim(400 + i);
      claim.setArticleId("whole");
      claim.setComment(i % 3 == 0 ? null : i % 2);
      claim.setContent(List.of(new Span(700 - 50 * i, 720 - 50 * i)));
      batch.add(claim, Records.AT);
    }
    store.write(batch, Map.of());

    assertThat(json(index().ask(search -> Optional.of(search.ofArticle("whole"))).orElseThrow()))
        .hasSize(12)
        .isEqualTo(whole(OneArticle.claims("whole")));
  }

  @Test
  void anArticlesOwnClaimsAreCountedAsTheStatementCountsThem() throws InterruptedException {
    List<String> articles = List.of("a1", "a17", "a59", "nobody");
    Map<String, Long> counted = new LinkedHashMap<>();
    for (Map<String, Object> row : asked(Articles.claims(articles))) {
      counted.put(String.valueOf(row.get("articleId")), (Long) row.getOrDefault("claims", 0L));
    }

    assertThat(index().ask(search -> Optional.of(search.ofArticles(articles))))
        .contains(counted)
        .hasValueSatisfying(found -> assertThat(found).hasSize(3));
  }

  @Test
  void theClaimsAboutSomethingAreThoseOfTheStatementUnlessTheyAreTooMany()
      throws InterruptedException {
    ClaimIndex index = index();
    List<String> about = List.of("kfor", "un-1244");
    List<String> ids =
        asked(
                new Statement(
                    "SELECT id FROM claims WHERE list_has_any(about, ['kfor', 'un-1244'])",
                    Map.of()))
            .stream()
            .map(row -> String.valueOf(row.get("id")))
            .toList();

    assertThat(index.ask(search -> search.about(about, ids.size())).orElseThrow())
        .hasSizeGreaterThan(50)
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(index.ask(search -> search.about(about, ids.size() - 1))).isEmpty();
  }

  @Test
  void aValueIsCalledAsItsClaimsCallIt() throws InterruptedException {
    assertThat(
            index()
                .ask(search -> search.facet("speaker", Map.of("voice", List.of("any")), 10))
                .orElseThrow())
        .hasSize(RandomClaims.SPEAKERS.size())
        .allSatisfy(row -> assertThat(row.get("value")).isEqualTo("name:" + row.get("name")));
  }

  @Test
  void anOutletIsCalledByItsNameThoughItsReadersClaimsDoNotSayIt() throws InterruptedException {
    Batch batch = store.batch();
    for (int i = 0; i < 4; i++) {
      Claim claim = random.claim(500 + i);
      claim.setOutletId("gazette");
      claim.setOutletName(i == 1 ? "The Gazette" : null);
      claim.setVoice(i == 1 ? "OUTLET" : "READER");
      batch.add(claim, Records.AT);
    }
    store.write(batch, Map.of());
    Map<String, List<String>> gazette = Map.of("voice", List.of("any"), "article", List.of("a100"));
    Map<String, Object> wanted = Map.of("value", "gazette", "name", "The Gazette", "count", 4L);

    assertThat(index().ask(search -> search.facet("outlet", gazette, 9))).contains(List.of(wanted));
    assertThat(
            asked(
                Claims.LISTING.facet(
                    Claims.FACETS.stream()
                        .filter(facet -> facet.name().equals("outlet"))
                        .findFirst()
                        .orElseThrow(),
                    gazette,
                    9)))
        .containsExactly(wanted);
  }

  @Test
  void whatItDoesNotKnowIsLeftToTheStatement() throws InterruptedException {
    ClaimIndex index = index();

    assertThat(index.ask(search -> search.sums(Map.of("independent", List.of("1"))))).isEmpty();
    assertThat(index.ask(search -> search.sums(Map.of("cluster", List.of("k1"))))).isEmpty();
    assertThat(index.ask(search -> search.facet("shoe", Map.of(), 3))).isEmpty();
    assertThat(index.ask(search -> search.page(Map.of(), "best", Optional.empty(), 3))).isEmpty();
  }

  @Test
  void untilTheTopicsAreReadNothingIsTakenAndNothingAnswered() throws InterruptedException {
    AtomicBoolean complete = new AtomicBoolean();
    ClaimIndex index = new ClaimIndex(store, complete::get, e -> {});
    opened = index;

    assertThat(index.await(Duration.ofMillis(50))).isFalse();
    assertThat(index.ask(search -> search.sums(Map.of()))).isEmpty();
    complete.set(true);
    assertThat(index.await(OpenedIndex.LONG)).isTrue();
    assertThat(index.ask(search -> search.sums(Map.of()))).isPresent();
  }

  @Test
  void itClosesQuietlyWhileItTakesAndLeavesNoFolder() throws IOException, InterruptedException {
    write(300, 2_000);
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 30; i++) {
      // At as many moments of its beginning as there are rounds.
      try (ClaimIndex index = new ClaimIndex(store, () -> true, failures::add)) {
        index.await(Duration.ofMillis(4L * i));
      }
    }

    assertThat(failures).isEmpty();
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(folders.map(folder -> String.valueOf(folder.getFileName())))
          .noneMatch(name -> name.startsWith("hearsay-index-" + ProcessHandle.current().pid()));
    }
  }
}
