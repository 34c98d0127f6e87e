package org.hearsay.systemtests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Page;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;

/**
 * One page to publish.
 *
 * @param url its address
 * @param contentType as an HTTP response would name it
 */
record Sample(String url, String contentType, String text) {

  /** The pages of the demo. */
  static List<Sample> all() throws IOException {
    Path samples = StageProcess.root().resolve("samples");
    List<String> lines = Files.readAllLines(samples.resolve("pages.tsv"), StandardCharsets.UTF_8);
    List<Sample> out = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      Path file = samples.resolve(columns[0]);
      out.add(new Sample(columns[1], columns[2], Files.readString(file, StandardCharsets.UTF_8)));
    }
    return out;
  }

  /** The same page at another address: an article of its own, with claims of its own. */
  Sample copy(int number) {
    return new Sample(url + "?copy=" + number, contentType, text);
  }

  byte[] content() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Page page() {
    return Page.newBuilder()
        .setUrl(url)
        .setContentType(contentType)
        .setContent(ByteBuffer.wrap(content()))
        .build();
  }

  /** Puts the pages into the pages topic, and returns once the broker has them all. */
  static void publish(LocalCluster cluster, Topics topics, List<Sample> samples)
      throws ExecutionException, InterruptedException {
    try (AvroSerdes serdes =
            AvroSerdes.create(Map.of("schema.registry.url", cluster.registryUrl()));
        KafkaProducer<String, Page> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                serdes.value(Page.class).serializer())) {
      for (Sample sample : samples) {
        producer
            .send(new ProducerRecord<>(topics.pages().name(), sample.url(), sample.page()))
            .get();
      }
    }
  }
}
