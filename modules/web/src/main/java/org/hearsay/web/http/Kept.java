package org.hearsay.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that stay the same until something is written to the store, and their entity tags (RFC
 * 9110, section 8.8.3). Safe for use by several threads.
 */
public final class Kept {
  private static final long MOST_BYTES = 48L << 20;

  /** Some answers say what is not over yet: nothing is kept for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final String store;
  private final LongSupplier commit;
  private final Cache<String, Versioned> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<String, Versioned>weigher(
              (key, value) -> key.length() * 2 + value.zipped().body().length())
          .expireAfterWrite(LONGEST)
          .build();

  /** An answer with its body by gzip, and what it was made of. */
  private record Versioned(String version, Answer zipped) {}

  /**
   * For the store of that id.
   *
   * @param commit tells its last transaction
   */
  public Kept(String store, LongSupplier commit) {
    this.store = store;
    this.commit = commit;
  }

  /** What changes whenever an answer may. */
  public String tag() {
    return "W/\"" + version() + "\"";
  }

  private String version() {
    return store.hashCode()
        + "-"
        + commit.getAsLong()
        + "-"
        + Instant.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
  }

  /**
   * The answer to an address, made only where it is not there. Its body is by gzip: that is a tenth
   * as long, and what nearly all clients take.
   */
  public Answer get(String address, Supplier<Answer> made) {
    String version = version();
    @Nullable Versioned there = answers.getIfPresent(address);
    if (there != null && there.version().equals(version)) {
      return there.zipped();
    }
    Answer answer = made.get().zipped();
    answers.put(address, new Versioned(version, answer));
    return answer;
  }

  /** Whether what a client has is what it would get, which has that tag. */
  static boolean isCurrent(String tag, Optional<String> had) {
    return had.map(tags -> tags.contains(tag) || tags.strip().equals("*")).orElse(false);
  }
}
