package org.hearsay.topology.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.hearsay.coverage.clusters.ClusterNode;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.hearsay.records.Passage;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.Ids;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.StageDriver;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.profile.ProfileStage;
import org.hearsay.topology.profile.ProfileWindows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The outlets, who speaks in them and what is said are invented. */
@TestInstance(Lifecycle.PER_CLASS)
class ClusterStepsTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");
  private static final String BAN =
      "lorries will be banned from the bridge at Ibar Mill from Monday";
  private static final String BANNED = "Lorries are banned from the Ibar Mill bridge as of Monday";
  private static final String BRUSSELS =
      "that lorries were going to be banned from the Ibar Mill bridge, beginning on Monday";
  private static final String EUROS =
      "the European Union pays 14 million euros for a new bridge at Ibar Mill";

  private final Topics topics = new Topics("test.", 2);
  private final ValueSerdes serdes = new PlainAvro();
  private final MeaningEncoder meanings = MeaningEncoder.load();
  private final List<StageDriver> drivers = new ArrayList<>();

  @TempDir Path state;

  @AfterEach
  void stop() {
    drivers.forEach(StageDriver::close);
    drivers.clear();
  }

  @AfterAll
  void close() {
    meanings.close();
  }

  /** The stage being run, and what it was told and tells. */
  private final class Run {
    private final TestInputTopic<String, Article> articles;
    private final TestInputTopic<String, Claim> claims;
    private final TestInputTopic<String, Republication> lineage;
    private final TestInputTopic<String, Annotation> readings;
    private final TestOutputTopic<String, ClaimCluster> clusters;
    private final Map<String, ClaimCluster> newest = new TreeMap<>();

    Run() {
      ProfileStage stage =
          new ProfileStage(
              topics, serdes, ProfileWindows.DEFAULT, meanings::meaning, ReadingLanguage.CODE);
      StageDriver driver = StageDriver.of(stage.topology(), state);
      drivers.add(driver);
      articles = driver.input(topics.articles());
      claims = driver.input(topics.claims());
      lineage = driver.input(topics.lineage());
      readings = driver.input(topics.annotations());
      clusters = driver.output(topics.claimClusters());
    }

    void send(SpecificRecord... records) {
      for (SpecificRecord record : records) {
        if (record instanceof Article article) {
          articles.pipeInput(article.getId(), article, MORNING.plus(Duration.ofHours(20)));
        } else if (record instanceof Claim claim) {
          claims.pipeInput(claim.getId(), claim, MORNING.plus(Duration.ofHours(20)));
        } else if (record instanceof Republication edge) {
          lineage.pipeInput(edge.getArticleId(), edge, MORNING.plus(Duration.ofHours(20)));
        } else if (record instanceof Annotation reading) {
          readings.pipeInput(reading.getArticleId(), reading, MORNING.plus(Duration.ofHours(20)));
        } else {
          throw new IllegalArgumentException(record.toString());
        }
      }
    }

    /** The rows since the last time. */
    List<ClaimCluster> rows() {
      List<ClaimCluster> rows = new ArrayList<>();
      clusters
          .readRecordsToList()
          .forEach(
              row -> {
                assertThat(row.key()).isEqualTo(row.value().getId());
                newest.put(row.key(), row.value());
                rows.add(row.value());
              });
      return rows;
    }

    /** The newest row of each cluster that there is. */
    List<ClaimCluster> clusters() {
      rows();
      return newest.values().stream().filter(row -> row.getArticles() > 1).toList();
    }

    ClaimCluster only() {
      List<ClaimCluster> all = clusters();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static Article article(String outlet, int minute) {
    return Article.newBuilder()
        .setId(Ids.of(outlet, Integer.toString(minute)))
        .setPageUrl("https://www." + outlet + ".example/" + minute)
        .setOutletId(outlet)
        .setOutletName("The " + outlet)
        .setTitle("A title")
        .setPublishedAt(MORNING.plus(Duration.ofMinutes(minute)))
        .setBody("The body is not kept.")
        .setParagraphs(List.of())
        .setNotices(List.of())
        .setCommentCount(0)
        .setPartial(List.of())
        .build();
  }

  private static ChainLink link(String role, String name) {
    return ChainLink.newBuilder()
        .setRole(role)
        .setName("The " + name)
        .setText(name)
        .setId(name)
        .setEvidenceKind("CUE")
        .setEvidence("")
        .setConfidence(0.9)
        .build();
  }

  private static Claim claim(
      Article article, @Nullable String speaker, String cue, String content, ChainLink... via) {
    List<ChainLink> chain = new ArrayList<>();
    chain.add(link("PUBLISHER", article.getOutletId()));
    chain.addAll(List.of(via));
    if (speaker != null) {
      chain.add(link("SPEAKER", speaker));
    }
    return Claim.newBuilder()
        .setId(Ids.of(article.getId(), content, cue))
        .setArticleId(article.getId())
        .setOutletId(article.getOutletId())
        .setForm("INDIRECT")
        .setConfidence(0.9)
        .setContentText(content)
        .setCueText(cue)
        .setSourceText(speaker == null ? "" : speaker)
        .setContent(List.of(new Span(100, 100 + content.length())))
        .setCue(List.of())
        .setSource(List.of())
        .setSpeakerText(speaker)
        .setSpeakerName(speaker)
        .setChain(chain)
        .setHops(chain.size() - 1)
        .setCueKind("SPEECH")
        .setCueMode("ASSERTED")
        .build();
  }

  private static Republication undecided(Article one, Article other, int start, int end) {
    return Republication.newBuilder()
        .setId(Ids.of(one.getId(), other.getId()))
        .setArticleId(one.getId())
        .setOriginId(other.getId())
        .setKind("WHOLE")
        .setDirection("UNDECIDED")
        .setContradicted(false)
        .setFirstSeen(MORNING)
        .setOriginFirstSeen(MORNING)
        .setWords(100)
        .setOriginWords(100)
        .setContainment(1)
        .setOriginContainment(1)
        .setLongestRun(100)
        .setPassages(List.of(new Passage(start, end, start, end, 100)))
        .setAdded(List.of())
        .setDropped(List.of())
        .setReplacements(List.of())
        .build();
  }

  private static List<String> outlets(ClaimCluster cluster) {
    return cluster.getReports().stream().map(ClusterReport::getOutletId).toList();
  }

  @Test
  void whatOneSpeakerSaysInOtherWordsIsOneClaimWithWhoHadItFirstAndHow() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 10);
    Article gazette = article("gazette", 20);
    run.send(courier, herald, gazette);
    run.send(claim(courier, "Lene Haugsrud", "claimed", BAN));
    assertThat(run.rows()).as("one report is no cluster").isEmpty();
    run.send(claim(herald, "Lene Haugsrud", "said", "“" + BANNED + ",”"));
    run.send(claim(gazette, "Haugsrud", "told reporters", BRUSSELS));
    run.send(claim(gazette, "Haugsrud", "added", EUROS));
    run.send(claim(herald, "Ottavio Brelli", "said", BAN));

    ClaimCluster cluster = run.only();
    assertThat(outlets(cluster)).containsExactly("herald", "gazette", "courier");
    assertThat(cluster.getFirstOutletId()).isEqualTo("herald");
    assertThat(cluster.getFirstAt()).isEqualTo(MORNING.plus(Duration.ofMinutes(10)));
    assertThat(cluster.getLastAt()).isEqualTo(MORNING.plus(Duration.ofMinutes(30)));
    assertThat(cluster.getSpeakerName()).isEqualTo("Lene Haugsrud");
    assertThat(cluster.getContent()).isEqualTo("“" + BANNED + ",”");
    assertThat(cluster.getWordings()).isEqualTo(3);
    assertThat(cluster.getCount()).isEqualTo(3);
    assertThat(cluster.getIndependent()).isEqualTo(3);
    assertThat(cluster.getContradictions()).containsExactly("CUE");
    assertThat(cluster.getReports().stream().map(ClusterReport::getCue))
        .containsExactly("said", "told reporters", "claimed");
    assertThat(cluster.getReports().get(2).getStance()).isEqualTo("DOUBTING");
    assertThat(cluster.getReports())
        .extracting(ClusterReport::getLagMs)
        .containsExactly(0L, 600_000L, 1_200_000L);
    assertThat(cluster.getReports()).extracting(ClusterReport::getAtKind).containsOnly("PUBLISHED");
    assertThat(cluster.getReports())
        .extracting(ClusterReport::getPublishedPrecision)
        .containsOnly("TIME");
  }

  @Test
  void aClusterWhoseReportsLeaveOneByOneIsTakenBack() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 10);
    run.send(courier, herald);
    run.send(claim(courier, "Lene Haugsrud", "said", BAN));
    run.send(claim(herald, "Lene Haugsrud", "said", BAN));
    ClaimCluster before = run.only();
    // As when a changed catalogue knows the speaker.
    for (Article article : List.of(courier, herald)) {
      Claim claim = claim(article, "Lene Haugsrud", "said", BAN);
      run.send(Claim.newBuilder(claim).setSpeakerId("lene-haugsrud").build());
    }
    List<ClaimCluster> rows = run.rows();
    assertThat(rows)
        .filteredOn(row -> row.getId().equals(before.getId()))
        .last()
        .satisfies(row -> assertThat(row.getMergedInto()).isEmpty());
    assertThat(rows)
        .filteredOn(row -> row.getMergedInto() == null)
        .singleElement()
        .satisfies(row -> assertThat(row.getSpeakerId()).isEqualTo("lene-haugsrud"));
  }

  @Test
  void aClaimThatALaterReadingDoesNotFindLeavesItsCluster() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 10);
    run.send(courier, herald);
    run.send(claim(courier, "Lene Haugsrud", "said", BAN));
    run.send(claim(herald, "Lene Haugsrud", "said", BAN));
    ClaimCluster before = run.only();
    run.send(reading(herald, claim(herald, "Lene Haugsrud", "said", BAN)));
    assertThat(run.rows()).isEmpty();
    run.send(reading(herald));
    assertThat(run.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getId()).isEqualTo(before.getId());
              assertThat(row.getMergedInto()).isEmpty();
            });
  }

  private static Annotation reading(Article article, Claim... claims) {
    return Annotation.newBuilder()
        .setArticleId(article.getId())
        .setSentences(1)
        .setMentions(0)
        .setClaims(claims.length)
        .setPartial(List.of())
        .setClaimIds(Stream.of(claims).map(Claim::getId).toList())
        .build();
  }

  @Test
  void whatAReaderQuotesIsNoReport() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 10);
    run.send(courier, herald);
    run.send(claim(courier, "Lene Haugsrud", "said", BAN));
    Claim other = claim(herald, "Lene Haugsrud", "said", BAN);
    run.send(Claim.newBuilder(other).setVoice("READER").setComment(0).build());
    assertThat(run.rows()).isEmpty();
    run.send(other);
    assertThat(run.only().getCount()).isEqualTo(2);
  }

  @Test
  void whatComesAgainSaysNothingNew() {
    Run run = new Run();
    List<SpecificRecord> all = new ArrayList<>();
    for (String outlet : List.of("courier", "herald")) {
      Article article = article(outlet, 5);
      all.add(article);
      all.add(claim(article, "Lene Haugsrud", "said", BAN));
    }
    run.send(all.toArray(new SpecificRecord[0]));
    ClaimCluster before = run.only();
    run.send(all.toArray(new SpecificRecord[0]));
    assertThat(run.rows()).isEmpty();
    assertThat(before.getCount()).isEqualTo(2);
  }

  @Test
  void aCompletedChainFoldsACopyIntoItsOrigin() {
    Run run = new Run();
    Article wire = article("wire", 0);
    Article courier = article("courier", 30);
    Article herald = article("herald", 40);
    run.send(wire, courier, herald);
    run.send(claim(wire, "Lene Haugsrud", "said", BAN));
    run.send(claim(courier, "Lene Haugsrud", "said", BAN));
    run.send(claim(herald, "Lene Haugsrud", "said", BRUSSELS));
    assertThat(run.only().getIndependent()).isEqualTo(3);

    run.send(claim(courier, "Lene Haugsrud", "said", BAN, link("ORIGIN", "wire")));
    ClaimCluster folded = run.only();
    assertThat(folded.getIndependent()).isEqualTo(2);
    assertThat(folded.getCount()).isEqualTo(3);
    assertThat(folded.getReports().get(1).getFrom()).isEqualTo("wire");

    run.send(claim(herald, "Lene Haugsrud", "said", BRUSSELS, link("RELAY", "wire")));
    assertThat(run.only().getIndependent()).as("a common relay").isEqualTo(1);
  }

  @Test
  void articlesOfTheSameTextAreOneReportThoughNobodyKnowsWhichIsTheCopy() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 30);
    run.send(undecided(courier, herald, 90, 300));
    run.send(claim(courier, "Lene Haugsrud", "said", BAN));
    run.send(claim(herald, "Lene Haugsrud", "said", BAN));
    run.send(courier, herald);
    assertThat(run.only().getIndependent()).isEqualTo(1);

    Republication decided =
        Republication.newBuilder(undecided(courier, herald, 90, 300))
            .setDirection("PUBLISHED")
            .build();
    run.send(decided);
    assertThat(run.only().getIndependent()).as("then the chain tells").isEqualTo(2);

    run.send(undecided(courier, herald, 0, 90));
    assertThat(run.only().getIndependent()).as("the claim is not in what they share").isEqualTo(2);
  }

  @Test
  void aReportSaysWhichOneItsWordsWereCopiedFromWhicheverComesFirst() {
    Article wire = article("wire", 0);
    Article courier = article("courier", 30);
    Article herald = article("herald", 40);
    Claim original = claim(wire, "Lene Haugsrud", "said", BAN);
    Claim copied = claim(courier, "Lene Haugsrud", "said", BAN);
    List<SpecificRecord> all =
        List.of(
            wire,
            courier,
            herald,
            original,
            copied,
            claim(herald, "Lene Haugsrud", "said", BRUSSELS),
            Republication.newBuilder(undecided(courier, wire, 90, 300))
                .setDirection("PUBLISHED")
                .build());
    for (int round = 0; round < 6; round++) {
      List<SpecificRecord> order = new ArrayList<>(all);
      Collections.shuffle(order, new Random(round));
      Run run = new Run();
      order.forEach(run::send);
      assertThat(run.only().getReports())
          .as("round " + round)
          .extracting(ClusterReport::getClaimId, ClusterReport::getOriginClaimId)
          .startsWith(tuple(original.getId(), null), tuple(copied.getId(), original.getId()))
          .hasSize(3);
      assertThat(run.only().getReports().get(2).getOriginClaimId()).isNull();
      run.send(undecided(courier, wire, 90, 300));
      assertThat(run.only().getReports())
          .extracting(ClusterReport::getOriginClaimId)
          .containsOnlyNulls();
    }
  }

  @Test
  void anEarlierReportThatComesLaterTakesTheClusterOver() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 40);
    Article wire = article("wire", 0);
    run.send(courier, herald, claim(courier, "Lene Haugsrud", "said", BAN));
    run.send(claim(herald, "Lene Haugsrud", "said", BANNED));
    ClaimCluster before = run.only();
    run.send(wire, claim(wire, "Lene Haugsrud", "said", BRUSSELS));
    List<ClaimCluster> rows = run.rows();
    ClaimCluster after = run.only();
    assertThat(after.getFirstOutletId()).isEqualTo("wire");
    assertThat(after.getId()).isNotEqualTo(before.getId());
    assertThat(rows)
        .filteredOn(row -> row.getId().equals(before.getId()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getMergedInto()).isEqualTo(after.getId());
              assertThat(row.getReports()).isEmpty();
            });
  }

  @Test
  void anotherSpeakerLeavesTheCluster() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 40);
    Claim claim = claim(herald, "Lene Haugsrud", "said", BAN);
    run.send(courier, herald, claim(courier, "Lene Haugsrud", "said", BAN), claim);
    assertThat(run.only().getCount()).isEqualTo(2);
    run.send(Claim.newBuilder(claim).setSpeakerName("Ottavio Brelli").build());
    assertThat(run.clusters()).isEmpty();
    run.send(claim);
    assertThat(run.only().getCount()).isEqualTo(2);
  }

  @Test
  void whoeverLeavesTheSourceOutIsFoundWhicheverComesFirst() {
    Article courier = article("courier", 30);
    Article herald = article("herald", 40);
    Article gazette = article("gazette", 10);
    List<SpecificRecord> all =
        List.of(
            courier,
            herald,
            gazette,
            claim(courier, "Lene Haugsrud", "said", BAN),
            claim(
                herald, null, "reportedly", "lorries will be banned from the bridge at Ibar Mill"),
            claim(gazette, "officials", "said", BAN + ", in spite of protests"),
            claim(gazette, null, "it is said that", EUROS));
    for (int round = 0; round < 6; round++) {
      List<SpecificRecord> order = new ArrayList<>(all);
      Collections.shuffle(order, new Random(round));
      Run run = new Run();
      order.forEach(run::send);
      ClaimCluster cluster = run.only();
      assertThat(outlets(cluster)).containsExactly("gazette", "courier", "herald");
      assertThat(cluster.getSpeakerName()).isEqualTo("Lene Haugsrud");
      assertThat(cluster.getCount()).isEqualTo(3);
      assertThat(cluster.getContradictions()).containsExactly("SOURCE");
      assertThat(cluster.getReports().stream().map(ClusterReport::getSourceKind))
          .containsExactly("UNNAMED", "NAMED", "NONE");
      order.forEach(run::send);
      assertThat(run.rows()).isEmpty();
    }
  }

  @Test
  void whoIsNamedLaterIsNoGuestAnyMore() {
    Run run = new Run();
    Article courier = article("courier", 30);
    Article herald = article("herald", 40);
    Claim unnamed = claim(herald, null, "said", BAN);
    run.send(courier, herald, unnamed, claim(courier, "Lene Haugsrud", "said", BAN));
    assertThat(run.only().getContradictions()).containsExactly("SOURCE");
    run.send(Claim.newBuilder(unnamed).setSpeakerName("Lene Haugsrud").build());
    assertThat(run.only().getContradictions()).isEmpty();
    assertThat(run.only().getCount()).isEqualTo(2);
  }

  @Test
  void anyOrderGivesTheSameClusters() {
    List<SpecificRecord> all = new ArrayList<>();
    List<String> contents =
        List.of(
            BAN,
            BANNED,
            BRUSSELS,
            EUROS,
            "Brussels pays 14 million euros for a new Ibar Mill bridge",
            "the European Union pays 40 million euros for a new bridge at Ibar Mill",
            "the bridge at Ibar Mill is open to lorries again",
            "lorries banned from Ibar Mill bridge from Monday");
    for (int i = 0; i < contents.size(); i++) {
      Article article = article("outlet" + i % 5, 7 * i % 11);
      all.add(article);
      Claim claim =
          claim(article, i % 3 == 0 ? "Haugsrud" : "Lene Haugsrud", "said", contents.get(i));
      all.add(claim);
      Article nobody = article("nobody" + i, 5 + i);
      all.add(nobody);
      all.add(claim(nobody, i % 2 == 0 ? null : "officials", "reportedly", contents.get(i)));
      Article again = article("again" + i, 3 + i);
      all.add(again);
      all.add(claim(again, "Lene Haugsrud", "claimed", contents.get(i)));
    }
    @Nullable List<String> expected = null;
    for (int round = 0; round < 8; round++) {
      List<SpecificRecord> order = new ArrayList<>(all);
      if (round > 0) {
        Collections.shuffle(order, new Random(round));
      }
      Run run = new Run();
      order.forEach(run::send);
      List<String> clusters = run.clusters().stream().map(Object::toString).toList();
      if (expected == null) {
        expected = clusters;
        assertThat(clusters).hasSizeGreaterThan(2);
      } else {
        assertThat(clusters).as("round " + round).isEqualTo(expected);
      }
    }
  }

  @Test
  void aClaimThatThousandsRepeatIsCountedAndListedInPart() {
    Run run = new Run();
    for (int i = 0; i < 150; i++) {
      Article article = article("outlet" + i, i);
      run.send(article, claim(article, "Lene Haugsrud", "said", BAN));
    }
    ClaimCluster cluster = run.only();
    assertThat(cluster.getCount()).isEqualTo(150);
    assertThat(cluster.getReports()).hasSize(ClusterNode.MOST_REPORTS);
    assertThat(cluster.getFirstOutletId()).isEqualTo("outlet0");
  }
}
