package org.hearsay.page;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How exactly it is known when something was published. */
public enum PublishedPrecision {
  /** To the minute or better. */
  TIME,
  /** Only the day: its midnight stands for all of it. */
  DAY,
  /** Not at all. */
  NONE;

  /**
   * How exactly a time is known, by itself: a page that gives a day without a time is read as that
   * day's midnight, and next to nothing is published in that very second.
   *
   * @param at with the page's own zone, or null
   */
  public static PublishedPrecision of(@Nullable OffsetDateTime at) {
    if (at == null) {
      return NONE;
    }
    return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : TIME;
  }

  /** The same of a time whose zone is not known. */
  public static PublishedPrecision of(@Nullable Instant at) {
    return of(at == null ? null : at.atOffset(ZoneOffset.UTC));
  }
}
