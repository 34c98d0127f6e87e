package org.hearsay.topology.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityType;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.page.PageReader;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Comment;
import org.hearsay.records.Entity;
import org.hearsay.records.Framing;
import org.hearsay.records.Mention;
import org.hearsay.records.OutletCitation;
import org.hearsay.records.Span;
import org.hearsay.records.VoiceFraming;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.StageDriver;
import org.hearsay.topology.TalksPage;
import org.hearsay.topology.read.ReadStage;
import org.hearsay.topology.records.CatalogueRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotateStageTest {
  private final Topics topics = new Topics("test.", 1);
  private final PlainAvro serdes = new PlainAvro();
  private final Catalogue catalogue = Catalogue.builtIn();

  @TempDir Path state;

  private StageDriver driver(Topology topology) {
    return StageDriver.goingOn(topology, topics.deadLetters(), state);
  }

  @Test
  void anArticleBecomesClaimsWithItsChainAndOneSummaryThatCountsThem() throws IOException {
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE)) {
      Topology topology = new AnnotateStage(topics, serdes, analyzer).topology();
      assertThat(StageDriver.described(topology))
          .isEqualTo(StageDriver.golden(AnnotateStageTest.class, "annotate.topology.txt"));
      Article article = readPage();
      try (StageDriver driver = driver(topology)) {
        driver.input(topics.articles()).pipeInput(article.getId(), article);
        List<Claim> claims = driver.values(topics.claims());
        List<Mention> mentions = driver.values(topics.mentions());
        List<Annotation> summaries = driver.values(topics.annotations());
        List<TestRecord<String, Framing>> framings =
            driver.output(topics.framing()).readRecordsToList();
        assertThat(summaries).hasSize(1);
        Annotation summary = summaries.get(0);
        assertThat(framings).extracting(TestRecord::key).containsExactly(article.getId());
        checkFraming(framings.get(0).value(), summary.getSentences());
        assertThat(summary.getClaims()).isEqualTo(claims.size());
        assertThat(summary.getMentions()).isEqualTo(mentions.size());
        assertThat(mentions).anyMatch(m -> "nato".equals(m.getEntityId()));
        assertThat(claims)
            .anySatisfy(
                claim -> {
                  assertThat(claim.getForm()).isEqualTo("DIRECT");
                  assertThat(claim.getSpeakerName()).contains("Testovic");
                  assertThat(claim.getChain().get(0).getRole()).isEqualTo("PUBLISHER");
                  assertThat(claim.getChain().get(0).getName()).isEqualTo("Lakeside Courier");
                  assertThat(claim.getHops()).isEqualTo(claim.getChain().size() - 1);
                  assertThat(claim.getCheckWorthiness()).isBetween(0.0, 1.0);
                });
      }
    }
  }

  private Article readPage() {
    try (StageDriver driver =
        driver(
            new ReadStage(topics, serdes, new PageReader(), new Publisher(catalogue)).topology())) {
      driver
          .input(topics.pages())
          .pipeInput("https://a.example/y", TalksPage.at("https://a.example/y"));
      return driver.values(topics.articles()).get(0);
    }
  }

  private static void checkFraming(Framing framing, int sentences) {
    assertThat(framing.getComment()).isNull();
    assertThat(framing.getBias()).isBetween(0.0, 1.0);
    assertThat(framing.getSentences()).hasSize(sentences);
    assertThat(framing.getVoices()).extracting(VoiceFraming::getVoice).contains("QUOTED");
    assertThat(framing.getEntities())
        .filteredOn(entity -> "nato".equals(entity.getEntityId()))
        .singleElement()
        .satisfies(
            nato -> {
              assertThat(nato.getVoice()).isEqualTo("REPORTED");
              assertThat(nato.getMentions()).isEqualTo(1);
              assertThat(nato.getToned()).isEqualTo(1);
              assertThat(nato.getTone()).isBetween(-1.0, 1.0);
            });
    assertThat(framing.getRelays())
        .as("the outlet that a claim came through; the page's own outlet is none")
        .containsExactly(new OutletCitation("reuters", "Reuters", 1));
    assertThat(framing.getSources()).anyMatch(source -> source.getWordsQuoted() > 0);
  }

  /** Its paragraphs are not read again, which nobody may notice but by the time that it takes. */
  @Test
  void aCopySaysTheSameWhetherItsTextWasReadBeforeOrNot() {
    List<String> paragraphs =
        List.of(
            "Serbia has asked NATO for a meeting next week, the foreign ministry said on Monday.",
            "“We want to talk about the crossings and nothing else,” minister Milan Testovic said."
                + " He called the regime's latest offer “a gift wrapped in barbed wire”.",
            "According to the Lakeside Courier, the meeting will be held in Brussels on Thursday,"
                + " but Dr. J. Brandt denied that anybody had told her.");
    Article first = article("first", "Ministry confirms talks", paragraphs);
    List<String> more = new ArrayList<>(paragraphs);
    more.add(0, "BELGRADE, from our desk.");
    more.add(2, "Nobody at the harbour believes it, fishermen told this paper.");
    Article copy = article("copy", "A gift in barbed wire", more);
    List<List<Object>> outputs = new ArrayList<>();
    for (List<Article> read : List.of(List.of(copy), List.of(first, copy, copy))) {
      try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE);
          StageDriver driver = driver(new AnnotateStage(topics, serdes, analyzer).topology())) {
        TestInputTopic<String, Article> articles = driver.input(topics.articles());
        for (Article article : read) {
          outputs.add(annotated(driver, articles, article));
        }
      }
    }
    assertThat(outputs.get(0)).hasSizeGreaterThan(8);
    assertThat(outputs.get(2)).isEqualTo(outputs.get(0));
    assertThat(outputs.get(3)).isEqualTo(outputs.get(0));
  }

  @Test
  void articlesThatSayTheSameAreAnnotatedOnOnePartition() {
    List<String> paragraphs =
        List.of(
            "The harbour of Testovo will be closed for nine days while divers lift the ferry that"
                + " sank there in the spring, the port's captain told a crowded meeting on Monday.",
            "Fishermen who land their catch on the northern pier are to use the old salt quay, and"
                + " nobody could say who is going to pay for the lorries that they will need.");
    List<String> taken = new ArrayList<>(paragraphs);
    taken.add(0, "Work on the wreck begins, our desk has learnt.");
    List<String> other =
        List.of(
            "Voters in the hills around Lake Muster go to the polls on Sunday for the third time"
                + " this year, and most of those whom we met are tired of being asked.");
    int first = partition(article("first", "Harbour closes", paragraphs));
    assertThat(partition(article("copy", "Nine days without a harbour", taken))).isEqualTo(first);
    assertThat(partition(article("other", "Third vote", other))).isNotEqualTo(first);
    assertThat(partition(article("short", "No words of its own", List.of("Hm.")))).isNotNegative();
    assertThat(partition(null)).isZero();
  }

  private static int partition(@Nullable Article article) {
    Set<Integer> partitions =
        new ByContent(MaskWords.load("en"))
            .partitions("any", "id", article, 1_000_000)
            .orElseThrow();
    assertThat(partitions).hasSize(1);
    return partitions.iterator().next();
  }

  private List<Object> annotated(
      StageDriver driver, TestInputTopic<String, Article> articles, Article article) {
    articles.pipeInput(article.getId(), article);
    List<Object> out = new ArrayList<>();
    out.addAll(driver.values(topics.mentions()));
    out.addAll(driver.values(topics.claims()));
    out.addAll(driver.values(topics.framing()));
    out.addAll(driver.values(topics.annotations()));
    return out;
  }

  private static Article article(String id, String title, List<String> paragraphs) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (String paragraph : paragraphs) {
      spans.add(new Span(at, at + paragraph.length()));
      at += paragraph.length() + 2;
    }
    return Article.newBuilder()
        .setId(id)
        .setPageUrl("https://" + id + ".example/")
        .setTitle(title)
        .setBody(String.join("\n\n", paragraphs))
        .setParagraphs(spans)
        .setNotices(List.of())
        .setCommentCount(0)
        .setPartial(List.of())
        .build();
  }

  @Test
  void aCommentBecomesMentionsInTheReadersVoiceThatSayWhichCommentTheyStandIn() {
    Comment comment =
        Comment.newBuilder()
            .setArticleId("a1")
            .setPosition(3)
            .setAuthor("Ferryman")
            .setText("Ask Nato.\nAll of it is in UN Security Council Resolution number 1244.")
            .setOutletId("lakeside-courier")
            .build();
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE);
        StageDriver driver = driver(new AnnotateStage(topics, serdes, analyzer).topology())) {
      driver.input(topics.comments()).pipeInput("a1", comment);
      List<TestRecord<String, Mention>> mentions =
          driver.output(topics.mentions()).readRecordsToList();
      assertThat(mentions).extracting(TestRecord::key).containsExactly("nato", "unscr-1244");
      Mention resolution = mentions.get(1).value();
      assertThat(resolution.getVoice()).isEqualTo("READER");
      assertThat(resolution.getComment()).isEqualTo(3);
      assertThat(resolution.getArticleId()).isEqualTo("a1");
      assertThat(resolution.getOutletId()).isEqualTo("lakeside-courier");
      assertThat(comment.getText().substring(resolution.getStart(), resolution.getEnd()))
          .isEqualTo(resolution.getText())
          .isEqualTo("UN Security Council Resolution number 1244");
      assertThat(mentions).extracting(m -> m.value().getId()).doesNotHaveDuplicates();
      List<TestRecord<String, Framing>> framings =
          driver.output(topics.framing()).readRecordsToList();
      assertThat(framings).extracting(TestRecord::key).containsExactly("a1");
      assertThat(framings.get(0).value().getComment()).isEqualTo(3);
      assertThat(framings.get(0).value().getVoices())
          .extracting(VoiceFraming::getVoice)
          .containsExactly("READER");
    }
  }

  @Test
  void whatAReaderQuotesIsAClaimInTheReadersVoiceUpToSomeLength() {
    String quoting = "The minister said on Monday that Serbia had asked NATO for a meeting.";
    Comment comment =
        Comment.newBuilder()
            .setArticleId("a1")
            .setPosition(3)
            .setAuthor("Ferryman")
            .setText("I read the news.\n" + quoting)
            .setOutletId("lakeside-courier")
            .setOutletName("The Lakeside Courier")
            .setTitle("Ministry confirms talks")
            .setUrl("https://a.example/talks")
            .build();
    String pasted = "Nothing is said here by anybody at all. ".repeat(100) + "\n" + quoting;
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE);
        StageDriver driver = driver(new AnnotateStage(topics, serdes, analyzer).topology())) {
      driver.input(topics.comments()).pipeInput("a1", comment);
      List<TestRecord<String, Claim>> claims = driver.output(topics.claims()).readRecordsToList();
      assertThat(claims).isNotEmpty();
      Claim claim = claims.get(0).value();
      assertThat(claims.get(0).key()).isEqualTo(claim.getId());
      assertThat(claim.getVoice()).isEqualTo("READER");
      assertThat(claim.getComment()).isEqualTo(3);
      assertThat(claim.getArticleId()).isEqualTo("a1");
      assertThat(claim.getOutletName()).isEqualTo("The Lakeside Courier");
      assertThat(claim.getTitle()).isEqualTo("Ministry confirms talks");
      assertThat(claim.getUrl()).isEqualTo("https://a.example/talks");
      assertThat(claim.getChain()).extracting(ChainLink::getRole).doesNotContain("PUBLISHER");
      assertThat(
              comment
                  .getText()
                  .substring(
                      claim.getContent().get(0).getStart(), claim.getContent().get(0).getEnd()))
          .isEqualTo(claim.getContentText());
      assertThat(claim.getAbout()).contains("nato");
      Set<String> ids = claims.stream().map(TestRecord::key).collect(Collectors.toSet());
      assertThat(driver.values(topics.mentions()))
          .isNotEmpty()
          .allMatch(mention -> mention.getVoice().equals("READER"))
          .allMatch(mention -> ids.contains(mention.getClaimId()));
      driver
          .input(topics.comments())
          .pipeInput("a1", Comment.newBuilder(comment).setText(pasted).build());
      assertThat(driver.values(topics.claims())).isEmpty();
    }
  }

  @Test
  void anEditOfTheCatalogueTakesEffectWhileTheStageRunsAndIsTakenBackByATombstone() {
    Comment comment =
        Comment.newBuilder()
            .setArticleId("a1")
            .setPosition(0)
            .setText("The Lakeside Ferry Guild is late again, says the Courier of Lakeside.")
            .build();
    Entity guild =
        CatalogueRecords.record(
            org.hearsay.entities.Entity.named(
                "ferry-guild",
                "Lakeside Ferry Guild",
                EntityType.ORGANIZATION,
                List.of("Ferry Guild")));
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE);
        StageDriver driver = driver(new AnnotateStage(topics, serdes, analyzer, 0).topology())) {
      TestInputTopic<String, Comment> comments = driver.input(topics.comments());
      TestInputTopic<String, Entity> entities = driver.input(topics.entities());
      TestOutputTopic<String, Mention> mentions = driver.output(topics.mentions());
      comments.pipeInput("a1", comment);
      assertThat(mentions.readKeyValuesToList()).noneMatch(m -> "ferry-guild".equals(m.key));
      entities.pipeInput("ferry-guild", guild);
      comments.pipeInput("a1", comment);
      assertThat(mentions.readKeyValuesToList()).anyMatch(m -> "ferry-guild".equals(m.key));
      entities.pipeInput("ferry-guild", (Entity) null);
      comments.pipeInput("a1", comment);
      assertThat(mentions.readKeyValuesToList()).noneMatch(m -> "ferry-guild".equals(m.key));
    }
  }
}
