package org.hearsay.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.records.Framing;
import org.hearsay.records.FramingEvidence;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.VoiceFraming;
import org.jspecify.annotations.Nullable;

/** How an article or a reader's comment words it, for people. */
public final class FramingTable {
  private FramingTable() {}

  /** Whose words they are, how loaded each voice is, and the terms that show it, wrapped. */
  public static String row(Framing row, int width) {
    StringBuilder out = new StringBuilder();
    String what =
        Phrases.outlet(row.getOutletId())
            + ", "
            + (row.getComment() == null ? "article " : "comment " + row.getComment() + " on ")
            + row.getArticleId()
            + ", bias "
            + number("%.2f", row.getBias());
    out.append(Wrap.hanging("  ", what, 4, width));
    List<String> voices = new ArrayList<>();
    for (VoiceFraming voice : row.getVoices()) {
      voices.add(
          String.format(
              Locale.ROOT,
              "%s %d words, loaded %s/1000",
              voice.getVoice().toLowerCase(Locale.ROOT),
              voice.getWords(),
              number("%.1f", voice.getLoadedPerThousand())));
    }
    line(out, "voices", voices, width);
    List<String> terms = new ArrayList<>();
    for (FramingEvidence evidence : row.getEvidence()) {
      terms.add(
          (evidence.getNegated() ? "not " : "")
              + "“"
              + evidence.getText()
              + "” "
              + evidence.getCategory().toLowerCase(Locale.ROOT)
              + " ("
              + evidence.getVoice().toLowerCase(Locale.ROOT)
              + ")");
    }
    line(out, "terms", terms, width);
    List<String> names = new ArrayList<>();
    for (NamingVariant variant : row.getNaming()) {
      if (variant.getLabel() != null) {
        names.add(variant.getLabel() + " “" + variant.getVariant() + "”");
      }
    }
    line(out, "calls", names.stream().distinct().toList(), width);
    return out.toString();
  }

  private static void line(StringBuilder out, String what, List<String> parts, int width) {
    if (!parts.isEmpty()) {
      out.append(System.lineSeparator())
          .append(
              Wrap.hanging(
                  String.format("      %-7s ", what), String.join(", ", parts), 14, width));
    }
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }
}
