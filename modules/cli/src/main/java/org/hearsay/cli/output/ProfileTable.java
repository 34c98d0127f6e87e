package org.hearsay.cli.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.framing.SourceShare;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletMentions;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.SourceBalance;
import org.jspecify.annotations.Nullable;

/** Profiles for people, one a line. */
public final class ProfileTable {
  private static final int NAMES = 3;

  private ProfileTable() {}

  /** Whether a record is a profile. */
  static boolean has(SpecificRecord record) {
    return record instanceof OutletProfile
        || record instanceof EntityProfile
        || record instanceof OutletEntityProfile;
  }

  /**
   * An OutletProfile, EntityProfile or OutletEntityProfile on one line.
   *
   * @throws IllegalArgumentException for another record
   */
  public static String row(SpecificRecord profile) {
    if (profile instanceof OutletProfile row) {
      return window(row.getWindowStart(), row.getWindowEnd(), row.getComplete()) + outlet(row);
    }
    if (profile instanceof EntityProfile row) {
      return window(row.getWindowStart(), row.getWindowEnd(), row.getComplete()) + entity(row);
    }
    if (profile instanceof OutletEntityProfile row) {
      return window(row.getWindowStart(), row.getWindowEnd(), row.getComplete()) + both(row);
    }
    throw new IllegalArgumentException("no profile: " + profile.getSchema().getName());
  }

  /** What an outlet published and how, without its window. */
  public static String outlet(OutletProfile row) {
    long said = 0;
    long anonymous = 0;
    long official = 0;
    for (SourceBalance balance : row.getBalance()) {
      said += balance.getClaims();
      anonymous +=
          balance.getKind().equals(SourceShare.Kind.ANONYMOUS.name()) ? balance.getClaims() : 0;
      official += balance.getOfficial() ? balance.getClaims() : 0;
    }
    return String.format(
        Locale.ROOT,
        "%-18s %2d own, %d republished; loaded %s/1000, bias %s; %d claims, %d official, %d"
            + " nameless%s",
        row.getOutletName(),
        row.getArticles(),
        row.getRepublished(),
        number("%.1f", row.getLoadedPerThousand()),
        number("%.2f", row.getBias()),
        said,
        official,
        anonymous,
        names("; calls ", labels(row.getNaming())));
  }

  private static String entity(EntityProfile row) {
    List<String> outlets = new ArrayList<>();
    for (OutletMentions outlet : row.getOutlets()) {
      outlets.add(
          String.format(
              Locale.ROOT,
              "%s %.0f %% %s",
              outlet.getName(),
              100 * outlet.getShare(),
              number("%+.2f", outlet.getTone())));
    }
    return String.format(
        Locale.ROOT,
        "%-24s %d mentions in %d articles, tone %s%s",
        row.getName(),
        row.getMentions(),
        row.getArticles(),
        number("%+.2f", row.getTone()),
        names("; ", outlets));
  }

  private static String both(OutletEntityProfile row) {
    List<String> variants = new ArrayList<>(labels(row.getNaming()));
    row.getNaming().forEach(naming -> variants.add(naming.getVariant()));
    return String.format(
        Locale.ROOT,
        "%-18s on %-24s %d mentions, tone %s%s",
        row.getOutletName(),
        row.getName(),
        row.getMentions(),
        number("%+.2f", row.getTone()),
        names("; calls it ", variants));
  }

  private static List<String> labels(List<NamingVariant> naming) {
    return naming.stream()
        .filter(variant -> variant.getLabel() != null)
        .map(variant -> variant.getLabel() + " " + variant.getVariant())
        .toList();
  }

  private static String names(String before, List<String> names) {
    List<String> shown = names.stream().distinct().limit(NAMES).toList();
    return shown.isEmpty() ? "" : before + String.join(", ", shown);
  }

  private static String window(Instant start, Instant end, boolean complete) {
    return start + "/" + end + (complete ? " final " : " live  ");
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }
}
