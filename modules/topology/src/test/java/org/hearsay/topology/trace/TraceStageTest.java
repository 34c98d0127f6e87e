package org.hearsay.topology.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.fingerprints.CandidateRules;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.records.Article;
import org.hearsay.records.Republication;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.StageDriver;
import org.hearsay.topology.trace.fingerprints.FingerprintForms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceStageTest extends TraceStageFixture {
  private static final MaskWords ENGLISH = MaskWords.load("en");

  /** The newest row of each pair, as "copy<origin KIND DIRECTION". */
  private static Map<String, String> newest(List<Republication> rows) {
    Map<String, String> out = new TreeMap<>();
    for (Republication row : rows) {
      out.put(
          row.getId(),
          row.getOutletId()
              + "<"
              + row.getOriginOutletId()
              + " "
              + row.getKind()
              + " "
              + row.getDirection());
    }
    return out;
  }

  /** A changed description means that a running deployment cannot simply be restarted. */
  @Test
  void theTraceTopologyIsTheDeployedOne() throws IOException {
    assertThat(
            StageDriver.described(
                new TraceStage(topics, serdes, TraceStage.RETENTION, ReadingLanguage.CODE)
                    .topology()))
        .isEqualTo(StageDriver.golden(TraceStageTest.class, "trace.topology.txt"));
  }

  @Test
  void aCopyIsToldUnderItsOwnKeyWithWhatWasChanged() {
    Article wire = article("wire", FERRY, MORNING);
    String edited = FERRY.replace("took note of it", "ignored the sheets") + "\n\n" + OWN;
    Article copy = article("courier", edited, MORNING.plusSeconds(3600));
    send(wire, MORNING);
    send(article("bakers", BREAD, MORNING), MORNING);
    send(copy, MORNING.plusSeconds(7200));

    TestRecord<String, Republication> record = lineage.readRecord();
    assertThat(lineage.isEmpty()).isTrue();
    Republication row = record.value();
    assertThat(record.key()).isEqualTo(copy.getId());
    assertThat(record.headers().lastHeader("outlet").value()).asString().isEqualTo("courier");
    assertThat(row.getOriginId()).isEqualTo(wire.getId());
    assertThat(row.getDirection()).isEqualTo("PUBLISHED");
    assertThat(row.getOriginContainment()).isGreaterThan(0.9);
    assertThat(row.getTitle()).isEqualTo("A title of courier");
    assertThat(row.getOriginTitle()).isEqualTo("A title of wire");
    assertThat(row.getReplacements())
        .anySatisfy(
            replacement -> {
              assertThat(replacement.getText()).isEqualTo("ignored the sheets");
              assertThat(replacement.getOriginText()).isEqualTo("took note of it");
              assertThat(edited.substring(replacement.getStart(), replacement.getEnd()))
                  .isEqualTo("ignored the sheets");
            });
    assertThat(row.getAdded())
        .singleElement()
        .satisfies(
            span -> assertThat(edited.substring(span.getStart(), span.getEnd())).isEqualTo(OWN));
    assertThat(row.getAddedTexts()).containsExactly(OWN);
    assertThat(row.getDropped()).isEmpty();
    assertThat(row.getDroppedTexts()).isEmpty();
  }

  @Test
  void whatACopyDroppedIsToldInItsWordsBoundedAndItsTitleThoughItIsTheSame() {
    String notice = "The harbour office does not answer. ".repeat(80).strip();
    Article wire = article("wire", FERRY + "\n\n" + notice, MORNING);
    Article copy =
        Article.newBuilder(article("courier", FERRY, MORNING.plusSeconds(60)))
            .setTitle(wire.getTitle())
            .build();
    send(wire, MORNING);
    send(copy, MORNING.plusSeconds(120));
    Republication row = lineage.readValue();
    assertThat(row.getTitle()).isEqualTo("A title of wire");
    assertThat(row.getOriginTitle()).isEqualTo("A title of wire");
    assertThat(row.getAddedTexts()).isEmpty();
    assertThat(row.getDroppedTexts()).containsExactly(notice.substring(0, 2000));
  }

  @Test
  void anyOrderOfArrivalGivesTheSameEdges() {
    List<Article> family =
        List.of(
            article("wire", FERRY, MORNING),
            article("courier", FERRY + "\n\n" + OWN, MORNING.plusSeconds(60), "wire"),
            article("blog", OWN + "\n\n" + FERRY + "\n\n" + BREAD, null),
            article("bakers", BREAD, MORNING.plusSeconds(120)),
            article("herald", FERRY.substring(0, FERRY.indexOf("A petition")).strip(), null));
    List<Instant> seen = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      seen.add(MORNING.plus(Duration.ofHours(5L + i)));
    }
    @Nullable Map<String, String> expected = null;
    for (int round = 0; round < 8; round++) {
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
      if (round > 0) {
        Collections.shuffle(order, new Random(round));
      }
      try (StageDriver another = driver(TraceStage.RETENTION)) {
        open(another);
        for (int i : order) {
          send(family.get(i), seen.get(i));
        }
        Map<String, String> edges = newest(lineage.readValuesToList());
        assertThat(another.written()).contains(topics.lineage().name());
        if (expected == null) {
          expected = edges;
          assertThat(edges.values())
              .containsExactlyInAnyOrder(
                  "courier<wire EXTENDED DECLARED",
                  "blog<wire EXTENDED FIRST_SEEN",
                  "blog<courier EXTENDED FIRST_SEEN",
                  "bakers<blog ABRIDGED UNDECIDED",
                  "herald<wire ABRIDGED FIRST_SEEN",
                  "herald<courier ABRIDGED FIRST_SEEN",
                  "herald<blog ABRIDGED FIRST_SEEN");
        } else {
          assertThat(edges).as("order " + order).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void anArticleThatComesAgainSaysNothingNew() {
    Article wire = article("wire", FERRY, MORNING);
    Article copy = article("courier", FERRY + "\n\n" + OWN, null);
    send(wire, MORNING);
    send(copy, MORNING.plusSeconds(60));
    assertThat(lineage.readValuesToList()).hasSize(1);
    send(copy, MORNING.plusSeconds(90));
    send(wire, MORNING);
    assertThat(lineage.isEmpty()).isTrue();
  }

  @Test
  void anEarlierSightOfAnArticleCorrectsTheDirectionUnderTheSameId() {
    Article one = article("courier", FERRY, null);
    Article other = article("herald", FERRY + "\n\n" + OWN, null);
    send(one, MORNING);
    send(other, MORNING.plusSeconds(60));
    Republication first = lineage.readValue();
    assertThat(first.getArticleId()).isEqualTo(other.getId());
    send(other, MORNING.minusSeconds(60));
    Republication corrected = lineage.readValue();
    assertThat(corrected.getArticleId()).isEqualTo(one.getId());
    assertThat(corrected.getId()).isEqualTo(first.getId());
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgotten() {
    driver.close();
    driver = driver(Duration.ofHours(3));
    open(driver);
    send(article("wire", FERRY, MORNING), MORNING);
    send(article("bakers", BREAD, null), MORNING.plus(Duration.ofHours(12)));
    send(article("blog", FERRY, null), MORNING.plus(Duration.ofHours(13)));
    assertThat(lineage.isEmpty()).isTrue();
    send(article("herald", FERRY, null), MORNING.plus(Duration.ofHours(14)));
    assertThat(newest(lineage.readValuesToList()).values())
        .containsExactly("herald<blog WHOLE FIRST_SEEN");
  }

  @Test
  void standingTextOfAnOutletDoesNotFillTheListsOrMakeCopies() {
    String standing =
        "\n\nThe harbour gazette has told the river's stories from its own barge since 1922, and"
            + " whoever reads it on board gets a second cup of coffee from the crew for nothing.";
    for (int i = 0; i < 8; i++) {
      String body = BREAD.replace("bread", "bread" + i).replace("old town", "quarter " + i);
      send(
          article("gazette", i + " " + (i % 2 == 0 ? OWN : body) + standing, null),
          MORNING.plusSeconds(i));
    }
    assertThat(lineage.readValuesToList())
        .allSatisfy(row -> assertThat(row.getKind()).isNotEqualTo("PASSAGES"));
  }

  @Test
  void aStockPhraseTellsOfTheFirstWhoUsedItAndOfNobodyElse() {
    Random random = new Random(5);
    String phrase = " according to the rules of the harbour board that nobody reads. ";
    for (int i = 0; i < 30; i++) {
      String body = gibberish(random, 150) + phrase + gibberish(random, 150);
      send(article("outlet-" + i, body, null), MORNING.plusSeconds(i));
    }
    assertThat(hits())
        .as("of thirty articles")
        .hasSizeBetween(29, 30 * topics.articles().partitions());
    assertThat(lineage.readValuesToList()).isEmpty();
  }

  @Test
  void whatAnArticleCausesIsBoundedHoweverManyStockPhrasesItHas() {
    Random random = new Random(7);
    // Of the least fingerprints, so that each text that has a phrase keeps that of the phrase.
    List<String> phrases =
        IntStream.range(0, 20_000)
            .mapToObj(i -> gibberish(random, 5))
            .sorted(Comparator.comparingLong(TraceStageTest::fingerprint))
            .limit(80)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(phrases, random);
    for (int i = 0; i < 5 * phrases.size(); i++) {
      String body = gibberish(random, 40) + " " + phrases.get(i % phrases.size());
      send(article("outlet-" + i, body, null), MORNING.plusSeconds(i));
    }
    hits();
    StringBuilder body = new StringBuilder();
    phrases.forEach(
        phrase -> body.append(phrase).append(' ').append(gibberish(random, 12)).append(' '));
    send(article("last", body.toString(), null), MORNING.plusSeconds(1_000));
    List<Hits> told = hits();
    assertThat(told).hasSize(topics.articles().partitions());
    assertThat(told.stream().mapToInt(hits -> hits.hits().size()).sum())
        .isEqualTo(CandidateRules.MOST_STOCK_PHRASES);
    assertThat(lineage.readValuesToList()).isEmpty();
  }

  private static long fingerprint(String phrase) {
    List<org.hearsay.text.Span> whole = List.of(new org.hearsay.text.Span(0, phrase.length()));
    return Prepared.of(
            new Piece("id", null, null, null, phrase, whole, null, MORNING, List.of()), ENGLISH)
        .fingerprints()[0];
  }

  @Test
  void copiesOfWhatManyHaveCopiedHaveTheSameEdgesInAnyOrderOfArrival() {
    Random random = new Random(8);
    String story = gibberish(random, 120);
    String passage = String.join(" ", List.of(story.split(" ")).subList(30, 90));
    List<Article> family = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      family.add(article("outlet-" + i, gibberish(random, 20) + ".\n\n" + story, null));
    }
    family.add(article("taker", gibberish(random, 200) + ".\n\n" + passage + ".", null));
    @Nullable Map<String, String> expected = null;
    for (int round = 0; round < 5; round++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, family.size()).boxed().toList());
      if (round > 0) {
        Collections.shuffle(order, new Random(round));
      }
      try (StageDriver another = driver(TraceStage.RETENTION)) {
        open(another);
        for (int i : order) {
          send(family.get(i), MORNING.plus(Duration.ofHours(i)));
        }
        Map<String, String> edges = newest(lineage.readValuesToList());
        if (expected == null) {
          expected = edges;
          assertThat(edges).hasSize(8 * 7 / 2);
        } else {
          assertThat(edges).as("order " + order).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void whoCopiesWhatManyHaveCopiedIsStillLinkedToTheFirst() {
    Random random = new Random(6);
    String story = gibberish(random, 200);
    String passage = String.join(" ", List.of(story.split(" ")).subList(40, 110));
    for (int i = 0; i < 20; i++) {
      send(article("outlet-" + i, "Lead " + i + ".\n\n" + story, null), MORNING.plusSeconds(i));
    }
    String own = gibberish(random, 300);
    send(article("taker", own + "\n\n" + passage + ".", null), MORNING.plusSeconds(60));
    Map<String, String> edges = newest(lineage.readValuesToList());
    for (int i = 1; i < 20; i++) {
      assertThat(edges).containsValue("outlet-" + i + "<outlet-0 WHOLE FIRST_SEEN");
    }
    assertThat(edges).containsValue("taker<outlet-0 PASSAGES FIRST_SEEN");
  }

  /** What was told of pairs since it was last asked for. */
  private List<Hits> hits() {
    return driver.written().stream()
        .filter(topic -> topic.endsWith("trace-hits-repartition"))
        .map(topic -> driver.output(topic, FingerprintForms.hits(TraceStage.NAME).deserializer()))
        .flatMap(topic -> topic.readValuesToList().stream())
        .toList();
  }

  /** Words that no two texts have in common. */
  private static String gibberish(Random random, int words) {
    return random
        .ints(words)
        .mapToObj(n -> "w" + Integer.toUnsignedString(n, 26).replaceAll("[0-9]", "o"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void anArticleUnderAnotherKeyThanItsIdIsRefused() {
    Article wire = article("wire", FERRY, MORNING);
    assertThatThrownBy(() -> articles.pipeInput("another", wire, MORNING))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseInstanceOf(RejectedRecordException.class)
        .rootCause()
        .hasMessageContaining("the key has to be its id");
  }
}
