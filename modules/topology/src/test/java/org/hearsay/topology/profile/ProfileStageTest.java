package org.hearsay.topology.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.records.Article;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.EntityTone;
import org.hearsay.records.Framing;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.Notice;
import org.hearsay.records.OutletCitation;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletMentions;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.OutletShare;
import org.hearsay.records.Republication;
import org.hearsay.records.SourceBalance;
import org.hearsay.records.SourceProfile;
import org.hearsay.records.SourceShare;
import org.hearsay.records.VoiceFraming;
import org.hearsay.records.VoiceMentions;
import org.hearsay.records.VoiceProfile;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.Ids;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.StageDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outlets and everything that they publish are invented. */
class ProfileStageTest {
  /** Shared, since loading takes a second; it has no state. */
  private static final MeaningEncoder MEANINGS = MeaningEncoder.load();

  private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final ProfileWindows DAYS = new ProfileWindows(DAY, DAY, DAY, false);
  private static final ProfileWindows LIVE = new ProfileWindows(DAY, DAY, DAY, true);
  private static final String TODAY = "@2026-03-02T00:00:00Z/2026-03-03T00:00:00Z";

  private final Topics topics = new Topics("test.", 2);
  private final PlainAvro serdes = new PlainAvro();
  private final List<StageDriver> drivers = new ArrayList<>();

  @TempDir Path state;

  @AfterEach
  void stop() {
    drivers.forEach(StageDriver::close);
  }

  /** The stage being run, and what it was told and tells. */
  private final class Run {
    private final TestInputTopic<String, Article> articles;
    private final TestInputTopic<String, Framing> framing;
    private final TestInputTopic<String, Republication> lineage;
    private final TestOutputTopic<String, OutletProfile> outlets;
    private final TestOutputTopic<String, EntityProfile> entities;
    private final TestOutputTopic<String, OutletEntityProfile> both;

    Run(ProfileWindows windows) {
      StageDriver driver =
          StageDriver.of(
              new ProfileStage(topics, serdes, windows, MEANINGS::meaning, ReadingLanguage.CODE)
                  .topology(),
              state);
      drivers.add(driver);
      articles = driver.input(topics.articles());
      framing = driver.input(topics.framing());
      lineage = driver.input(topics.lineage());
      outlets = driver.output(topics.outletProfiles());
      entities = driver.output(topics.entityProfiles());
      both = driver.output(topics.outletEntityProfiles());
    }

    void send(SpecificRecord record, Instant seen) {
      if (record instanceof Article article) {
        articles.pipeInput(article.getId(), article, seen);
      } else if (record instanceof Framing text) {
        framing.pipeInput(text.getArticleId(), text, seen);
      } else if (record instanceof Republication edge) {
        lineage.pipeInput(edge.getArticleId(), edge, seen);
      } else {
        throw new IllegalArgumentException(record.toString());
      }
    }

    void send(SpecificRecord... records) {
      for (SpecificRecord record : records) {
        send(record, MORNING);
      }
    }

    /** Articles of another outlet move the time on, on every partition. */
    void closeWindowsBefore(Instant time) {
      Instant late = time.plus(DAY).plus(DAY);
      send(article("clock", "tick", null), late);
    }

    /** The newest row of each id, whole. */
    Map<String, String> newest() {
      Map<String, String> out = new TreeMap<>();
      for (TestRecord<String, OutletProfile> row : outlets.readRecordsToList()) {
        out.put(row.key(), row.value().toString());
      }
      for (TestRecord<String, EntityProfile> row : entities.readRecordsToList()) {
        out.put(row.key(), row.value().toString());
      }
      for (TestRecord<String, OutletEntityProfile> row : both.readRecordsToList()) {
        out.put(row.key(), row.value().toString());
      }
      return out;
    }

    OutletProfile outlet(String id) {
      return newestOf(outlets, id);
    }

    EntityProfile entity(String id) {
      return newestOf(entities, id);
    }

