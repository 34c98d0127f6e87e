package org.hearsay.web.searches;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where saved searches stand, and where they may be told.
 *
 * @param given a file of them that people write
 * @param kept the file in which those of the API are kept, and how far each was told; in memory
 *     where there is none
 * @param privateAddresses whether webhooks may have addresses of one's own network
 * @param pauses how long is waited before each further try of a webhook; the last one from then on
 */
public record SearchSettings(
    Optional<Path> given, Optional<Path> kept, boolean privateAddresses, List<Duration> pauses) {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1));

  /** Keeps its own copy of the list. */
  public SearchSettings {
    pauses = List.copyOf(pauses);
  }

  /** With the usual pauses. */
  public SearchSettings(Optional<Path> given, Optional<Path> kept, boolean privateAddresses) {
    this(given, kept, privateAddresses, PAUSES);
  }

  /** Where the searches of a store are kept. */
  public static Path file(Path store) {
    return store.resolveSibling(store.getFileName() + ".searches.json");
  }

  /** In memory, none given. */
  public static SearchSettings none() {
    return new SearchSettings(Optional.empty(), Optional.empty(), false);
  }
}
