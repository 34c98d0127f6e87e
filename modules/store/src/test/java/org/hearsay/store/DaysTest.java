package org.hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.records.EntityProfile;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.Table;
import org.junit.jupiter.api.Test;

/** On which day's folder a row is exported. */
class DaysTest {
  private static EntityProfile profile(String id, Instant start, Duration window) {
    return EntityProfile.newBuilder()
        .setId(id)
        .setEntityId("kfor")
        .setName("KFOR")
        .setWindowStart(start)
        .setWindowEnd(start.plus(window))
        .setComplete(true)
        .setArticles(1)
        .setRepublishedArticles(0)
        .setMentions(1)
        .setRepublishedMentions(0)
        .setReaderMentions(0)
        .setVoices(List.of())
        .setOutlets(List.of())
        .setNaming(List.of())
        .build();
  }

  @Test
  void aProfileHasTheDayOnWhichItsWindowBeginsButNoneBeforeTheFirstArticle() {
    Instant longBefore = Instant.parse("2019-12-20T00:00:00Z");
    Instant later = Instant.parse("2024-02-01T06:00:00Z");
    try (QueryStore store = QueryStore.inMemory()) {
      Batch batch = store.batch();
      batch.add(Records.article("a1", "Road opens"), Records.AT);
      batch.add(profile("of ten years", longBefore, Duration.ofDays(3650)), Records.AT);
      batch.add(profile("of a day", later, Duration.ofDays(1)), Records.AT);
      batch.add(profile("of articles that are gone", longBefore, Duration.ofDays(1)), Records.AT);
      store.write(batch, Map.of());

      Table profiles =
          store.tables().all().stream()
              .filter(table -> table.name().equals("entity_profiles"))
              .findFirst()
              .orElseThrow();
      assertThat(
              Rows.of(
                  store,
                  "select id, day::varchar from (" + profiles.withDay() + ") order by day, id"))
          .containsExactly(
              List.of("of articles that are gone", "2019-12-20"),
              List.of("of ten years", "2024-01-12"),
              List.of("of a day", "2024-02-01"));
    }
  }
}