    private <V> V newestOf(TestOutputTopic<String, V> topic, String id) {
      Map<String, V> rows = new HashMap<>();
      topic.readRecordsToList().forEach(row -> rows.put(row.key(), row.value()));
      assertThat(rows).containsKey(id);
      return Objects.requireNonNull(rows.get(id));
    }
  }

  private static Article article(
      String outlet, String title, @Nullable Instant published, String... declared) {
    List<Notice> notices = new ArrayList<>();
    for (String name : declared) {
      notices.add(
          Notice.newBuilder()
              .setKind("REPUBLISHED_FROM")
              .setName("The " + name)
              .setOutletId(name)
              .setEvidence("Originally published on " + name)
              .build());
    }
    return Article.newBuilder()
        .setId(Ids.of(outlet, title))
        .setPageUrl("https://www." + outlet + ".example/" + title)
        .setOutletId(outlet)
        .setOutletName("The " + outlet)
        .setTitle(title)
        .setPublishedAt(published)
        .setBody("The body is not kept.")
        .setParagraphs(List.of())
        .setNotices(notices)
        .setCommentCount(0)
        .setPartial(List.of())
        .build();
  }

  private static VoiceFraming voice(String voice, int words, double bias, int loaded) {
    return new VoiceFraming(
        voice,
        words,
        bias,
        1000.0 * loaded / words,
        loaded == 0 ? Map.of() : Map.of("LOADED", loaded));
  }

  private static EntityTone tone(String entity, String voice, int mentions, double tone) {
    return EntityTone.newBuilder()
        .setEntityId(entity)
        .setClusterId(entity)
        .setName("The " + entity)
        .setType("PLACE")
        .setVoice(voice)
        .setMentions(mentions)
        .setToned(mentions)
        .setTone(tone)
        .build();
  }

  private static NamingVariant named(
      String entity, String variant, @Nullable String label, String voice, int count) {
    return new NamingVariant(entity, "The " + entity, variant, label, voice, count);
  }

  private static SourceShare source(
      String name, String kind, boolean official, int claims, int quoted, String verb) {
    return new SourceShare(null, name, kind, official, claims, quoted, 10, Map.of(verb, claims));
  }

  private static Framing.Builder framing(Article article) {
    return Framing.newBuilder()
        .setId(Ids.of(article.getId(), ""))
        .setArticleId(article.getId())
        .setOutletId(article.getOutletId())
        .setBias(0.5)
        .setVoices(List.of(voice("OUTLET", 400, 0.25, 2), voice("QUOTED", 100, 0.9, 30)))
        .setSentences(List.of())
        .setEvidence(List.of())
        .setNaming(
            List.of(
                named("fenland", "Fenland", null, "OUTLET", 3),
                named("fenland", "province", "breakaway", "OUTLET", 1),
                named("fenland", "homeland", null, "QUOTED", 1)))
        .setSources(
            List.of(
                source("Milan Testovic", "NAMED", true, 2, 80, "say"),
                source("two diplomats", "ANONYMOUS", true, 1, 0, "claim")))
        .setEntities(List.of(tone("fenland", "OUTLET", 4, -0.5), tone("fenland", "QUOTED", 1, 1.0)))
        .setRelays(List.of(new OutletCitation("wire", "The wire", 1)));
  }

  private static Framing comment(Article article, int position) {
    return Framing.newBuilder()
        .setId(Ids.of(article.getId(), Integer.toString(position)))
        .setArticleId(article.getId())
        .setComment(position)
        .setOutletId(article.getOutletId())
        .setVoices(List.of(voice("READER", 20, 0.95, 4)))
        .setSentences(List.of())
        .setEvidence(List.of())
        .setNaming(List.of(named("fenland", "swamp", null, "READER", 2)))
        .setSources(List.of())
        .setEntities(List.of(tone("fenland", "READER", 2, -1.0)))
        .build();
  }

