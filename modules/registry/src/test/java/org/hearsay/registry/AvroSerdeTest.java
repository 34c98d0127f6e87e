package org.hearsay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.records.test.Sighting;
import org.hearsay.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

  private static final Sighting SIGHTING = new Sighting("page", Instant.EPOCH, null);

  @Test
  void nullStaysNull() {
    AvroSerde<Sighting> serde = serdes(new FakeRegistry(), Map.of()).value(Sighting.class);
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
  }

  @Test
  void otherBytesAreNotAvro() {
    AvroSerde<Sighting> serde = serdes(new FakeRegistry(), Map.of()).value(Sighting.class);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(
            () -> serde.deserializer().deserialize("t", "{}".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("Topic t, subject t-value")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.NOT_AVRO);
  }

  @Test
  void theRegistryIsAskedOncePerSubject() {
    FakeRegistry registry = new FakeRegistry();
    AvroSerdes serdes = serdes(registry, Map.of());
    for (int i = 0; i < 3; i++) {
      byte[] bytes = serdes.value(Sighting.class).serializer().serialize("t", SIGHTING);
      assertThat(serdes.value(Sighting.class).deserializer().deserialize("t", bytes))
          .isEqualTo(SIGHTING);
    }
    assertThat(registry.calls)
        .containsExactly("rule t-value FULL_TRANSITIVE", "register t-value", "schema 1");
  }

  @Test
  void theRuleIsLeftAloneForNone() {
    FakeRegistry registry = new FakeRegistry();
    serdes(registry, Map.of("hearsay.compatibility", "NONE"))
        .key(Sighting.class)
        .serializer()
        .serialize("t", SIGHTING);
    assertThat(registry.calls).containsExactly("register t-key");
  }

  @Test
  void strategiesNameTheSubject() {
    String record = Sighting.getClassSchema().getFullName();
    assertThat(subject("RecordNameStrategy")).isEqualTo(record);
    assertThat(subject("io.confluent.kafka.serializers.subject.TopicRecordNameStrategy"))
        .isEqualTo("t-" + record);
    assertThat(subject("TopicNameStrategy")).isEqualTo("t-value");
  }

  @Test
  void theNewestSchemaOfTheSubjectIsUsedWhenAskedFor() {
    FakeRegistry registry = new FakeRegistry();
    byte[] bytes =
        serdes(registry, Map.of("auto.register.schemas", false, "use.latest.version", true))
            .value(Sighting.class)
            .serializer()
            .serialize("t", SIGHTING);
    assertThat(registry.calls).containsExactly("latest t-value");
    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
  }

  @Test
  void aRecordThatDoesNotFitItsSchemaIsNamed() {
    Sighting incomplete = new Sighting();
    AvroSerde<Sighting> serde = serdes(new FakeRegistry(), Map.of()).value(Sighting.class);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> serde.serializer().serialize("t", incomplete))
        .withMessageContaining("Topic t, subject t-value, schema id 1")
        .withMessageContaining("page")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.UNWRITABLE);
  }

  @Test
  void aSchemaTheClassCannotReadIsIncompatible() {
    FakeRegistry registry = new FakeRegistry();
    AvroSerdes serdes = serdes(registry, Map.of());
    byte[] bytes = serdes.value(Sighting.class).serializer().serialize("t", SIGHTING);
    registry.schema =
        "{\"type\":\"record\",\"name\":\"Sighting\",\"namespace\":\"org.hearsay.records.test\","
            + "\"fields\":[{\"name\":\"page\",\"type\":\"string\"}]}";
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> serdes.value(Sighting.class).deserializer().deserialize("t", bytes))
        .withMessageContaining("cannot be read as org.hearsay.records.test.Sighting")
        .withMessageContaining("missing required field at")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.INCOMPATIBLE);
  }

  @Test
  void bytesAfterTheLastFieldAreDamage() {
    AvroSerde<Sighting> serde = serdes(new FakeRegistry(), Map.of()).value(Sighting.class);
    byte[] bytes = serde.serializer().serialize("t", SIGHTING);
    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> serde.deserializer().deserialize("t", more))
        .withMessageContaining("Topic t, subject t-value, schema id 1")
        .extracting(RegistryException::reason)
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aSerdeIsPreparedBeforeTheFirstRecord() {
    FakeRegistry registry = new FakeRegistry();
    AvroSerde<Sighting> serde = serdes(registry, Map.of()).value(Sighting.class);
    serde.prepare("t");
    assertThat(registry.calls).containsExactly("rule t-value FULL_TRANSITIVE", "register t-value");
    serde.serializer().serialize("t", SIGHTING);
    assertThat(registry.calls).hasSize(2);
  }

  @Test
  void wrongSettingsAreNamed() {
    assertThatThrownBy(() -> AvroSerdes.create(Map.of()))
        .hasMessageContaining("schema.registry.url");
    assertThatThrownBy(() -> create("hearsay.compatibility", "SOME"))
        .hasMessageContaining("SOME")
        .hasMessageContaining("FULL_TRANSITIVE");
    assertThatThrownBy(() -> create("auto.register.schemas", "perhaps"))
        .hasMessageContaining("auto.register.schemas is perhaps");
    assertThatThrownBy(() -> create("value.subject.name.strategy", "Mine"))
        .hasMessageContaining("value.subject.name.strategy is Mine");
  }

  @Test
  void aMockAddressNeedsNoServer() {
    Map<String, Object> config = Map.of("schema.registry.url", "mock://here");
    try (AvroSerdes one = AvroSerdes.create(config);
        AvroSerdes other = AvroSerdes.create(config)) {
      byte[] bytes = one.value(Sighting.class).serializer().serialize("t", SIGHTING);
      assertThat(other.value(Sighting.class).deserializer().deserialize("t", bytes))
          .isEqualTo(SIGHTING);
    }
  }

  private static String subject(String strategy) {
    FakeRegistry registry = new FakeRegistry();
    serdes(
            registry,
            Map.of("value.subject.name.strategy", strategy, "auto.register.schemas", false))
        .value(Sighting.class)
        .serializer()
        .serialize("t", SIGHTING);
    return registry.calls.get(0).substring("id ".length());
  }

  private static AvroSerdes create(String key, String value) {
    return AvroSerdes.create(Map.of("schema.registry.url", "http://127.0.0.1:1", key, value));
  }

  private static AvroSerdes serdes(SchemaRegistry registry, Map<String, Object> config) {
    Map<String, Object> all = new HashMap<>(config);
    all.put("schema.registry.url", "unused");
    return new AvroSerdes(registry, SerdeConfig.of(all));
  }

  /** Has one schema, with id 1, and notes what it was asked. */
  private static final class FakeRegistry implements SchemaRegistry {

    private final List<String> calls = new ArrayList<>();
    private String schema = Sighting.getClassSchema().toString();

    @Override
    public int register(String subject, String schemaJson) {
      calls.add("register " + subject);
      return 1;
    }

    @Override
    public int idOf(String subject, String schemaJson) {
      calls.add("id " + subject);
      return 1;
    }

    @Override
    public String schemaById(int id) {
      calls.add("schema " + id);
      return schema;
    }

    @Override
    public Registered latest(String subject) {
      calls.add("latest " + subject);
      return new Registered(1, Sighting.getClassSchema().toString());
    }

    @Override
    public void setCompatibility(String subject, String level) {
      calls.add("rule " + subject + " " + level);
    }

    @Override
    public void close() {}
  }
}
