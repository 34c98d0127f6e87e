package org.hearsay.web.searches;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far the claims of a search were sent.
 *
 * @param position up to where, as the id of an event has it; empty where that is not said yet
 * @param lastStatus the HTTP status of the last answer
 * @param lastAt when the last was sent
 * @param failing why what is next cannot be sent
 * @param ended whether the receiver wants no more
 */
record Progress(
    String position,
    Optional<Integer> lastStatus,
    Optional<Instant> lastAt,
    Optional<String> failing,
    boolean ended) {

  /** Nothing was sent, and from where on is not said. */
  static Progress none() {
    return new Progress("", Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** The same at another position. */
  Progress at(String now) {
    return new Progress(now, lastStatus, lastAt, failing, ended);
  }

  /** What comes up to a position was taken. */
  Progress taken(String now, int status, Instant when) {
    return new Progress(now, Optional.of(status), Optional.of(when), Optional.empty(), false);
  }

  /** What is next was not taken. */
  Progress failed(Optional<Integer> status, Instant when, String why, boolean forGood) {
    return new Progress(position, status, Optional.of(when), Optional.of(why), forGood);
  }

  /** Adds what became of it, but for the position, as the API and the file of searches say it. */
  void addTo(Map<String, Object> out) {
    lastStatus.ifPresent(status -> out.put("lastStatus", status));
    lastAt.ifPresent(when -> out.put("lastAt", when.toString()));
    failing.ifPresent(why -> out.put("failing", why));
    out.put("ended", ended);
  }
}
