package org.hearsay.web.pipeline;

import java.util.Optional;

/**
 * How far the topics are read into the store.
 *
 * @param waiting how many records the topics have beyond what is read, when last asked
 * @param complete whether what the topics had when the reading began is all read
 * @param fault why nothing more is read, where that is so
 */
public record Reading(long waiting, boolean complete, Optional<String> fault) {
  /** Nothing is left to be read. */
  public static Reading nothingLeft() {
    return new Reading(0, true, Optional.empty());
  }
}
