package org.hearsay.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hearsay.cli.Hearsay;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Annotation;
import org.hearsay.records.topics.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The watch command against a real broker and a real registry. */
class WatchIT {
  private static LocalCluster cluster;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws InterruptedException {
    cluster = LocalCluster.startTemporary();
    new WatchIT().run("topics", "create", "--partitions", "1");
    Topics topics = new Topics();
    try (RecordPublisher publisher =
        new RecordPublisher(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            Map.of("schema.registry.url", cluster.registryUrl()))) {
      publisher.send(topics.annotations(), "a1", summary("a1", "balkan-ledger", 3));
      publisher.send(topics.annotations(), "a2", summary("a2", "meridian-wire", 5));
      publisher.send(topics.annotations(), "a1", summary("a1", "balkan-ledger", 7));
      publisher.confirm();
    }
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static Annotation summary(String article, String outlet, int claims) {
    return Annotation.newBuilder()
        .setArticleId(article)
        .setOutletId(outlet)
        .setLanguage("en")
        .setSentences(9)
        .setMentions(4)
        .setClaims(claims)
        .setPartial(List.of())
        .build();
  }

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    Collections.addAll(all, "--bootstrap-servers", cluster.bootstrapServers());
    if (!all.contains("--schema-registry")) {
      Collections.addAll(all, "--schema-registry", cluster.registryUrl());
    }
    return line.execute(all.toArray(String[]::new));
  }

  @Test
  void whatATopicHoldsIsShownAsATableAndThenItEnds() {
    assertThat(run("watch", "annotations", "--until-end")).as("%s", err).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("article"))).hasSize(3);
    assertThat(out.toString()).contains("balkan-ledger").contains("3 claims").doesNotContain("{");
  }

  @Test
  void theNewestRowOfEachKeyIsShownWithItsKeyTimeAndHeaders() throws IOException {
    assertThat(run("watch", "annotations", "--latest", "--format", "json")).as("%s", err).isZero();
    List<String> rows = out.toString().lines().toList();
    assertThat(rows).hasSize(2);
    JsonNode last = new ObjectMapper().readTree(rows.get(1));
    assertThat(last.path("key").asText()).isEqualTo("a1");
    assertThat(last.path("time").asText()).startsWith("20").endsWith("Z");
    assertThat(last.path("headers").isObject()).isTrue();
    assertThat(last.path("claims").asInt()).isEqualTo(7);
  }

  @Test
  void anOutletThatNoRowIsOfIsSaidAtOnceWithNamesThatAreNear() {
    assertThat(run("watch", "annotations", "--until-end", "--outlet", "meridan-wire")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("--outlet meridan-wire").contains("meridian-wire?");
    assertThat(run("watch", "annotations", "--latest", "--outlet", "meridian-wire")).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("article"))).hasSize(1);
  }

  @Test
  void anOutletOfTheCatalogueIsNearToo() {
    assertThat(run("watch", "annotations", "--until-end", "--outlet", "Reutres")).isEqualTo(1);
    assertThat(err.toString()).contains("no row of such an outlet (did you mean Reuters");
  }

  @Test
  void aNameThatTheCatalogueKnowsIsNoMistakeWhereNothingOfItCameYet() {
    assertThat(run("watch", "annotations", "--until-end", "--outlet", "reuters")).isZero();
    assertThat(err.toString())
        .contains("no row of such an outlet yet; the catalogue knows Reuters");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aRegistryWithTheWrongPathIsOneLine() {
    String wrong = cluster.registryUrl().replaceFirst("/apis/.*", "/wrong");
    assertThat(run("watch", "annotations", "--until-end", "--schema-registry", wrong)).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(wrong).contains("check the path");
  }
}
