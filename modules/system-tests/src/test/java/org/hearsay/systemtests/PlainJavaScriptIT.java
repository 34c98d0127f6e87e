package org.hearsay.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Claim;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.TopicAdmin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topics are read by clients that share no code with Hearsay nor with Kafka: kafkajs, which
 * knows gzip and no other codec, and Confluent's registry client for JavaScript. {@code .ci/run}
 * installs them where there is Node.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PlainJavaScriptIT {
  private static final String REQUIRED = "HEARSAY_NODE_REQUIRED";
  private static final int CLAIMS = 50;

  private final Path program =
      StageProcess.root().resolve("modules/system-tests/target/javascript/read.js");
  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  @BeforeEach
  void requireNode() {
    if (!Files.isDirectory(program.resolveSibling("node_modules"))) {
      String missing =
          "left out: the clients for JavaScript are not installed (.ci/run does it, where there is"
              + " Node)";
      assertThat(System.getenv(REQUIRED)).as(missing).isNull();
      abort(missing);
    }
  }

  @Test
  void rowsThatStagesWriteAreReadByClientsForJavaScript() throws Exception {
    Topics topics = new Topics("js.", 1);
    Map<String, Claim> claims = new LinkedHashMap<>();
    RandomRecords random = new RandomRecords();
    for (int i = 0; i < CLAIMS; i++) {
      String id = "claim-" + i;
      claims.put(id, (Claim) random.record(Claim.getClassSchema(), "id", id));
    }
    try (LocalCluster cluster = LocalCluster.start(folder.resolve("cluster"))) {
      write(cluster, topics, claims);
      Map<String, JsonNode> read = read(cluster, topics);
      assertThat(read).containsOnlyKeys(claims.keySet());
      read.forEach((id, record) -> requireSame(record, Objects.requireNonNull(claims.get(id))));
    }
  }

  /** As stages compress what they send. */
  private static void write(LocalCluster cluster, Topics topics, Map<String, Claim> claims)
      throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", cluster.bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin).create(topics, (short) 1);
      while (!new TopicAdmin(admin).missing(topics.all()).isEmpty()) {
        Thread.onSpinWait();
      }
    }
    try (AvroSerdes serdes =
            AvroSerdes.create(Map.of("schema.registry.url", cluster.registryUrl()));
        KafkaProducer<String, Claim> producer =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    cluster.bootstrapServers(),
                    "compression.type",
                    "lz4",
                    "linger.ms",
                    200),
                new StringSerializer(),
                serdes.value(Claim.class).serializer())) {
      claims.forEach(
          (id, claim) -> {
            ProducerRecord<String, Claim> record =
                new ProducerRecord<>(topics.claims().name(), id, claim);
            record.headers().add("outlet", ("outlet of " + id).getBytes(UTF_8));
            Future<RecordMetadata> unused = producer.send(record);
          });
      producer.flush();
    }
  }

  private Map<String, JsonNode> read(LocalCluster cluster, Topics topics)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process node =
        new ProcessBuilder(
                "node",
                program.toString(),
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                topics.claims().name(),
                Integer.toString(CLAIMS))
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    boolean ended = node.waitFor(60, TimeUnit.SECONDS);
    node.destroyForcibly().waitFor();
    assertThat(ended && node.exitValue() == 0)
        .as("it ends: %s", Files.readString(folder.resolve("err")))
        .isTrue();
    Map<String, JsonNode> read = new LinkedHashMap<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode record = mapper.readTree(line);
      read.put(record.get("key").asText(), record);
    }
    return read;
  }

  private static void requireSame(JsonNode read, Claim claim) {
    assertThat(read.at("/headers/outlet").asText()).isEqualTo("outlet of " + claim.getId());
    List<Schema.Field> fields = Claim.getClassSchema().getFields();
    assertThat(read.get("value").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(fields.stream().map(Schema.Field::name).toList());
    for (Schema.Field field : fields) {
      JsonNode value = read.get("value").get(field.name());
      Object written = claim.get(field.pos());
      if (written == null) {
        assertThat(value.isNull()).as(field.name()).isTrue();
      } else if (written instanceof CharSequence text) {
        assertThat(value.asText()).as(field.name()).isEqualTo(text.toString());
      } else if (written instanceof Integer number) {
        assertThat(value.intValue()).as(field.name()).isEqualTo(number);
      } else if (written instanceof List<?> rows) {
        assertThat(value).as(field.name()).hasSize(rows.size());
      }
    }
  }
}
