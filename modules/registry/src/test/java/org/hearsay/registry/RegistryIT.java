package org.hearsay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.hearsay.local.LocalRegistry;
import org.hearsay.records.test.Sighting;
import org.hearsay.registry.RegistryException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class RegistryIT {

  private static final Sighting SIGHTING =
      new Sighting("page", Instant.parse("2026-11-24T08:00:00.123Z"), "outlet");

  private LocalRegistry registry;

  @BeforeAll
  void start(@TempDir Path folder) {
    registry = LocalRegistry.start(LocalRegistry.home(), folder);
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  @Test
  void whatOneWroteAnotherReads() {
    byte[] bytes = write("round", Map.of());
    try (AvroSerdes serdes = serdes(Map.of())) {
      assertThat(serdes.value(Sighting.class).deserializer().deserialize("round", bytes))
          .isEqualTo(SIGHTING);
    }
  }

  @Test
  void bytesAreAZeroTheIdAndTheRecord() throws RegistryFailure {
    byte[] bytes = write("wire", Map.of());
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    assertThat(buffer.get()).isZero();
    int id = buffer.getInt();
    assertThat(new Schema.Parser().parse(client().schemaById(id)))
        .isEqualTo(Sighting.getClassSchema());
    assertThat(client().latest("wire-value").id()).isEqualTo(id);
    assertThat(client().idOf("wire-value", Sighting.getClassSchema().toString())).isEqualTo(id);
    assertThat(buffer.get()).isEqualTo((byte) ("page".length() * 2));
  }

  @Test
  void theRegistrysReasonIsGivenForAnIncompatibleSchema() throws RegistryFailure {
    client()
        .register(
            "changed-value",
            "{\"type\":\"record\",\"name\":\"Sighting\",\"namespace\":\"org.hearsay.records.test\","
                + "\"fields\":[{\"name\":\"page\",\"type\":\"long\"}]}");
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> write("changed", Map.of()))
        .withMessageContaining("Topic changed, subject changed-value")
        .withMessageContaining("says: ")
        .withMessageContaining("STRING not compatible with writer type: LONG")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.INCOMPATIBLE);
  }

  @Test
  void aSubjectWithItsFirstSchemaGetsTheRule() {
    write("ruled", Map.of());
    String other =
        "{\"type\":\"record\",\"name\":\"Sighting\",\"namespace\":\"org.hearsay.records.test\","
            + "\"fields\":[{\"name\":\"page\",\"type\":\"long\"}]}";
    assertThatExceptionOfType(RegistryFailure.class)
        .isThrownBy(() -> client().register("ruled-value", other))
        .extracting(RegistryFailure::reason)
        .isEqualTo(Reason.INCOMPATIBLE);
  }

  @Test
  void anUnknownIdIsNamed() {
    byte[] bytes = write("ids", Map.of());
    ByteBuffer.wrap(bytes, 1, 4).putInt(987654);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> read("ids", bytes))
        .withMessageContaining("Topic ids, subject ids-value, schema id 987654")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA))
        .satisfies(e -> assertThat(e.id()).isEqualTo(987654));
  }

  @Test
  void aSchemaOfAnotherLanguageIsTheRecordsFaultAndNamed() throws Exception {
    int json =
        register(
            "json",
            "JSON",
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}",
            "");
    int protobuf =
        register("protobuf", "PROTOBUF", "syntax = \"proto3\"; message A { string b = 1; }", "");
    requireNotAvro(json, "type JSON, not Avro");
    requireNotAvro(protobuf, "type PROTOBUF, not Avro");
  }

  private void requireNotAvro(int id, String why) {
    byte[] bytes = ByteBuffer.allocate(9).put((byte) 0).putInt(id).putInt(7).array();
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> read("other", bytes))
        .withMessageContaining("Topic other, subject other-value, schema id " + id)
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AVRO))
        .satisfies(e -> assertThat(e.isFaultOfTheRecord()).isTrue());
  }

  @Test
  void aSchemaInSeveralPartsIsReadWhole() throws Exception {
    String part =
        "{\"type\":\"enum\",\"name\":\"Kind\",\"namespace\":\"parts\",\"symbols\":[\"A\"]}";
    register("parts.Kind", "AVRO", part, "");
    int id =
        register(
            "whole-value",
            "AVRO",
            "{\"type\":\"record\",\"name\":\"Sighting\","
                + "\"namespace\":\"org.hearsay.records.test\",\"fields\":["
                + "{\"name\":\"page\",\"type\":\"string\"},"
                + "{\"name\":\"kind\",\"type\":\"parts.Kind\"},"
                + "{\"name\":\"seenAt\",\"type\":"
                + "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}",
            ",\"references\":[{\"name\":\"parts.Kind\",\"subject\":\"parts.Kind\",\"version\":1}]");
    assertThat(new Schema.Parser().parse(client().schemaById(id)).getField("kind").schema())
        .isEqualTo(new Schema.Parser().parse(part));
  }

  /** Registers as a client that shares no code with Hearsay does. */
  private int register(String subject, String type, String schema, String more) throws Exception {
    String quoted = "\"" + schema.replace("\"", "\\\"") + "\"";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(
                BodyPublishers.ofString(
                    "{\"schemaType\":\"" + type + "\",\"schema\":" + quoted + more + "}"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Integer.parseInt(answer.body().replaceAll(".*\"id\":(\\d+).*", "$1"));
  }

  @Test
  void withoutRegistrationAnUnknownSubjectIsNamed() {
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> write("never", Map.of("auto.register.schemas", "false")))
        .withMessageContaining("never-value")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.UNKNOWN_SCHEMA);
  }

  @Test
  void aDeadRegistryIsNamedWithAllItsAddresses() {
    Map<String, Object> dead =
        Map.of("schema.registry.url", "http://127.0.0.1:1,http://127.0.0.1:2");
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> write("dead", dead))
        .withMessageContaining("Topic dead, subject dead-value")
        .withMessageContaining("http://127.0.0.1:1, http://127.0.0.1:2")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void anAddressWithTheWrongPathIsNoRegistryWhoeverAnswers() {
    String wrong = registry.url().replaceFirst("/apis/.*", "/wrong");
    Map<String, Object> config = Map.of("schema.registry.url", wrong);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> write("path", config))
        .withMessageContaining(wrong)
        .withMessageContaining("check the path")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void theSecondAddressIsUsedWhenTheFirstIsDead() {
    Map<String, Object> config =
        Map.of("schema.registry.url", "http://127.0.0.1:1," + registry.url());
    assertThat(read("second", write("second", config))).isEqualTo(SIGHTING);
  }

  @Test
  void bytesCutShortAreDamaged() {
    byte[] bytes = write("cut", Map.of());
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(RegistryException.class)
          .isThrownBy(() -> read("cut", cut))
          .withMessageContaining("Topic cut, subject cut-value")
          .extracting(RegistryException::reason)
          .isEqualTo(Reason.DAMAGED);
    }
  }

  private byte[] write(String topic, Map<String, Object> config) {
    try (AvroSerdes serdes = serdes(config)) {
      return serdes.value(Sighting.class).serializer().serialize(topic, SIGHTING);
    }
  }

  private Sighting read(String topic, byte[] bytes) {
    try (AvroSerdes serdes = serdes(Map.of())) {
      return serdes.value(Sighting.class).deserializer().deserialize(topic, bytes);
    }
  }

  private AvroSerdes serdes(Map<String, Object> config) {
    Map<String, Object> all = new HashMap<>(Map.of("schema.registry.url", registry.url()));
    all.putAll(config);
    return AvroSerdes.create(all);
  }

  private SchemaRegistry client() {
    return new ConfluentSchemaRegistry(List.of(registry.url()), Map.of());
  }
}
