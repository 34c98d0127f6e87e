package org.hearsay.cli.output;

import java.util.Locale;
import java.util.Objects;
import org.hearsay.lineage.Direction;
import org.hearsay.records.Republication;
import org.jspecify.annotations.Nullable;

/** Who copied whom, for people. */
public final class EdgeTable {
  private EdgeTable() {}

  /** Copy, origin, how much, and what says so, on one line. */
  public static String line(Republication edge) {
    return String.format(
        Locale.ROOT,
        "  %s %s %s: %s, %.0f %% of its own words, %s%s",
        Phrases.outlet(edge.getOutletName()),
        edge.getDirection().equals(Direction.Basis.UNDECIDED.name()) ? "and" : "from",
        Phrases.outlet(edge.getOriginOutletName()),
        edge.getKind(),
        100 * edge.getContainment(),
        edge.getDirection(),
        edge.getContradicted() ? " but contradicted by times" : "");
  }

  /** The same with both titles, and what was changed, wrapped. */
  public static String row(Republication edge, int width) {
    String titles =
        Objects.equals(edge.getTitle(), edge.getOriginTitle())
            ? quoted(edge.getTitle())
            : quoted(edge.getTitle()) + ", there " + quoted(edge.getOriginTitle());
    String changed =
        String.format(
            Locale.ROOT,
            "passages %d, the longest of %d words; paragraphs added %d, dropped %d; wordings changed %d",
            edge.getPassages().size(),
            edge.getLongestRun(),
            edge.getAdded().size(),
            edge.getDropped().size(),
            edge.getReplacements().size());
    return Wrap.hanging("  ", line(edge).strip(), 4, width)
        + System.lineSeparator()
        + Wrap.hanging("      ", titles, 8, width)
        + System.lineSeparator()
        + Wrap.hanging("      ", changed, 8, width);
  }

  private static String quoted(@Nullable String title) {
    return title == null ? Phrases.title(null) : "“" + title + "”";
  }
}
