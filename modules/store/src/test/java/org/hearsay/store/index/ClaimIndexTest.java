package org.hearsay.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hearsay.records.ChainLink;
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
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index against the statements that it answers in place of. */
class ClaimIndexTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OUTLETS = List.of("ledger", "wire", "observer");
  private static final List<String> SPEAKERS =
      List.of("Arta Krelani", "Radovan Stepić", "Lene Haugsrud", "Ädel Ñoz");
  private static final List<String> ENTITIES = List.of("kfor", "kosovo", "nato", "un-1244");

  private static final List<String> PEOPLE = List.of("name:arta krelani", "name:lene haugsrud");
  private static final List<String> NAMED =
      Stream.concat(ENTITIES.stream(), PEOPLE.stream()).toList();

  private final Random random = new Random(5);
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
      Claim claim = claim(i);
      batch.add(claim, Records.AT);
      if (random.nextInt(3) == 0) {
        batch.add(Records.mentionIn(claim, one(PEOPLE), random.nextBoolean() ? 0 : 5), Records.AT);
      }
    }
    store.write(batch, Map.of());
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> @Nullable T oneOrNone(List<T> of) {
    return random.nextInt(4) == 0 ? null : one(of);
  }

  private Claim claim(int number) {
    Claim claim = Records.claim("c" + number, "The bridge at Čačak opens in " + number % 7);
    @Nullable String speaker = oneOrNone(SPEAKERS);
    claim.setArticleId("a" + number / 5);
    claim.setOutletId(oneOrNone(OUTLETS));
    claim.setOutletName(oneOrNone(OUTLETS));
    claim.setSpeakerName(speaker);
    claim.setSpeakerKey(speaker == null ? null : "name:" + speaker);
    claim.setSpeakerKind(speaker == null ? null : one(List.of("NAMED", "DESCRIBED")));
    claim.setForm(one(List.of("DIRECT", "MIXED", "INDIRECT")));
    claim.setStance(oneOrNone(List.of("NEUTRAL", "DOUBTING")));
    claim.setVoice(random.nextInt(4) == 0 ? "READER" : "OUTLET");
    claim.setConfidence(random.nextInt(20) / 20.0);
    claim.setCheckWorthiness(random.nextBoolean() ? null : random.nextInt(10) / 10.0);
    claim.setPublishedAt(
        random.nextInt(5) == 0
            ? null
            : Instant.parse("2024-01-29T22:10:00Z")
                .plusSeconds(1_800L * random.nextInt(200))
                .plusMillis(random.nextInt(3) * 250L));
    claim.setAbout(ENTITIES.subList(random.nextInt(3), 2 + random.nextInt(3)));
    List<ChainLink> chain = new ArrayList<>();
    @Nullable String relay = oneOrNone(OUTLETS);
    claim.setViaName(relay);
    if (relay != null) {
      chain.add(link("RELAY", relay, relay));
      chain.add(link("RELAY", relay, "the " + relay));
      chain.add(link("RELAY", null, "somebody"));
    }
    @Nullable String origin = oneOrNone(OUTLETS);
    if (origin != null) {
      chain.add(link("ORIGIN", origin, origin));
    }
    claim.setChain(chain);
    return claim;
  }

  private static ChainLink link(String role, @Nullable String key, String name) {
    return ChainLink.newBuilder()
        .setRole(role)
        .setKey(key)
        .setName(name)
        .setText(name)
        .setEvidenceKind("CUE")
        .setEvidence("told " + name)
        .setConfidence(0.9)
        .build();
  }

  private Map<String, List<String>> filters() {
    Map<String, List<String>> out = new LinkedHashMap<>();
    maybe(out, "outlet", OUTLETS);
    maybe(out, "speaker", List.of("name:Arta Krelani", "name:Ädel Ñoz", "none"));
    maybe(out, "relay", List.of("wire", "ledger", "none"));
    maybe(out, "origin", OUTLETS);
    maybe(out, "entity", NAMED);
    maybe(out, "form", List.of("DIRECT", "INDIRECT"));
    maybe(out, "stance", List.of("NEUTRAL", "DOUBTING"));
    maybe(out, "speakerKind", List.of("NAMED", "none"));
    maybe(out, "voice", List.of("any", "READER", "OUTLET"));
    maybe(out, "article", List.of("a3", "a11", "a40"));
    single(out, "minConfidence", "0.5");
    single(out, "minCheckWorthiness", "0");
    single(out, "from", "2024-01-30T12:00:00Z");
    single(out, "to", "2024-02-01");
    single(out, "q", random.nextBoolean() ? "cacak 3" : "\"Opens in\" 3");
    return out;
  }

  private void maybe(Map<String, List<String>> filters, String name, List<String> values) {
    if (random.nextInt(6) == 0) {
      filters.put(
          name, random.nextBoolean() ? List.of(one(values)) : List.of(values.get(0), one(values)));
    }
  }

  private void single(Map<String, List<String>> filters, String name, String value) {
    if (random.nextInt(8) == 0) {
      filters.put(name, List.of(value));
    }
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
      Map<String, List<String>> given = filters();
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
  }

  private int requireSamePages(ClaimIndex index, Map<String, List<String>> given, Sort sort) {
    Optional<Cursor> after = Optional.empty();
    int rows = 0;
    for (int page = 0; page < 3; page++) {
      Optional<Cursor> from = after;
      List<Map<String, Object>> found =
          index.ask(search -> search.page(given, sort.name(), from, 9)).orElseThrow();
      assertThat(found)
          .as("%s by %s after %s", given, sort.name(), from)
          .isEqualTo(asked(Claims.LISTING.page(given, sort, from, 9)));
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
      Claim claim = claim(400 + i);
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
        .hasSize(SPEAKERS.size())
        .allSatisfy(row -> assertThat(row.get("value")).isEqualTo("name:" + row.get("name")));
  }

  @Test
  void anOutletIsCalledByItsNameThoughItsReadersClaimsDoNotSayIt() throws InterruptedException {
    Batch batch = store.batch();
    for (int i = 0; i < 4; i++) {
      Claim claim = claim(500 + i);
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
}
