package org.hearsay.store.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.TimeUnit;

/** Where stretches of time begin, as {@code date_trunc} of SQL has it; in microseconds, UTC. */
final class Stretches {
  private static final long HOUR = TimeUnit.HOURS.toMicros(1);
  private static final long DAY = TimeUnit.DAYS.toMicros(1);

  private Stretches() {}

  /**
   * The beginning of the stretch that a time is in.
   *
   * @param by hour, day, week (from Monday) or month
   */
  static long start(long micros, String by) {
    return switch (by) {
      case "hour" -> Math.floorDiv(micros, HOUR) * HOUR;
      case "day" -> Math.floorDiv(micros, DAY) * DAY;
      case "week" -> of(day(micros).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case "month" -> of(day(micros).withDayOfMonth(1));
      default -> throw new IllegalArgumentException("no stretch of time is called " + by);
    };
  }

  private static LocalDate day(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY));
  }

  private static long of(LocalDate day) {
    return day.toEpochDay() * DAY;
  }
}
