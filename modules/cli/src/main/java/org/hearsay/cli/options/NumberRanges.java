package org.hearsay.cli.options;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Which numbers options take, the same in every command that has them. */
public final class NumberRanges {
  private static final Range FROM_ONE = new Range(1, Double.POSITIVE_INFINITY);
  private static final Range FROM_ZERO = new Range(0, Double.POSITIVE_INFINITY);

  private static final Map<String, Range> RANGES =
      Map.ofEntries(
          Map.entry("--threads", new Range(1, 1024)),
          Map.entry("--max", FROM_ONE),
          // The stores' write buffers, or the tables' least, would not fit into less.
          Map.entry("--memory", new Range(64, Double.POSITIVE_INFINITY)),
          Map.entry("--store-memory", new Range(64, Double.POSITIVE_INFINITY)),
          Map.entry("--width", new Range(20, Double.POSITIVE_INFINITY)),
          Map.entry("--days", FROM_ONE),
          Map.entry("--partitions", FROM_ONE),
          Map.entry("--replication", new Range(-1, Short.MAX_VALUE)),
          Map.entry("--health-port", new Range(-1, 65535)),
          Map.entry("--port", new Range(0, 65535)),
          Map.entry("--timeout", FROM_ONE),
          Map.entry("--delay", FROM_ZERO),
          Map.entry("--tries", FROM_ONE),
          Map.entry("--max-wait", FROM_ZERO),
          Map.entry("--max-bytes", FROM_ONE),
          Map.entry("--max-pages", FROM_ONE),
          Map.entry("--rate", FROM_ZERO));

  private NumberRanges() {}

  /** The least and the greatest number that an option takes. */
  private record Range(double least, double most) {}

  /** Whether it is settled which numbers the option takes. */
  public static boolean knows(OptionSpec option) {
    return RANGES.containsKey(option.longestName());
  }

  /**
   * Refuses numbers that their option does not take, wherever they come from.
   *
   * @throws UserException naming the option, the number and what may be given
   */
  public static void check(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        @Nullable Range range = RANGES.get(option.longestName());
        @Nullable Object value = option.getValue();
        if (range != null && value instanceof Number number) {
          check(option, number, range);
        }
      }
    }
  }

  private static void check(OptionSpec option, Number number, Range range) {
    double given = number.doubleValue();
    if (given >= range.least() && given <= range.most()) {
      return;
    }
    boolean open = range.most() == Double.POSITIVE_INFINITY;
    throw new UserException(
        option.longestName()
            + " "
            + number
            + ": give "
            + (open
                ? "at least " + (long) range.least()
                : (long) range.least() + " to " + (long) range.most())
            + (option.longestName().endsWith("memory") ? " MB" : ""));
  }
}
