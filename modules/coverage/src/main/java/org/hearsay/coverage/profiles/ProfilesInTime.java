package org.hearsay.coverage.profiles;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.coverage.profiles.ProfileShares.Moment;

/**
 * All profiles of one window.
 *
 * @param start the window's start
 * @param end its end, exclusive
 * @param profiles what they say, in the order of their keys
 */
public record ProfilesInTime(Instant start, Instant end, List<Profile> profiles) {
  /** Keeps its own copy of the list. */
  public ProfilesInTime {
    profiles = List.copyOf(profiles);
  }

  /**
   * The narrowest window that holds everything that was counted; empty where nothing was.
   *
   * @param counted what was counted for each profile at each time
   */
  public static Optional<ProfilesInTime> ofAll(Map<Moment, Tally> counted) {
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Map<ProfileKey, Tally> sums = new HashMap<>();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Map.Entry<Moment, Tally> one : counted.entrySet()) {
      sums.merge(one.getKey().profile(), one.getValue(), Tally::plus);
      first = Math.min(first, one.getKey().time());
      last = Math.max(last, one.getKey().time());
    }
    List<Profile> profiles =
        sums.entrySet().stream()
            .sorted(Comparator.comparing(sum -> sum.getKey().toString()))
            .map(sum -> new Profile(sum.getKey(), sum.getValue()))
            .toList();
    return Optional.of(
        new ProfilesInTime(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last + 1), profiles));
  }
}
