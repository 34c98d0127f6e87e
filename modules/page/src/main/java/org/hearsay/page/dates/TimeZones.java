package org.hearsay.page.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/**
 * What a time zone's name after a time of day means, by {@code any/time-zones.txt}. Several names
 * have more than one meaning: the country of the page decides, and where that is not known, or has
 * no meaning of its own, the one that the file gives without a country.
 */
public final class TimeZones {
  /** "+02:00", "+0200", "GMT+2", "UTC-03:30". */
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC)?([+-])(\\d{1,2})(?::?(\\d\\d))?");

  private static final TimeZones SHIPPED = new TimeZones();

  private final Map<String, ZoneId> everywhere = new HashMap<>();
  private final Map<String, Map<String, ZoneId>> byCountry = new HashMap<>();

  private TimeZones() {
    for (LanguageLine line : PageLexicon.any().lines("time-zones.txt")) {
      List<String> fields = List.of(line.text().split("\t", -1));
      ZoneId zone = ZoneId.of(fields.get(1));
      if (fields.size() < 3) {
        everywhere.put(fields.get(0), zone);
      } else {
        for (String country : fields.get(2).split(",", -1)) {
          byCountry.computeIfAbsent(country, k -> new HashMap<>()).put(fields.get(0), zone);
        }
      }
    }
  }

  /** The zones of the file that is shipped. */
  public static TimeZones shipped() {
    return SHIPPED;
  }

  /** The names that have a meaning anywhere, in capitals. */
  public Set<String> names() {
    return Set.copyOf(everywhere.keySet());
  }

  /**
   * The offset on a day; UTC where the name is null or unknown.
   *
   * @param name as the page writes it: an abbreviation in capitals, "Z", or an offset
   * @param country the page's, as an ISO 3166 code in lower case, where known
   */
  ZoneOffset offset(@Nullable String name, LocalDate day, @Nullable String country) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      return numeric(offset);
    }
    Map<String, ZoneId> here =
        country == null ? Map.of() : byCountry.getOrDefault(country, Map.of());
    ZoneId zone = here.getOrDefault(name, everywhere.getOrDefault(name, ZoneOffset.UTC));
    return zone.getRules().getOffset(day.atTime(12, 0));
  }

  private static ZoneOffset numeric(Matcher written) {
    int sign = written.group(1).equals("-") ? -1 : 1;
    int minutes = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
    try {
      return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(written.group(2)), sign * minutes);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC; // a number such as -99:00 is no offset
    }
  }

  /**
   * The country that a page belongs to: by its host's ending, where that is a country's, else by
   * the region of the language that the page declares ({@code en-IE}); else null.
   *
   * @param host lower case, where known
   * @param declared the page's language tag, where it has one
   */
  public static @Nullable String country(@Nullable String host, @Nullable String declared) {
    String ending = host == null ? "" : host.substring(host.lastIndexOf('.') + 1);
    if (ending.length() == 2 && ending.chars().allMatch(Character::isLetter)) {
      return ending.equals("uk") ? "gb" : ending;
    }
    String region =
        declared == null
            ? ""
            : Locale.forLanguageTag(declared.strip().replace('_', '-')).getCountry();
    return region.isEmpty() ? null : region.toLowerCase(Locale.ROOT);
  }
}
