package org.hearsay.topology.stores;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Which record each thread of a stage is at, and since when: the consumer tells only when a thread
 * last came back to it, many records ago. A stage's {@link Step steps} find it among the settings
 * of the application. Threads may share it.
 */
public final class RecordsAtWork {
  /** Under this name it stands among the settings of the application. */
  public static final String SETTING = "hearsay.records.at.work";

  private final LongSupplier clock;
  private final Map<Thread, Begun> begun = new ConcurrentHashMap<>();

  private record Begun(@Nullable String key, Optional<RecordMetadata> place, long at) {}

  /**
   * A record that is being worked on.
   *
   * @param name its topic, partition, offset and key, for people
   * @param since for how long
   */
  public record AtWork(String name, Duration since) {}

  /** With nothing at work. */
  public RecordsAtWork() {
    this(System::nanoTime);
  }

  /**
   * The same.
   *
   * @param clock tells the time in nanoseconds, from any moment on
   */
  public RecordsAtWork(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Says that this thread begins on a record.
   *
   * @return whether it is the one that came to the stage; not one that a step made of it
   */
  boolean begin(@Nullable String key, Optional<RecordMetadata> place) {
    return begun.putIfAbsent(Thread.currentThread(), new Begun(key, place, clock.getAsLong()))
        == null;
  }

  /** Says that this thread has done with the record that it began on. */
  void end() {
    begun.remove(Thread.currentThread());
  }

  /** The record that a thread has been at for longest; empty where none is at work. */
  public Optional<AtWork> longest() {
    @Nullable Begun longest = null;
    for (Begun one : begun.values()) {
      longest = longest == null || one.at - longest.at < 0 ? one : longest;
    }
    if (longest == null) {
      return Optional.empty();
    }
    String place =
        longest.place.map(p -> p.topic() + "-" + p.partition() + "@" + p.offset()).orElse("?");
    return Optional.of(
        new AtWork(
            place + " (key " + longest.key + ")",
            Duration.ofNanos(clock.getAsLong() - longest.at)));
  }
}
