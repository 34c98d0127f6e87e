package org.hearsay.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsAtWorkTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final RecordsAtWork atWork = new RecordsAtWork(nanos::get);

  private Optional<RecordsAtWork.AtWork> seen = Optional.empty();

  /** Takes a minute a record, and hands it on to a second step in the same thread. */
  private final class Slow extends Step<String, String> {
    @Override
    protected void process(String key, String value, Record<String, @Nullable String> record) {
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      seen = atWork.longest();
      if (value.equals("on")) {
        send(key + "/2", "last", record.timestamp());
      }
    }
  }

  private void work(String key, String value) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "at-work");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(RecordsAtWork.SETTING, atWork);
    Topology topology =
        new Topology()
            .addSource("in", Serdes.String().deserializer(), Serdes.String().deserializer(), "in")
            .addProcessor("first", Slow::new, "in")
            .addProcessor("second", Slow::new, "first");
    try (TopologyTestDriver driver = new TopologyTestDriver(topology, settings)) {
      driver
          .createInputTopic("in", new StringSerializer(), new StringSerializer())
          .pipeInput(key, value);
    }
  }

  @Test
  void theRecordThatAThreadIsAtIsNamedWithHowLong() {
    work("a page", "one");

    assertThat(seen)
        .contains(new RecordsAtWork.AtWork("in-0@0 (key a page)", Duration.ofMinutes(1)));
  }

  @Test
  void whatAStepMakesOfARecordCountsAsThatRecord() {
    work("a page", "on");

    assertThat(seen)
        .contains(new RecordsAtWork.AtWork("in-0@0 (key a page)", Duration.ofMinutes(2)));
  }

  @Test
  void nothingIsAtWorkBetweenTwoRecords() {
    work("a page", "one");

    assertThat(atWork.longest()).isEmpty();
  }
}
