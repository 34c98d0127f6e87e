package org.hearsay.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * How a stage is at one moment.
 *
 * @param name the stage's name
 * @param state its application's state
 * @param threads its stream threads that have not ended
 * @param running those of them that have their tasks, restored, and take records
 * @param restoring its stores that are being restored, a store a partition
 * @param lag records of its partitions that it has not finished, as far as it knows
 */
public record StageHealth(
    String name, State state, int threads, int running, int restoring, long lag) {
  /** Whether it takes records of every partition that it has been given. */
  public boolean isReady() {
    return state == State.RUNNING && threads > 0 && running == threads && restoring == 0;
  }

  /** Whether it has neither failed nor ended. */
  public boolean isLive() {
    return state != State.ERROR && state != State.PENDING_ERROR && state != State.NOT_RUNNING;
  }

  /** What it waits for, where it does: {@code 1 of 4 threads running, 3 stores being restored}. */
  public Optional<String> waitsFor() {
    List<String> out = new ArrayList<>();
    if (running < threads) {
      out.add(running + " of " + threads + " threads running");
    }
    if (restoring > 0) {
      out.add(restoring + (restoring == 1 ? " store" : " stores") + " being restored");
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", out));
  }

  /** One line: {@code trace REBALANCING, 1 of 4 threads running, 3 stores being restored}. */
  @Override
  public String toString() {
    return name + " " + state + waitsFor().map(waiting -> ", " + waiting).orElse("");
  }
}
