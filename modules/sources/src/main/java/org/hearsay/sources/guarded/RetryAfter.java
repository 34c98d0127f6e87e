package org.hearsay.sources.guarded;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** How long a server wants to be left alone. */
public final class RetryAfter {
  /** The oldest form of a date in HTTP, which has no zone and means UTC. */
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

  private RetryAfter() {}

  /**
   * How long a header Retry-After asks to wait (RFC 9110, 10.2.3): seconds, or a date in any of the
   * forms of HTTP; null where it is neither.
   */
  public static @Nullable Duration wait(String retryAfter, Instant now) {
    // A day of one digit stands after two spaces in the oldest form.
    String value = retryAfter.strip().replaceAll(" +", " ");
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    @Nullable Instant date = date(value);
    if (date == null) {
      return null;
    }
    return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
  }

  private static @Nullable Instant date(String value) {
    @Nullable Instant date = DateUtils.parseStandardDate(value);
    if (date != null) {
      return date;
    }
    try {
      return LocalDateTime.parse(value, ASCTIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
