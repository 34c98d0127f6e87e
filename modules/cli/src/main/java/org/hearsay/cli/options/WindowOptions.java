package org.hearsay.cli.options;

import java.time.Duration;
import org.hearsay.topology.profile.ProfileWindows;
import picocli.CommandLine.Option;

/** In which windows the stage profile counts. */
public final class WindowOptions {
  @Option(
      names = "--window",
      paramLabel = "DURATION",
      defaultValue = "P1D",
      description = "How much time a profile covers (default: ${DEFAULT-VALUE}, a day).")
  public Duration window = ProfileWindows.DEFAULT.size();

  @Option(
      names = "--window-every",
      paramLabel = "DURATION",
      defaultValue = "PT6H",
      description = "How often a new window begins (default: ${DEFAULT-VALUE}, six hours).")
  public Duration every = ProfileWindows.DEFAULT.advance();

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      defaultValue = "P1D",
      description = {
        "How long after a window's end an article of its time may still come, before the window's",
        "final row is written (default: ${DEFAULT-VALUE}, a day)."
      })
  public Duration grace = ProfileWindows.DEFAULT.grace();

  @Option(
      names = "--live",
      description = "Write a profile's row whenever it changes, too, not the final one alone.")
  public boolean live;

  /**
   * The windows.
   *
   * @throws UserException when the durations make none
   */
  public ProfileWindows windows() {
    try {
      return new ProfileWindows(window, every, grace, live);
    } catch (IllegalArgumentException e) {
      throw new UserException("wrong --window, --window-every or --grace: " + e.getMessage(), e);
    }
  }
}