  /** The copy took text from the origin, or only some of it. */
  private static Republication edge(Article copy, Article origin, double containment) {
    boolean copyIsFirst = copy.getId().compareTo(origin.getId()) < 0;
    return Republication.newBuilder()
        .setId(
            copyIsFirst
                ? Ids.of(copy.getId(), origin.getId())
                : Ids.of(origin.getId(), copy.getId()))
        .setArticleId(copy.getId())
        .setOriginId(origin.getId())
        .setOutletId(copy.getOutletId())
        .setOriginOutletId(origin.getOutletId())
        .setOriginOutletName(origin.getOutletName())
        .setKind("PASSAGES")
        .setDirection("PUBLISHED")
        .setContradicted(false)
        .setFirstSeen(MORNING)
        .setOriginFirstSeen(MORNING)
        .setOriginDeclared(List.of())
        .setWords(300)
        .setOriginWords(300)
        .setContainment(containment)
        .setOriginContainment(containment)
        .setLongestRun(90)
        .setPassages(List.of())
        .setAdded(List.of())
        .setDropped(List.of())
        .setReplacements(List.of())
        .build();
  }

  /** A changed description means that a running deployment cannot simply be restarted. */
  @Test
  void theProfileTopologyIsTheDeployedOne() throws IOException {
    assertThat(
            StageDriver.described(
                new ProfileStage(topics, serdes, DAYS, MEANINGS::meaning, ReadingLanguage.CODE)
                    .topology()))
        .isEqualTo(StageDriver.golden(ProfileStageTest.class, "profile.topology.txt"));
  }

