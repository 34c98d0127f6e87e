package org.hearsay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.hearsay.records.topics.Topics;
import org.junit.jupiter.api.Test;

class StageSettingsTest {
  private static StageSettings settings(Map<String, String> more) {
    return new StageSettings(
        "broker:9092",
        "http://registry",
        new Topics("p.", 2),
        "app-",
        3,
        Path.of("s"),
        7L << 20,
        more);
  }

  @Test
  void stagesRunExactlyOnceUnderTheirOwnNameAndLeaveDeadLetters() {
    Properties streams = settings(Map.of()).streams("read");
    assertThat(streams)
        .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "app-read")
        .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
        .containsEntry(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "p.dead-letters");
  }

  @Test
  void internalTopicsTakeRecordsAsLongAsTheOthersDo() {
    assertThat(settings(Map.of()).streams("read"))
        .containsEntry("topic.max.message.bytes", Integer.toString(StageSettings.MAX_RECORD_BYTES));
  }

  @Test
  void theStoresAreToldHowMuchMemoryTheyShare() {
    assertThat(settings(Map.of()).streams("read")).containsEntry(RocksDbMemory.BYTES, 7L << 20);
  }

  @Test
  void whatTheUserSetsWins() {
    StageSettings settings =
        settings(Map.of("num.stream.threads", "9", "basic.auth.user.info", "u:p"));
    assertThat(settings.streams("read")).containsEntry("num.stream.threads", "9");
    assertThat(settings.registry())
        .containsEntry("basic.auth.user.info", "u:p")
        .containsEntry("schema.registry.url", "http://registry");
  }

  @Test
  void aClientSettingWinsUnderItsPlainNameToo() {
    StageSettings settings = settings(Map.of("compression.type", "zstd", "max.poll.records", "7"));
    StreamsConfig streams = new StreamsConfig(settings.streams("read"));
    assertThat(streams.getProducerConfigs("client")).containsEntry("compression.type", "zstd");
    assertThat(streams.getMainConsumerConfigs("group", "client", 0))
        .containsEntry("max.poll.records", "7");
    assertThat(settings(Map.of()).streams("read"))
        .containsEntry("producer.compression.type", "lz4")
        .containsEntry("producer.max.in.flight.requests.per.connection", 1);
  }
}
