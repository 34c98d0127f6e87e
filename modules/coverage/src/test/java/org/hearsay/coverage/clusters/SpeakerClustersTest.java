package org.hearsay.coverage.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearsay.coverage.Samples;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.lineage.MemoryStore;
import org.hearsay.lineage.TimedStore;
import org.junit.jupiter.api.Test;

class SpeakerClustersTest {
  private static final List<String> CONTENTS =
      List.of(
          "lorries will be banned from the bridge at Ibar Mill from Monday",
          "lorries will be banned from the old bridge at Ibar Mill from Monday",
          "the dam will hold until the spring comes to the valley",
          "the dam would hold until spring comes to the valley");

  private static ClaimReport report(String outlet, int minute, String content) {
    ArticleSummary article = Samples.article(outlet, minute);
    KnownArticle known =
        new KnownArticle(
            article.id(),
            article,
            List.of(),
            List.of(Samples.claim(article, "Lene Haugsrud", "said", content)),
            List.of());
    return new ReportsOfArticle(Samples.ENGLISH).of(known).values().iterator().next();
  }

  private static ReportChange added(ClaimReport report) {
    return new ReportChange(null, report);
  }

  private static Map<String, String> shared(List<Cluster> told) {
    Map<String, Cluster> newest = new HashMap<>();
    told.forEach(row -> newest.put(row.id(), row));
    Map<String, String> out = new HashMap<>();
    newest.values().stream()
        .filter(cluster -> !cluster.isWithdrawn())
        .forEach(row -> out.put(row.id(), row.toString()));
    return out;
  }

  @Property(tries = 200)
  void whatIsTakenAwayIsAsIfItHadNeverComeWhateverTheOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> contents,
      @ForAll Random random) {
    List<ClaimReport> stay = new ArrayList<>();
    List<ClaimReport> leave = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      ClaimReport report = report("outlet" + i, random.nextInt(30), CONTENTS.get(contents.get(i)));
      (random.nextInt(3) == 0 ? leave : stay).add(report);
    }
    List<Cluster> expected = new ArrayList<>();
    SpeakerClusters once = clusters(MemoryStore.endless(), MemoryStore.endless());
    stay.forEach(report -> expected.addAll(once.take("key", added(report), 0)));

    List<ReportChange> changes = new ArrayList<>();
    stay.forEach(report -> changes.add(added(report)));
    for (ClaimReport report : leave) {
      int at = random.nextInt(changes.size() + 1);
      changes.add(at, added(report));
      changes.add(at + 1 + random.nextInt(changes.size() - at), new ReportChange(report, null));
    }
    List<Cluster> found = new ArrayList<>();
    SpeakerClusters again = clusters(MemoryStore.endless(), MemoryStore.endless());
    changes.forEach(change -> found.addAll(again.take("key", change, 0)));
    assertThat(shared(found)).isEqualTo(shared(expected));
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgotten() {
    Duration day = Duration.ofDays(1);
    MemoryStore<String, ClusterNode> wordings = MemoryStore.retaining(day);
    MemoryStore<String, List<Posting>> postings = MemoryStore.retaining(day);
    SpeakerClusters clusters = clusters(wordings, postings);
    long now = 10 * day.toMillis();
    clusters.take("key", added(report("courier", 0, CONTENTS.get(0))), now);
    long later = now + 3 * day.toMillis();
    wordings.advance(later);
    postings.advance(later);
    assertThat(clusters.take("key", added(report("herald", 1, CONTENTS.get(1))), later)).isEmpty();
    assertThat(clusters.take("key", added(report("gazette", 2, CONTENTS.get(0))), later))
        .singleElement()
        .satisfies(
            cluster ->
                assertThat(cluster.reports().all())
                    .extracting(ClaimReport::outlet)
                    .containsExactly("herald", "gazette"));
  }

  @Test
  void aClaimThatComesAgainSaysNothingNew() {
    SpeakerClusters clusters = clusters(MemoryStore.endless(), MemoryStore.endless());
    ClaimReport courier = report("courier", 0, CONTENTS.get(0));
    clusters.take("key", added(courier), 0);
    clusters.take("key", added(report("herald", 1, CONTENTS.get(1))), 0);
    assertThat(clusters.take("key", added(courier), 0)).isEmpty();
    assertThat(clusters.take("key", new ReportChange(courier, courier), 0)).isEmpty();
    assertThat(Objects.requireNonNull(courier.wording(Samples.ENGLISH)))
        .isSameAs(courier.wording(Samples.ENGLISH));
  }

  private static SpeakerClusters clusters(
      TimedStore<String, ClusterNode> wordings, TimedStore<String, List<Posting>> postings) {
    return new SpeakerClusters(wordings, postings, Samples::meaning, Samples.ENGLISH);
  }
}
