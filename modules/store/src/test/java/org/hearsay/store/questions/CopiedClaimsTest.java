package org.hearsay.store.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.records.Claim;
import org.hearsay.records.Mention;
import org.hearsay.records.Republication;
import org.hearsay.store.QueryStore;
import org.hearsay.store.Records;
import org.hearsay.store.Rows;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims of nobody by name, which are in no cluster, and denials that are named in passing. */
class CopiedClaimsTest {
  private static final String SAID = "there is no chance of approval";

  private final QueryStore store = QueryStore.inMemory();

  @BeforeEach
  void write() {
    Batch batch = store.batch();
    // The third copied the second, and the second the first; the fourth asked on its own.
    for (int i = 1; i <= 4; i++) {
      var article = Records.article("a" + i, "Talks " + i);
      article.setOutletId("outlet-" + i);
      article.setOutletName("Outlet " + i);
      batch.add(article, Records.AT);
      batch.add(claim("c" + i, "a" + i, SAID), Records.AT);
    }
    batch.add(claim("c5", "a3", "talks go on"), Records.AT);
    batch.add(copy("a2", "a1"), Records.AT);
    batch.add(copy("a3", "a2"), Records.AT);
    store.write(batch, Map.of());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Claim claim(String id, String article, String content) {
    Claim out = Records.claim(id, content);
    out.setArticleId(article);
    out.setOutletId("outlet-" + article.substring(1));
    out.setSpeakerName(null);
    out.setSourceText("two Western diplomats");
    out.setAbout(List.of("kfor"));
    return out;
  }

  private static Republication copy(String article, String origin) {
    return Republication.newBuilder()
        .setId(article + "-" + origin)
        .setArticleId(article)
        .setOriginId(origin)
        .setKind("ABRIDGED")
        .setDirection("PUBLISHED")
        .setContradicted(false)
        .setFirstSeen(Records.AT)
        .setOriginFirstSeen(Records.AT)
        .setWords(100)
        .setOriginWords(120)
        .setContainment(0.9)
        .setOriginContainment(0.8)
        .setLongestRun(50)
        .setPassages(List.of())
        .setAdded(List.of())
        .setDropped(List.of())
        .setReplacements(List.of())
        .build();
  }

  private List<List<@Nullable Object>> asked(String name, Map<String, String> given) {
    Question question =
        Questions.builtIn().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    return Rows.of(store, question.sql(), question.values(new HashMap<>(given)));
  }

  @Test
  void aClaimThatWasCopiedIsOneWithOneSourceHoweverOftenItIsPrinted() {
    assertThat(asked("sources", Map.of()).stream().map(row -> row.subList(1, 5)).toList())
        .containsExactly(
            List.of(SAID, 3L, 3L, 1L),
            List.of("talks go on", 1L, 1L, 1L),
            List.of(SAID, 1L, 1L, 1L));
  }

  @Test
  void whatItWasCopiedFromIsTheClaimOfTheArticleThatItsOwnCopies() {
    assertThat(
            Rows.of(
                store,
                "SELECT claimId, originClaimId FROM claim_origins WHERE originClaimId IS NOT NULL"
                    + " ORDER BY ALL"))
        .containsExactly(List.of("c2", "c1"), List.of("c3", "c2"));
    assertThat(Rows.of(store, "SELECT count(*) FROM claim_origins")).containsExactly(List.of(5L));
  }

  @Test
  void anOutletThatNamesThemInFewArticlesIsNotSaidToLeaveTheirDenialOut() {
    Batch batch = store.batch();
    Claim denial = Records.claim("d", "the report is wrong");
    denial.setArticleId("a4");
    denial.setDenies(true);
    batch.add(denial, Records.AT);
    for (String article : List.of("a2", "a3")) {
      Mention mention = Records.mention("m" + article, null);
      mention.setArticleId(article);
      batch.add(mention, Records.AT);
    }
    var again = Records.article("a6", "Talks");
    again.setOutletId("outlet-3");
    again.setOutletName("Outlet 3");
    batch.add(again, Records.AT);
    Mention mention = Records.mention("ma6", null);
    mention.setArticleId("a6");
    batch.add(mention, Records.AT);
    store.write(batch, Map.of());

    assertThat(asked("denials", Map.of("missing", "true")))
        .extracting(row -> row.get(0))
        .containsExactly("Outlet 2", "Outlet 3");
    assertThat(asked("denials", Map.of("missing", "true", "min_articles", "2")))
        .extracting(row -> row.get(0))
        .containsExactly("Outlet 3");
  }
}
