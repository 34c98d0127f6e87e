package org.hearsay.server;

import org.apache.kafka.streams.KafkaStreams.State;

/**
 * How a stage is at one moment.
 *
 * @param name the stage's name
 * @param state its application's state
 * @param threads its stream threads that have not ended
 * @param running those of them that have their tasks, restored, and take records
 * @param restoring its stores that are being restored, a store a partition
 */
public record StageHealth(String name, State state, int threads, int running, int restoring) {
  /** Whether it takes records of every partition that it has been given. */
  public boolean isReady() {
    return state == State.RUNNING && threads > 0 && running == threads && restoring == 0;
  }

  /** Whether it has neither failed nor ended. */
  public boolean isLive() {
    return state != State.ERROR && state != State.PENDING_ERROR && state != State.NOT_RUNNING;
  }

  /** One line: {@code trace REBALANCING, 1 of 4 threads running, 3 stores being restored}. */
  @Override
  public String toString() {
    String out = name + " " + state;
    if (running < threads) {
      out += ", " + running + " of " + threads + " threads running";
    }
    if (restoring > 0) {
      out += ", " + restoring + (restoring == 1 ? " store" : " stores") + " being restored";
    }
    return out;
  }
}
