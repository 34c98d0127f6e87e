package org.hearsay.cli.topics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.topics.Topics;
import org.hearsay.web.pipeline.PageInbox;
import org.hearsay.web.pipeline.PageInboxException;
import org.jspecify.annotations.Nullable;

/** Puts pages that people send into the pages topic. Safe for use by several threads. */
public final class TopicInbox implements PageInbox, AutoCloseable {
  /** Someone waits for the answer. */
  private static final int PATIENCE_MILLIS = 10_000;

  private final PagePublisher publisher;

  /**
   * To the cluster and with the registry of the given settings.
   *
   * @throws UserException when a setting is wrong
   */
  public TopicInbox(Topics topics, Map<String, Object> client, Map<String, Object> registry) {
    Map<String, Object> hasty = new HashMap<>(client);
    hasty.putIfAbsent("max.block.ms", PATIENCE_MILLIS);
    publisher = new PagePublisher(topics, hasty, registry);
  }

  @Override
  public Instant put(String url, @Nullable String contentType, byte[] page)
      throws InterruptedException {
    try {
      return Instant.ofEpochMilli(
          publisher
              .send(url, contentType, page)
              .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
              .timestamp());
    } catch (TimeoutException e) {
      throw new PageInboxException("The cluster does not answer: send the page again later.", e);
    } catch (ExecutionException | KafkaException e) {
      throw new PageInboxException("The cluster did not take it: " + UserException.why(e), e);
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
