package org.hearsay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.IndexedRecord;
import org.hearsay.records.Annotation;
import org.hearsay.records.Comment;
import org.hearsay.store.tables.Batch;
import org.junit.jupiter.api.Test;

/** What an earlier reading of a page found and the last did not, leaves. */
class ReadAgainTest {
  private static final Instant AGAIN = Records.AT.plus(Duration.ofDays(1));

  private record Written(IndexedRecord record, Instant at) {}

  private static Annotation summary(int mentions) {
    return Annotation.newBuilder(Records.annotation("a1")).setMentions(mentions).build();
  }

  private static Comment comment(int position) {
    return Comment.newBuilder().setArticleId("a1").setPosition(position).setText("No.").build();
  }

  private static List<List<Object>> after(List<Written> written, String sql) {
    try (QueryStore store = QueryStore.inMemory()) {
      for (Written one : written) {
        Batch batch = store.batch();
        batch.add(one.record(), one.at());
        store.write(batch, Map.of());
      }
      return Rows.of(store, sql);
    }
  }

  @Test
  void mentionsThatTheLastReadingDidNotFindLeaveInWhateverOrderTopicsAreRead() {
    List<Written> written =
        new ArrayList<>(
            List.of(
                new Written(Records.mention("m1", null), Records.AT),
                new Written(Records.mention("m2", null), Records.AT),
                new Written(Records.mention("reader", 0), Records.AT),
                new Written(summary(2), Records.AT),
                new Written(Records.mention("m1", null), AGAIN),
                new Written(summary(1), AGAIN)));
    String sql = "select id from mentions order by id";
    assertThat(after(written, sql)).containsExactly(List.of("m1"), List.of("reader"));
    // Each topic in its order, the topics in any.
    List<Written> summaries =
        written.stream().filter(w -> w.record() instanceof Annotation).toList();
    List<Written> mentions = new ArrayList<>(written);
    mentions.removeAll(summaries);
    List<Written> first = new ArrayList<>(summaries);
    first.addAll(mentions);
    assertThat(after(first, sql)).containsExactly(List.of("m1"), List.of("reader"));
  }

  @Test
  void mentionsStayWhereTimesAreThoseOfTheBrokerAndTellNothing() {
    List<Written> written =
        List.of(
            new Written(Records.mention("m1", null), Records.AT),
            new Written(Records.mention("m2", null), Records.AT.plusMillis(1)),
            new Written(summary(2), Records.AT.plusMillis(2)));
    assertThat(after(written, "select count(*) from mentions")).containsExactly(List.of(2L));
  }

  @Test
  void commentsThatAPageHasNoMoreLeaveWithWhatStandsInThem() {
    List<Written> written = new ArrayList<>();
    written.add(new Written(comment(0), Records.AT));
    written.add(new Written(comment(1), Records.AT));
    written.add(new Written(Records.mention("in 0", 0), Records.AT));
    written.add(new Written(Records.mention("in 1", 1), Records.AT));
    Collections.shuffle(written, new Random(7));
    written.add(
        new Written(
            org.hearsay.records.Article.newBuilder(Records.article("a1", "Road"))
                .setCommentCount(1)
                .build(),
            AGAIN));
    assertThat(after(written, "select position from comments")).containsExactly(List.of(0));
    assertThat(after(written, "select id from mentions")).containsExactly(List.of("in 0"));
  }
}