  @Test
  void anOutletsWindowGivesOneRowOnceItsGraceIsOver() {
    Run run = new Run(DAYS);
    Article first = article("courier", "first", MORNING);
    Article second = article("courier", "second", null);
    run.send(first, framing(first).build(), comment(first, 0));
    run.send(second, framing(second).build());
    // Within the grace a late article still counts; its window has ended long ago.
    Article late = article("courier", "late", MORNING.plusSeconds(60));
    run.send(late, MORNING.plus(DAY).plusSeconds(7200));
    run.send(framing(late).build(), MORNING.plus(DAY).plusSeconds(7200));
    assertThat(run.outlets.isEmpty()).as("no row before the window is final").isTrue();

    run.closeWindowsBefore(MORNING);
    List<TestRecord<String, OutletProfile>> rows = run.outlets.readRecordsToList();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).key()).isEqualTo("courier" + TODAY);
    assertThat(rows.get(0).headers().lastHeader("outlet").value()).asString().isEqualTo("courier");
    OutletProfile row = rows.get(0).value();
    assertThat(row.getId()).isEqualTo(rows.get(0).key());
    assertThat(row.getWindowStart()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(row.getWindowEnd()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    assertThat(row.getComplete()).isTrue();
    assertThat(row.getOutletName()).isEqualTo("The courier");
    assertThat(row.getArticles()).isEqualTo(3);
    assertThat(row.getRepublished()).isZero();
    assertThat(row.getComments()).isEqualTo(1);
    assertThat(row.getLoadedPerThousand()).isEqualTo(5.0, within(1e-9));
    assertThat(row.getBias()).isEqualTo(0.25, within(1e-6));
    assertThat(row.getVoices())
        .extracting(VoiceProfile::getVoice, VoiceProfile::getWords)
        .containsExactly(tuple("OUTLET", 1200L), tuple("QUOTED", 300L), tuple("READER", 20L));
    assertThat(row.getVoices().get(0).getCounts()).containsExactly(Map.entry("LOADED", 6L));

    // After it, nothing is written for the window any more.
    Article tooLate = article("courier", "too late", MORNING);
    run.send(tooLate, MORNING.plus(DAY.multipliedBy(3)));
    assertThat(run.outlets.isEmpty()).isTrue();
  }

  @Test
  void aRowSaysWhoGetsToSpeakThroughWhomAndWhatThingsAreCalled() {
    Run run = new Run(LIVE);
    Article article = article("courier", "first", MORNING);
    run.send(article, framing(article).build());
    OutletProfile row = run.outlet("courier" + TODAY);
    assertThat(row.getComplete()).isFalse();
    assertThat(row.getSources())
        .extracting(SourceProfile::getName, SourceProfile::getWordsQuoted, SourceProfile::getShare)
        .containsExactly(tuple("Milan Testovic", 80L, 0.9), tuple("two diplomats", 0L, 0.1));
    assertThat(row.getBalance())
        .extracting(SourceBalance::getKind, SourceBalance::getClaims)
        .containsExactlyInAnyOrder(tuple("NAMED", 2L), tuple("ANONYMOUS", 1L));
    assertThat(row.getVerbs()).isEqualTo(Map.of("say", 2L, "claim", 1L));
    assertThat(row.getRelays()).extracting(OutletShare::getOutletId).containsExactly("wire");
    assertThat(row.getEntities().get(0).getShare()).isEqualTo(1.0);
    assertThat(row.getNaming())
        .as("the label first, and nothing that somebody else said")
        .extracting(NamingVariant::getLabel, NamingVariant::getVariant)
        .containsExactly(tuple("breakaway", "province"), tuple(null, "Fenland"));
  }

  @Test
  void anEntitysRowSharesItsMentionsAmongOutletsAndTakesItsToneFromTheirOwnVoice() {
    Run run = new Run(LIVE);
    Article one = article("courier", "first", MORNING);
    Article other = article("ledger", "first", MORNING);
    run.send(one, framing(one).build(), comment(one, 0));
    run.send(
        other, framing(other).setEntities(List.of(tone("fenland", "OUTLET", 15, 0.5))).build());
    EntityProfile row = run.entity("fenland" + TODAY);
    assertThat(row.getName()).isEqualTo("The fenland");
    assertThat(row.getArticles()).isEqualTo(2);
    assertThat(row.getMentions()).isEqualTo(20);
    assertThat(row.getReaderMentions()).isEqualTo(2);
    assertThat(row.getTone()).isEqualTo((4 * -0.5 + 15 * 0.5) / 19, within(1e-6));
    assertThat(row.getVoices())
        .extracting(VoiceMentions::getVoice, VoiceMentions::getTone)
        .contains(tuple("READER", -1.0));
    assertThat(row.getOutlets())
        .extracting(OutletMentions::getOutletId, OutletMentions::getShare, OutletMentions::getTone)
        .containsExactly(tuple("ledger", 0.75, 0.5), tuple("courier", 0.25, -0.5));
    Map<String, OutletEntityProfile> pairs = new HashMap<>();
    run.both.readRecordsToList().forEach(pair -> pairs.put(pair.key(), pair.value()));
    OutletEntityProfile pair = Objects.requireNonNull(pairs.get("courier:fenland" + TODAY));
    assertThat(pair.getTone()).isEqualTo(-0.5, within(1e-6));
    assertThat(pair.getMentions()).isEqualTo(5);
    assertThat(pair.getNaming())
        .extracting(NamingVariant::getVoice, NamingVariant::getVariant, NamingVariant::getCount)
        .contains(tuple("QUOTED", "homeland", 1));
  }

  @Test
  void whatWasTakenOverIsCountedApartOnceItIsKnownAndNoLongerWhenThatWasWrong() {
    Run run = new Run(LIVE);
    Article wire = article("wire", "first", MORNING.minusSeconds(60));
    Article copy = article("courier", "copied", MORNING);
    run.send(wire, framing(wire).build(), copy, framing(copy).build());
    assertThat(run.outlet("courier" + TODAY).getArticles()).isEqualTo(1);

    run.send(edge(copy, wire, 0.9));
    OutletProfile found = run.outlet("courier" + TODAY);
    assertThat(found.getArticles()).isZero();
    assertThat(found.getRepublished()).isEqualTo(1);
    assertThat(found.getRepublishedShare()).isEqualTo(1.0);
    assertThat(found.getLoadedPerThousand()).as("no words of its own").isNull();
    assertThat(found.getSources()).isEmpty();
    assertThat(found.getNaming()).isEmpty();
    assertThat(found.getOrigins()).extracting(OutletShare::getName).containsExactly("The wire");
    assertThat(found.getVoices()).allMatch(VoiceProfile::getRepublished);
    EntityProfile entity = run.entity("fenland" + TODAY);
    assertThat(entity.getMentions()).as("the origin's own").isEqualTo(5);
    assertThat(entity.getRepublishedMentions()).isEqualTo(5);

    // The other way round: the same edge with its direction corrected.
    run.send(edge(wire, copy, 0.9));
    Map<String, OutletProfile> corrected = new HashMap<>();
    run.outlets.readRecordsToList().forEach(row -> corrected.put(row.key(), row.value()));
    assertThat(corrected.get("courier" + TODAY)).returns(1L, OutletProfile::getArticles);
    assertThat(corrected.get("wire" + TODAY)).returns(1L, OutletProfile::getRepublished);
  }

  @Test
  void someSharedPassagesOrTheOutletsOwnEarlierArticleMakeNoCopy() {
    Run run = new Run(LIVE);
    Article wire = article("wire", "first", MORNING);
    Article own = article("courier", "own", MORNING);
    Article again = article("courier", "again", MORNING);
    run.send(wire, own, again, edge(own, wire, 0.2), edge(again, own, 1.0));
    OutletProfile row = run.outlet("courier" + TODAY);
    assertThat(row.getArticles()).isEqualTo(2);
    assertThat(row.getRepublished()).isZero();
  }

  @Test
  void aNoticeMakesACopyAndTheOutletsOwnNameInOneDoesNot() {
    Run run = new Run(LIVE);
    run.send(
        article("courier", "one", MORNING, "wire"), article("courier", "two", MORNING, "courier"));
    OutletProfile row = run.outlet("courier" + TODAY);
    assertThat(row.getRepublished()).isEqualTo(1);
    assertThat(row.getArticles()).isEqualTo(1);
    assertThat(row.getOrigins()).extracting(OutletShare::getOutletId).containsExactly("wire");
  }

  @Test
  void anArticleOfTheFutureCountsWhenItWasSeenAndClosesNoWindow() {
    Run run = new Run(DAYS);
    run.send(article("courier", "one", MORNING));
    run.send(article("courier", "two", MORNING.plus(Duration.ofDays(400))));
    assertThat(run.outlets.isEmpty()).isTrue();
    run.closeWindowsBefore(MORNING);
    assertThat(run.outlet("courier" + TODAY).getArticles()).isEqualTo(2);
  }

  @Test
  void windowsThatOverlapEachCountTheArticle() {
    Run run = new Run(new ProfileWindows(DAY, Duration.ofHours(6), DAY, true));
    run.send(article("courier", "one", MORNING));
    assertThat(run.outlets.readRecordsToList())
        .extracting(TestRecord::key)
        .containsExactlyInAnyOrder(
            "courier@2026-03-01T12:00:00Z/2026-03-02T12:00:00Z",
            "courier@2026-03-01T18:00:00Z/2026-03-02T18:00:00Z",
            "courier@2026-03-02T00:00:00Z/2026-03-03T00:00:00Z",
            "courier@2026-03-02T06:00:00Z/2026-03-03T06:00:00Z");
  }

  /**
   * Everything in any order, some of it twice, some with an earlier state first: the final rows are
   * the same to the last digit.
   */
  @Test
  void neitherTheOrderNorRepeatsNorCorrectionsChangeAFinalRow() {
    List<SpecificRecord> last = new ArrayList<>();
    List<SpecificRecord> before = new ArrayList<>();
    Random random = new Random(7);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Article article =
          article("outlet" + i % 3, "article" + i, MORNING.plusSeconds(3000L * i - 9000L));
      articles.add(article);
      last.add(article);
      last.add(
          framing(article)
              .setVoices(List.of(voice("OUTLET", 100 + i, random.nextDouble(), i % 4)))
              .setEntities(
                  List.of(
                      tone("entity" + i % 4, "OUTLET", 1 + i % 3, random.nextDouble() - 0.5),
                      tone("fenland", "REPORTED", 1, 0.1 * i)))
              .build());
      last.add(comment(article, i));
      before.add(framing(article).build());
      before.add(article("outlet" + (i + 1) % 3, "other" + i, MORNING));
    }
    last.add(edge(articles.get(4), articles.get(3), 0.8));
    last.add(edge(articles.get(8), articles.get(0), 0.7));
    before.add(edge(articles.get(3), articles.get(4), 0.8));
    // Articles that stay as they first came.
    for (SpecificRecord record : before) {
      if (record instanceof Article) {
        last.add(record);
      }
    }

    Run once = new Run(DAYS);
    last.forEach(once::send);
    once.closeWindowsBefore(MORNING);
    Map<String, String> expected = once.newest();
    assertThat(expected).hasSizeGreaterThan(10);
    for (int round = 0; round < 5; round++) {
      Run again = new Run(DAYS);
      List<SpecificRecord> shuffled = new ArrayList<>(before);
      Collections.shuffle(shuffled, random);
      shuffled.forEach(again::send);
      List<SpecificRecord> twice = new ArrayList<>(last);
      twice.addAll(last);
      Collections.shuffle(twice, random);
      twice.forEach(again::send);
      again.closeWindowsBefore(MORNING);
      assertThat(again.newest()).isEqualTo(expected);
    }
  }

  @Test
  void aRowThatComesAgainUnchangedWritesNothing() {
    Run run = new Run(LIVE);
    Article article = article("courier", "first", MORNING);
    SpecificRecord[] records = {article, framing(article).build(), comment(article, 0)};
    run.send(records);
    run.newest();
    run.send(records);
    run.send(article, MORNING.plusSeconds(600));
    assertThat(run.newest()).isEmpty();
  }

  @Test
  void theStateOfAnOutletThatNamesThousandsOfSourcesStaysSmallAndItsSumsExact() {
    Run run = new Run(LIVE);
    List<Framing> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Article article = article("courier", "article" + i, MORNING);
      List<SourceShare> sources = new ArrayList<>();
      for (int j = 0; j < 50; j++) {
        sources.add(source("Source " + (i * 50 + j), "NAMED", false, 1, 5, "say"));
      }
      sources.add(source("Everyone's friend", "NAMED", false, 2, 5, "say"));
      Framing text = framing(article).setSources(sources).build();
      texts.add(text);
      run.send(article, text);
    }
    OutletProfile row = run.outlet("courier" + TODAY);
    assertThat(row.getSources()).hasSize(50);
    assertThat(row.getSources().get(0).getName()).isEqualTo("Everyone's friend");
    assertThat(row.getBalance().get(0).getClaims()).isEqualTo(40 * 52);

    for (Framing text : texts) {
      run.send(Framing.newBuilder(text).setSources(List.of()).build());
    }
    OutletProfile emptied = run.outlet("courier" + TODAY);
    assertThat(emptied.getSources()).isEmpty();
    assertThat(emptied.getBalance()).isEmpty();
  }

  @Test
  void windowsThatLeaveTimeOutOrOverlapEndlesslyAreRefused() {
    assertThatThrownBy(() -> new ProfileWindows(DAY, DAY.plusSeconds(1), DAY, false))
        .hasMessageContaining("leave time out");
    assertThatThrownBy(() -> new ProfileWindows(DAY, Duration.ofSeconds(1), DAY, false))
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> new ProfileWindows(DAY, Duration.ZERO, DAY, false))
        .hasMessageContaining("durations");
  }
}
