package org.hearsay.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hearsay.cli.Hearsay;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The dead letters of a real broker, written as Kafka Streams writes them. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DeadLettersIT {
  private static final String PAGES = "hearsay.pages";
  private static final String LETTERS = "hearsay.dead-letters";
  private static final String PIER = "https://lantern.example/pier";
  private static final String LOCK = "https://lantern.example/lock";

  /** No text in any encoding. */
  private static final byte[] BYTES = {0, 1, (byte) 0xff, (byte) 0xfe, 7};

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private LocalBroker broker;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void start() {
    broker = LocalBroker.start(folder);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    assertThat(run("topics", "create", "--partitions", "2")).as("%s", err).isZero();
  }

  @AfterEach
  void stop() {
    producer.close();
    broker.close();
  }

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    Collections.addAll(all, "--bootstrap-servers", broker.bootstrapServers());
    out.getBuffer().setLength(0);
    return line.execute(all.toArray(String[]::new));
  }

  private RecordMetadata page(@Nullable String key, byte[] value) throws Exception {
    RecordHeaders headers = new RecordHeaders();
    headers.add("schema-version", "1".getBytes(UTF_8));
    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
    return producer.send(new ProducerRecord<>(PAGES, 1, 1000L, bytes, value, headers)).get();
  }

  private void letter(RecordMetadata from, @Nullable String key, String stage, String reason)
      throws Exception {
    RecordHeaders headers = new RecordHeaders();
    headers.add("schema-version", "1".getBytes(UTF_8));
    headers.add(DeadLetterHeaders.EXCEPTION, "org.example.Unreadable".getBytes(UTF_8));
    headers.add(DeadLetterHeaders.MESSAGE, reason.getBytes(UTF_8));
    headers.add(DeadLetterHeaders.TOPIC, from.topic().getBytes(UTF_8));
    headers.add(DeadLetterHeaders.PARTITION, Integer.toString(from.partition()).getBytes(UTF_8));
    headers.add(DeadLetterHeaders.OFFSET, Long.toString(from.offset()).getBytes(UTF_8));
    headers.add(DeadLetterHeaders.STAGE, stage.getBytes(UTF_8));
    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
    producer.send(new ProducerRecord<>(LETTERS, 0, 1000L, bytes, BYTES, headers)).get();
  }

  private List<ConsumerRecord<byte[], byte[]>> pages() {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (RawTopic topic = new RawTopic(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      topic.readAll(PAGES, all::add);
    }
    return all;
  }

  @Test
  void listChoosesAndCounts() throws Exception {
    letter(page(PIER, BYTES), PIER, "read", PIER + ": not a page");
    letter(page(LOCK, BYTES), LOCK, "read", LOCK + ": not a page");
    letter(page(LOCK, BYTES), LOCK, "annotate", "no such schema");

    assertThat(run("dead-letters", "list")).as("%s", err).isZero();
    assertThat(out.toString())
        .contains("0:0  1970-01-01T00:00:01Z  read  hearsay.pages-1@0  5 bytes", "no such schema")
        .endsWith("3 dead letters" + System.lineSeparator());

    assertThat(run("dead-letters", "list", "--by", "reason")).isZero();
    assertThat(out.toString().lines())
        .containsExactly("       2  not a page", "       1  no such schema", "3 dead letters");

    run("dead-letters", "list", "--stage", "annotate", "--topic", "pages", "--key", "lock");
    assertThat(out.toString()).contains("0:2 ").endsWith("1 dead letter" + System.lineSeparator());
    run("dead-letters", "list", "--since", "1d");
    assertThat(out.toString().lines()).containsExactly("0 dead letters");
    run("dead-letters", "list", "--until", "1970-01-02", "--reason", "NOT A PAGE");
    assertThat(out.toString()).endsWith("2 dead letters" + System.lineSeparator());
  }

  @Test
  void anOptionThatSaysNothingThereIsIsRefused() {
    assertThat(run("dead-letters", "list", "--since", "yesterday")).isEqualTo(1);
    assertThat(run("dead-letters", "list", "--stage", "reed")).isEqualTo(1);
    assertThat(run("dead-letters", "show", "17")).isEqualTo(1);
    assertThat(run("dead-letters", "show", "0:17")).isEqualTo(1);
    assertThat(run("dead-letters", "replay")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--since takes a day", "no stage is called reed", "17 is no dead letter")
        .contains("there is no dead letter 0:17", "say which");
  }

  @Test
  void showAndExportGiveItWhole() throws Exception {
    letter(page(PIER, BYTES), PIER, "read", "not a page");
    letter(page(LOCK, BYTES), LOCK, "read", "not a page");

    assertThat(run("dead-letters", "show", "0:1")).as("%s", err).isZero();
    assertThat(out.toString())
        .contains("key: " + LOCK, DeadLetterHeaders.MESSAGE + ": not a page", "hearsay.stage: read")
        .contains("value: 5 bytes", "00 01 ff fe 07");

    Path file = folder.resolve("out/letters.jsonl");
    assertThat(run("dead-letters", "export", "--out", file.toString())).as("%s", err).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.get("value").binaryValue()).isEqualTo(BYTES);
    assertThat(first.get("key").binaryValue()).isEqualTo(PIER.getBytes(UTF_8));
    assertThat(first.at("/headers/hearsay.stage").asText()).isEqualTo("read");
  }

  @Test
  void replaySendsTheRecordAsItWasToItsPartitionAndOnlyOnce() throws Exception {
    RecordMetadata failed = page(PIER, BYTES);
    letter(failed, PIER, "read", "not a page");
    letter(failed, PIER, "annotate", "not a page");

    assertThat(run("dead-letters", "replay", "--all", "--dry-run")).as("%s", err).isZero();
    assertThat(out.toString()).endsWith("would send 1 of 2 dead letters" + System.lineSeparator());
    assertThat(pages()).hasSize(1);

    assertThat(run("dead-letters", "replay", "--all")).as("%s", err).isZero();
    assertThat(out.toString()).endsWith("sent 1 of 2 dead letters" + System.lineSeparator());
    assertThat(run("dead-letters", "replay", "--all")).as("%s", err).isZero();
    assertThat(out.toString())
        .contains("0:0 stays: its key has a newer record, hearsay.pages-1@1")
        .endsWith("sent 0 of 2 dead letters" + System.lineSeparator());

    assertThat(pages()).hasSize(2);
    ConsumerRecord<byte[], byte[]> again = pages().get(1);
    assertThat(again.partition()).isEqualTo(1);
    assertThat(again.key()).isEqualTo(PIER.getBytes(UTF_8));
    assertThat(again.value()).isEqualTo(BYTES);
    assertThat(again.timestamp()).isEqualTo(1000);
    assertThat(again.headers())
        .extracting(header -> header.key() + " " + new String(header.value(), UTF_8))
        .containsExactly("schema-version 1", "hearsay.replayed hearsay.pages-1@0");
  }

  @Test
  void whatANewerRecordOfItsKeyReplacedIsNotSentAndWhatHasNoKeyIsTold() throws Exception {
    letter(page(PIER, BYTES), PIER, "read", "not a page");
    letter(page(LOCK, BYTES), LOCK, "read", "not a page");
    letter(page(null, BYTES), null, "read", "no key");
    page(PIER, "<p>mended</p>".getBytes(UTF_8));

    assertThat(run("dead-letters", "replay", "0:0", "0:1", "0:2")).as("%s", err).isZero();
    assertThat(out.toString()).contains("0:0 stays: its key has a newer record");
    assertThat(out.toString()).endsWith("sent 2 of 3 dead letters" + System.lineSeparator());
    run("dead-letters", "replay", "--reason", "no key");
    assertThat(out.toString()).endsWith("sent 0 of 1 dead letter" + System.lineSeparator());
    assertThat(pages()).hasSize(6);
  }

  @Test
  void aRecordOfATopicOfAStagesOwnIsRefusedAndSaysWhatToDo() throws Exception {
    RecordMetadata own = page(PIER, BYTES);
    letter(
        new RecordMetadata(
            new TopicPartition("hearsay-trace-x-repartition", 0), own.offset(), 0, 0, 0, 0),
        PIER,
        "trace",
        "no such schema");

    assertThat(run("dead-letters", "replay", "--stage", "trace")).isEqualTo(1);
    assertThat(out.toString()).contains("0:0 stays: hearsay-trace-x-repartition is a topic of a");
  }
}
