package org.hearsay.topology.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.analysis.Publisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.records.Article;
import org.hearsay.records.Comment;
import org.hearsay.records.Outlet;
import org.hearsay.records.Page;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.PlainAvro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadStageTest {
  private static final String PAGE =
      """
      <html><head><title>Ministry confirms talks</title>
      <meta property="og:site_name" content="Lakeside Courier"></head><body>
      <article><h1>Ministry confirms talks</h1>
      <p>Serbia has asked NATO for a meeting next week, the foreign ministry said on Monday.</p>
      <p>“We want to talk about the crossings and nothing else,” minister Milan Testovic said.</p>
      <p>According to the Lakeside Courier, the meeting will be held in Brussels on Thursday.</p>
      <p>The governor had told Reuters that the ferry would stop.</p>
      </article></body></html>
      """;

  private final Topics topics = new Topics("test.", 1);
  private final PlainAvro serdes = new PlainAvro();
  private final Catalogue catalogue = Catalogue.builtIn();

  @TempDir Path state;

  private ReadStage readStage() {
    return new ReadStage(topics, serdes, new PageReader(), new Publisher(catalogue));
  }

  private TopologyTestDriver driver(Topology topology) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    settings.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.deadLetters().name());
    return new TopologyTestDriver(topology, settings);
  }

  private static Page page(String url, byte[] content) {
    return Page.newBuilder().setUrl(url).setContent(ByteBuffer.wrap(content)).build();
  }

  private String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReadStageTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** A changed description means that a running deployment cannot simply be restarted. */
  @Test
  void theReadTopologyIsTheDeployedOne() throws IOException {
    assertThat(readStage().topology().describe().toString().strip())
        .isEqualTo(golden("read.topology.txt"));
  }

  @Test
  void aPageBecomesAnArticleAndAnUnreadableOneGoesToTheDeadLettersWhole() {
    byte[] broken = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
    try (TopologyTestDriver driver = driver(readStage().topology())) {
      TestInputTopic<String, Page> pages =
          driver.createInputTopic(
              topics.pages().name(), new StringSerializer(), serdes.of(Page.class).serializer());
      TestOutputTopic<String, Article> articles =
          driver.createOutputTopic(
              topics.articles().name(),
              new StringDeserializer(),
              serdes.of(Article.class).deserializer());
      TestOutputTopic<String, Comment> comments =
          driver.createOutputTopic(
              topics.comments().name(),
              new StringDeserializer(),
              serdes.of(Comment.class).deserializer());
      TestOutputTopic<String, byte[]> dead =
          driver.createOutputTopic(
              topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
      pages.pipeInput("https://a.example/x", page("https://a.example/x", broken));
      pages.pipeInput(
          "https://a.example/y",
          page("https://a.example/y", PAGE.getBytes(StandardCharsets.UTF_8)));

      TestRecord<String, Article> article = articles.readRecord();
      assertThat(articles.isEmpty()).isTrue();
      assertThat(comments.isEmpty()).isTrue();
      assertThat(article.value().getId()).isEqualTo(article.key());
      assertThat(article.value().getTitle()).isEqualTo("Ministry confirms talks");
      assertThat(article.value().getBody()).contains("nothing else");
      assertThat(article.headers().lastHeader("schema-version")).isNotNull();

      TestRecord<String, byte[]> letter = dead.readRecord();
      assertThat(letter.key()).isEqualTo("https://a.example/x");
      assertThat(letter.headers().lastHeader("__streams.errors.message")).isNotNull();
    }
  }

  @Test
  void anOutletOfTheCatalogueTopicIsKnownToTheReadStage() {
    Outlet courier =
        Outlet.newBuilder()
            .setId("lakeside-courier")
            .setName("The Lakeside Courier")
            .setHosts(List.of("a.example"))
            .build();
    try (TopologyTestDriver driver = driver(readStage().topology())) {
      driver
          .createInputTopic(
              topics.outlets().name(), new StringSerializer(), serdes.of(Outlet.class).serializer())
          .pipeInput("lakeside-courier", courier);
      driver
          .createInputTopic(
              topics.pages().name(), new StringSerializer(), serdes.of(Page.class).serializer())
          .pipeInput(
              "https://a.example/y",
              page("https://a.example/y", PAGE.getBytes(StandardCharsets.UTF_8)));
      assertThat(
              driver
                  .createOutputTopic(
                      topics.articles().name(),
                      new StringDeserializer(),
                      serdes.of(Article.class).deserializer())
                  .readValue()
                  .getOutletId())
          .isEqualTo("lakeside-courier");
    }
  }
}
