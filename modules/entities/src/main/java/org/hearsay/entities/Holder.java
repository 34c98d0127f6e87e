package org.hearsay.entities;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an office.
 *
 * @param id the person's id
 * @param from the first day, or null where that does not matter
 * @param until the day after the last, or null while it goes on
 */
public record Holder(String id, @Nullable LocalDate from, @Nullable LocalDate until) {

  /** Whether the office is held on a day. */
  public boolean isOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
