package org.hearsay.topology.trace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Notice;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.Ids;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.StageDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The trace stage on a driver, and articles and claims to feed it with. */
abstract class TraceStageFixture {
  static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

  static final String FERRY =
      """
      The last ferry across the Lim will be taken out of service in April, the harbour office of \
      Prelog said on Tuesday, ending a crossing that has run since 1911 with only two breaks.

      “Nobody rides it in winter,” harbour master Dunja Zelenski said. She had asked the ministry \
      for a new engine three times.

      About 40 people from the villages on the northern bank use the ferry to reach the hospital. \
      They will have to drive 31 kilometres round by the bridge at Vrbica, which is closed to \
      lorries and, on most mornings in February, to everything else.

      A petition against the closing gathered 2,600 signatures in a week. The council took note of \
      it without debate and moved on to the budget for street lamps.""";

  static final String OWN =
      """
      Readers of this paper remember the boat from the great flood, when it carried cattle and a \
      piano, and when its master slept on deck for eleven nights in a row.""";

  static final String BREAD =
      """
      Bakers in the old town have stopped selling bread by the loaf and sell it by the kilo again, \
      after inspectors found that half of the loaves weighed less than the label promised. The \
      scales in eleven shops were sealed on Thursday.""";

  final Topics topics = new Topics("test.", 2);
  final PlainAvro serdes = new PlainAvro();

  @TempDir Path state;
  StageDriver driver;
  TestInputTopic<String, Article> articles;
  TestInputTopic<String, Claim> claims;
  TestOutputTopic<String, Republication> lineage;
  TestOutputTopic<String, Claim> completed;

  @BeforeEach
  void start() {
    driver = driver(TraceStage.RETENTION);
    open(driver);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  final StageDriver driver(Duration retention) {
    return StageDriver.of(
        new TraceStage(topics, serdes, retention, ReadingLanguage.CODE).topology(), state);
  }

  final void open(StageDriver started) {
    articles = started.input(topics.articles());
    claims = started.input(topics.claims());
    lineage = started.output(topics.lineage());
    completed = started.output(topics.claims());
  }

  static Article article(
      String outlet, String body, @Nullable Instant published, String... declared) {
    List<Span> paragraphs = new ArrayList<>();
    int at = 0;
    for (String paragraph : body.split("\n\n", -1)) {
      paragraphs.add(new Span(at, at + paragraph.length()));
      at += paragraph.length() + 2;
    }
    return Article.newBuilder()
        .setId(Ids.of(outlet, body))
        .setPageUrl("https://www." + outlet + ".example/x")
        .setUrl("https://www." + outlet + ".example/x")
        .setOutletId(outlet)
        .setOutletName("The " + outlet)
        .setTitle("A title of " + outlet)
        .setPublishedAt(published)
        .setBody(body)
        .setParagraphs(paragraphs)
        .setNotices(
            Arrays.stream(declared)
                .map(
                    name ->
                        Notice.newBuilder()
                            .setKind("REPUBLISHED_FROM")
                            .setName(name)
                            .setOutletId(name)
                            .setEvidence("Originally published on " + name)
                            .build())
                .toList())
        .setCommentCount(0)
        .setPartial(List.of())
        .build();
  }

  static ChainLink link(String role, String outlet, String evidence) {
    return ChainLink.newBuilder()
        .setRole(role)
        .setName("The " + outlet)
        .setText(outlet)
        .setId(outlet)
        .setEvidenceKind(evidence)
        .setEvidence("")
        .setConfidence(0.95)
        .build();
  }

  static Claim claim(Article article, String content, ChainLink... chain) {
    int start = article.getBody().indexOf(content);
    Span span = new Span(start, start + content.length());
    return Claim.newBuilder()
        .setId(Ids.of(article.getId(), content))
        .setArticleId(article.getId())
        .setOutletId(article.getOutletId())
        .setForm("DIRECT")
        .setConfidence(0.9)
        .setContentText(content)
        .setCueText("said")
        .setSourceText("")
        .setContent(List.of(span))
        .setCue(List.of())
        .setSource(List.of())
        .setChain(List.of(chain))
        .setHops(chain.length - 1)
        .build();
  }

  void send(Article article, Instant seen) {
    articles.pipeInput(article.getId(), article, seen);
  }

  void send(Claim claim) {
    claims.pipeInput(claim.getId(), claim, MORNING);
  }

  static String path(Claim claim) {
    return claim.getChain().stream()
        .map(
            link ->
                link.getId() + (link.getConfirmation() == null ? "" : " " + link.getConfirmation()))
        .collect(Collectors.joining(" > "));
  }
}
