package org.hearsay.store.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.records.Claim;
import org.hearsay.records.Mention;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
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
  private static final String SAID = "there is \"no chance\" of approval";

  /** The same words with the marks that each of the copies sets. */
  private static final List<String> PRINTED =
      List.of(SAID, "there is “no chance” of approval", "There is no chance of approval,", SAID);

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
      batch.add(claim("c" + i, "a" + i, PRINTED.get(i - 1)), Records.AT);
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
  void anOutletThatHasTheDenialOfSomebodyWhoSpeaksForThemDoesNotLeaveItOut() {
    Batch batch = store.batch();
    Claim denied = denial("a4", "that it had warned anybody", "NATO", 2);
    denied.setSpeakerId("nato");
    batch.add(denied, Records.AT);
    batch.add(denial("a2", "the second part", "A NATO official", 0), Records.AT);
    // Who is no friend of NATO's does not speak for it, whatever stands in what they say.
    batch.add(denial("a3", "what NATO says", "A resident", 2), Records.AT);
    for (String article : List.of("a1", "a2", "a3", "a4")) {
      Mention mention = Records.mention("nato in " + article, null);
      mention.setArticleId(article);
      mention.setEntityId("nato");
      mention.setName("NATO");
      mention.setType("ORGANIZATION");
      mention.setStart(article.equals("a3") ? 60 : 2);
      mention.setEnd(mention.getStart() + 4);
      batch.add(mention, Records.AT);
    }
    store.write(batch, Map.of());

    assertThat(asked("denials", Map.of("missing", "true", "speaker", "nato")))
        .extracting(row -> row.subList(0, 2))
        .contains(List.of("Outlet 1", "NATO"), List.of("Outlet 3", "NATO"))
        .doesNotContain(List.of("Outlet 2", "NATO"), List.of("Outlet 4", "NATO"));
  }

  private static Claim denial(String article, String content, String speaker, int start) {
    Claim out = claim("denial in " + article, article, content);
    out.setDenies(true);
    out.setSpeakerName(speaker);
    out.setSource(List.of(new Span(start, start + speaker.length())));
    return out;
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
