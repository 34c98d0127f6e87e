package org.hearsay.cli.topics;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.Page;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.jspecify.annotations.Nullable;

/** Writes pages to the pages topic. */
public final class PagePublisher implements AutoCloseable {
  private final Topics topics;
  private final AvroSerdes serdes;
  private final Producer<String, Page> producer;

  /**
   * To the cluster and with the registry of the given settings.
   *
   * @throws org.hearsay.cli.options.UserException when a setting is wrong
   */
  public PagePublisher(Topics topics, Map<String, Object> client, Map<String, Object> registry) {
    this.topics = topics;
    this.serdes = ClusterOptions.serdes(registry);
    this.producer =
        new KafkaProducer<>(
            RecordPublisher.producer(client),
            new StringSerializer(),
            serdes.value(Page.class).serializer());
  }

  /** Sends one page; the future fails where the cluster refuses it. */
  public Future<RecordMetadata> send(String url, @Nullable String contentType, byte[] content) {
    Page page =
        Page.newBuilder()
            .setUrl(url)
            .setContentType(contentType)
            .setContent(ByteBuffer.wrap(content))
            .build();
    return producer.send(new ProducerRecord<>(topics.pages().name(), url, page));
  }

  /** Returns when each page that was sent has arrived or failed. */
  public void flush() {
    producer.flush();
  }

  /**
   * Waits for a page that was sent.
   *
   * @param name what the message calls it
   * @throws UserException when the cluster refuses it
   */
  public static void confirm(String name, Future<RecordMetadata> sent) throws InterruptedException {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new UserException(name + " could not be sent: " + UserException.why(e), e);
    }
  }

  @Override
  public void close() {
    producer.close();
    serdes.close();
  }
}
