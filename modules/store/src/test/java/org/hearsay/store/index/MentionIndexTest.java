package org.hearsay.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hearsay.records.Article;
import org.hearsay.records.Mention;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.Records;
import org.hearsay.store.search.Statement;
import org.hearsay.store.search.profiles.Entities;
import org.hearsay.store.search.profiles.Outlets;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where things are named, against the statements that the index answers in place of. */
class MentionIndexTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ENTITIES = List.of("kfor", "kosovo", "nato", "un-1244");
  private static final List<String> OUTLETS = List.of("ledger", "wire", "Ädel", "观察");
  private static final int ARTICLES = 40;

  private final Random random = new Random(7);
  private final QueryStore store = QueryStore.inMemory();
  private @Nullable ClaimIndex opened;

  @BeforeEach
  void write() {
    Batch batch = store.batch();
    for (int i = 0; i < ARTICLES; i++) {
      // Mentions of one that the store does not have are there, too.
      if (i % 9 != 0) {
        batch.add(article(i), Records.AT);
      }
      for (int k = 0; k < 12; k++) {
        batch.add(mention(i, k), Records.AT);
      }
    }
    store.write(batch, Map.of());
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

  private Article article(int number) {
    Article article = Records.article("a" + number, "Police at the bridge " + number);
    int outlet = random.nextInt(5);
    article.setOutletId(outlet == 4 || outlet == 1 ? null : OUTLETS.get(outlet));
    article.setOutletName(outlet == 4 ? null : OUTLETS.get(outlet));
    article.setPublishedAt(
        random.nextInt(5) == 0
            ? null
            : Instant.parse("2024-01-10T22:00:00Z").plusSeconds(3_000L * random.nextInt(200)));
    return article;
  }

  private Mention mention(int article, int number) {
    Mention mention =
        Records.mention("m" + article + "-" + number, random.nextInt(4) == 0 ? 1 : null);
    String entity = ENTITIES.get(random.nextInt(4));
    mention.setArticleId("a" + article);
    mention.setEntityId(random.nextInt(6) == 0 ? null : entity);
    mention.setName("the " + entity);
    mention.setType(entity.startsWith("k") ? "ORGANIZATION" : "WORK");
    mention.setText(random.nextBoolean() ? entity : "it " + random.nextInt(3));
    mention.setVoice(List.of("OUTLET", "SPEAKER", "READER").get(random.nextInt(3)));
    mention.setTone(random.nextBoolean() ? null : random.nextInt(9) / 4.0 - 1);
    return mention;
  }

  private List<Map<String, @Nullable Object>> asked(Statement statement) {
    try (QuerySession session = store.session()) {
      return session.rows(
          statement.sql(), new LinkedHashMap<String, @Nullable String>(statement.values()));
    }
  }

  /** As answers have it: numbers are as long as they are, absent values left out. */
  private static JsonNode json(@Nullable Object value) {
    try {
      return JSON.readTree(JSON.writeValueAsBytes(plain(value)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC).toString();
    }
    if (value instanceof Double number) {
      // In which order numbers are added is seen in their last digits.
      return Math.round(number * 1e9) / 1e9;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(MentionIndexTest::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach(
          (key, item) -> {
            if (item != null) {
              out.put(String.valueOf(key), plain(item));
            }
          });
      return out;
    }
    return value;
  }

  private void requireSameAnswers(ClaimIndex index) {
    for (String entity : ENTITIES) {
      Map<String, @Nullable Object> whole =
          new LinkedHashMap<>(asked(Entities.whole(entity)).get(0));
      List.of("id", "catalogued", "aliases").forEach(whole::remove);
      assertThat(json(index.askMentions(search -> search.entity(entity)).orElseThrow()))
          .as(entity)
          .isEqualTo(json(lists(whole)));
    }
    for (String outlet : OUTLETS) {
      List<String> own =
          asked(Outlets.own(outlet)).stream().map(row -> String.valueOf(row.get("id"))).toList();
      assertThat(json(index.askMentions(search -> search.spokenOf(outlet, own)).orElseThrow()))
          .as(outlet)
          .isEqualTo(json(asked(Outlets.spokenOf(outlet))));
    }
    List<String> two = List.of("kfor", "un-1244");
    Instant from = Instant.parse("2024-01-12T00:00:00Z");
    Instant to = Instant.parse("2024-01-15T00:00:00Z");
    assertThat(
            index.askMentions(search -> search.outletsNaming(two, from, to)).orElseThrow().stream()
                .map(MentionIndexTest::json)
                .toList())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            asked(
                    new Statement(
                        "SELECT coalesce(a.outletId, a.outletName) AS outletId,"
                            + " any_value(a.outletName) AS outletName, count(*) AS articles FROM"
                            + " articles a WHERE a.datedAt BETWEEN '2024-01-12' AND '2024-01-15'"
                            + " AND coalesce(a.outletId, a.outletName) IS NOT NULL AND a.id IN"
                            + " (SELECT articleId FROM mentions WHERE entityId IN ('kfor',"
                            + " 'un-1244') AND comment IS NULL) GROUP BY 1",
                        Map.of()))
                .stream()
                .map(MentionIndexTest::json)
                .toList());
  }

  /** A list that nothing is in is none in SQL. */
  private static Map<String, @Nullable Object> lists(Map<String, @Nullable Object> whole) {
    for (String list : List.of("tone", "naming", "voices", "outlets")) {
      whole.putIfAbsent(list, new ArrayList<>());
    }
    return whole;
  }

  @Test
  void whatIsCountedOfAThingIsWhatTheStatementCounts() throws InterruptedException {
    requireSameAnswers(index());
  }

  @Test
  void mentionsAndArticlesThatAreWrittenAgainOrAnewAreCountedRightAfter()
      throws InterruptedException {
    ClaimIndex index = index();
    Batch batch = store.batch();
    // One that was missing, one that is published elsewhere, and more than are found one by one.
    for (int i = 0; i < 12; i++) {
      batch.add(article(i), Records.AT.plusSeconds(1));
    }
    for (int i = 30; i < ARTICLES + 5; i++) {
      batch.add(mention(i, 3), Records.AT.plusSeconds(1));
    }
    store.write(batch, Map.of());

    requireSameAnswers(index);
  }

  @Test
  void whatLeavesTheStoreIsCountedNoMore() throws InterruptedException {
    ClaimIndex index = index();
    Batch batch = store.batch();
    batch.remove(Mention.getClassSchema(), List.of("m3-4"));
    batch.remove(Article.getClassSchema(), List.of("a5"));
    store.write(batch, Map.of());

    requireSameAnswers(index);
  }

  @Test
  void ofAThingThatNobodyNamesNothingIsCounted() throws InterruptedException {
    assertThat(index().askMentions(search -> search.entity("moon")).orElseThrow())
        .containsEntry("mentions", 0L)
        .containsEntry("outlets", List.of())
        .doesNotContainKey("name");
  }
}
