package org.hearsay.topology.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.records.Article;
import org.hearsay.records.Comment;
import org.hearsay.records.Outlet;
import org.hearsay.records.Page;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.StageDriver;
import org.hearsay.topology.TalksPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadStageTest {
  private final Topics topics = new Topics("test.", 1);
  private final PlainAvro serdes = new PlainAvro();
  private final Catalogue catalogue = Catalogue.builtIn();

  @TempDir Path state;

  private ReadStage readStage() {
    return new ReadStage(topics, serdes, new PageReader(), new Publisher(catalogue));
  }

  private StageDriver driver() {
    return StageDriver.goingOn(readStage().topology(), topics.deadLetters(), state);
  }

  /** A changed description means that a running deployment cannot simply be restarted. */
  @Test
  void theReadTopologyIsTheDeployedOne() throws IOException {
    assertThat(StageDriver.described(readStage().topology()))
        .isEqualTo(StageDriver.golden(ReadStageTest.class, "read.topology.txt"));
  }

  @Test
  void aPageBecomesAnArticleAndAnUnreadableOneGoesToTheDeadLettersWhole() {
    byte[] broken = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
    try (StageDriver driver = driver()) {
      TestInputTopic<String, Page> pages = driver.input(topics.pages());
      TestOutputTopic<String, Article> articles = driver.output(topics.articles());
      TestOutputTopic<String, Comment> comments = driver.output(topics.comments());
      TestOutputTopic<String, byte[]> dead = driver.bytes(topics.deadLetters());
      pages.pipeInput("https://a.example/x", TalksPage.page("https://a.example/x", broken));
      pages.pipeInput("https://a.example/y", TalksPage.at("https://a.example/y"));

      TestRecord<String, Article> article = articles.readRecord();
      assertThat(articles.isEmpty()).isTrue();
      assertThat(comments.isEmpty()).isTrue();
      assertThat(article.value().getId()).isEqualTo(article.key());
      assertThat(article.value().getTitle()).isEqualTo("Ministry confirms talks");
      assertThat(article.value().getBody()).contains("nothing else");
      assertThat(article.headers().lastHeader("schema-version")).isNotNull();

      TestRecord<String, byte[]> letter = dead.readRecord();
      assertThat(letter.key()).isEqualTo("https://a.example/x");
      assertThat(letter.headers().lastHeader(DeadLetterHeaders.MESSAGE)).isNotNull();
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
    try (StageDriver driver = driver()) {
      driver.input(topics.outlets()).pipeInput("lakeside-courier", courier);
      driver
          .input(topics.pages())
          .pipeInput("https://a.example/y", TalksPage.at("https://a.example/y"));
      assertThat(driver.output(topics.articles()).readValue().getOutletId())
          .isEqualTo("lakeside-courier");
    }
  }
}
