package org.hearsay.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.MemoryStore;
import org.hearsay.lineage.OwnedKeys;
import org.jspecify.annotations.Nullable;

/** A store on disk and one in memory are the same to whoever asks. */
class RetainedStorePropertiesTest {
  private static final Duration RETENTION = Duration.ofMinutes(10);

  /** Does to both stores what a record says, and compares them. */
  private static final class Both extends Step<String, String> {
    private final RetainedStore<String, String> disk;
    private final MemoryStore<String, String> memory = MemoryStore.retaining(RETENTION);
    private final AtomicInteger compared;

    Both(StoreDefinition<String, String> definition, AtomicInteger compared) {
      this.disk = store(definition);
      this.compared = compared;
    }

    @Override
    protected void process(String key, String value, Record<String, @Nullable String> record) {
      memory.advance(record.timestamp());
      @Nullable String put = value.equals("nothing") ? null : value;
      if (value.startsWith("again")) {
        disk.replace(key, put, record.timestamp());
        memory.replace(key, put, record.timestamp());
      } else if (value.startsWith("only")) {
        disk.putOnly(key, put, record.timestamp());
        memory.putOnly(key, put, record.timestamp());
        assertThat(disk.all(key)).hasSizeLessThan(2);
      } else {
        disk.put(key, put, record.timestamp());
        memory.put(key, put, record.timestamp());
      }
      assertThat(disk.all(key)).isEqualTo(memory.all(key));
      assertThat(disk.latest(key)).isEqualTo(memory.latest(key));
      assertThat(disk.bucket(record.timestamp())).isEqualTo(memory.bucket(record.timestamp()));
      String owner = key.substring(0, 1);
      assertThat(OwnedKeys.of(disk, owner))
          .containsExactlyInAnyOrderElementsOf(OwnedKeys.of(memory, owner));
      compared.incrementAndGet();
    }
  }

  @Property(tries = 15)
  void bothAnswerAlike(
      @ForAll @Size(max = 40) List<@IntRange(max = 3_000) Integer> seconds,
      @ForAll @IntRange(max = 1_000) int seed) {
    StoreDefinition<String, String> definition =
        new StoreDefinition<>("both-store", RETENTION, Serdes.String(), Serdes.String());
    AtomicInteger compared = new AtomicInteger();
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(definition.builder());
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()).withName("ingest"))
        .process(() -> new Both(definition, compared), Named.as("both"), definition.name());
    Properties settings = new Properties();
    settings.put(
        StreamsConfig.STATE_DIR_CONFIG,
        System.getProperty("java.io.tmpdir") + "/retained-store-" + ProcessHandle.current().pid());
    try (TopologyTestDriver driver = new TopologyTestDriver(builder.build(), settings)) {
      TestInputTopic<String, String> in =
          driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
      String[] keys = {"aa", "ab", "ba", "bb"};
      String[] values = {"one", "two", "again one", "only one", "nothing"};
      int i = seed;
      for (int second : seconds) {
        in.pipeInput(keys[i % 4], values[(i / 4) % 5], Instant.ofEpochSecond(100_000 + second));
        i += second;
      }
    }
    assertThat(compared).hasValue(seconds.size());
  }
}
