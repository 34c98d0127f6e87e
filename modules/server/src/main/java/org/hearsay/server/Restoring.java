package org.hearsay.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** The stores of a stage that are being restored from their changelogs. Safe for all threads. */
final class Restoring implements StateRestoreListener {
  private final Set<Part> parts = ConcurrentHashMap.newKeySet();

  /** A store's share of one partition. */
  private record Part(String store, TopicPartition changelog) {}

  int count() {
    return parts.size();
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
    parts.add(new Part(store, changelog));
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long end, long records) {}

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long records) {
    parts.remove(new Part(store, changelog));
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
    parts.remove(new Part(store, changelog));
  }
}
