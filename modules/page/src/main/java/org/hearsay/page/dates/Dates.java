package org.hearsay.page.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.text.languages.LanguageLine;
import org.hearsay.text.languages.WordLists;
import org.jspecify.annotations.Nullable;

/** Reads dates and times as machines and people write them. Immutable. */
public final class Dates {
  /** Before the web no page was published, in years. */
  private static final int FIRST_YEAR = 1990;

  /** Every zone that has a name, so that two letters that are no zone stay a text's. */
  private static final String NAMED_ZONE =
      "(?:" + String.join("|", TimeZones.shipped().names()) + ")\\b";

  private static final String ZONE =
      "Z\\b|(?:GMT|UTC)?[+-]\\d\\d:?\\d\\d|(?:GMT|UTC)[+-]\\d{1,2}\\b|" + NAMED_ZONE;

  private static final Pattern ISO =
      Pattern.compile(
          "\\b((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)(?:[T ]+(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?"
              + " ?("
              + ZONE
              + ")?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<![\\d.])(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)?\\d\\d)(?!\\d)");
  private static final Pattern EAST = PageLexicon.pattern("day-east");
  private static final Pattern DAY_MONTH = PageLexicon.pattern("day-month");
  private static final Pattern MONTH_DAY = PageLexicon.pattern("month-day");
  private static final Pattern DATELINE = PageLexicon.pattern("dateline");
  private static final Pattern AFTERNOON = PageLexicon.pattern("afternoon");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})[:.h](\\d\\d)(?::(\\d\\d))?(?![\\d.]) ?("
              + PageLexicon.text("half-day")
              + ")?(?: ?\\(?("
              + ZONE
              + "))?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d:])\\d{1,2}[:.h]\\d\\d(?::\\d\\d)?(?![\\d.])(?: ?(?:"
              + PageLexicon.text("half-day")
              + "))?"
              + PageLexicon.text("clock-word")
              + "(?: (?:[A-Z]{3,4}\\b|"
              + NAMED_ZONE
              + "))?");
  private static final Pattern ENDS = Pattern.compile("^[\\s|,;:·•/–—-]+|[\\s|,;:·•/–—-]+$");
  private static final Pattern URL =
      Pattern.compile("[/_-]((?:19|20)\\d\\d)([/_-]?)([01]?\\d)\\2([0-3]?\\d)(?:[/_.-]|\\D|$)");

  private static final WordLists LANGUAGES = PageLexicon.any().words("date-languages.txt");
  private static final Set<String> MONTH_FIRST = Set.copyOf(LANGUAGES.words("month-first"));

  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> WEEKDAYS = weekdays();

  /** Of a page of which no country is known. */
  public static final Dates ANYWHERE = new Dates(null);

  private final @Nullable String country;

  /**
   * Reads dates as a country's pages mean them.
   *
   * @param country as {@link TimeZones#country} gives it
   */
  public Dates(@Nullable String country) {
    this.country = country;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> names = new HashMap<>();
    for (String language : LANGUAGES.words("names")) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            new TextStyle[] {
              TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
            }) {
          String name =
              month.getDisplayName(style, locale).toLowerCase(Locale.ROOT).replace(".", "");
          if (name.length() >= 3) {
            names.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    for (LanguageLine line : PageLexicon.any().lines("months.txt")) {
      String[] fields = line.text().split("\t", 2);
      names.putIfAbsent(fields[0], Integer.valueOf(fields[1]));
    }
    return Map.copyOf(names);
  }

  private static Set<String> weekdays() {
    Set<String> names = new HashSet<>();
    for (String language : LANGUAGES.words("names")) {
      Locale locale = Locale.forLanguageTag(language);
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
          String name = day.getDisplayName(style, locale).toLowerCase(Locale.ROOT).replace(".", "");
          if (name.length() >= 3) {
            names.add(name);
          }
        }
      }
    }
    return Set.copyOf(names);
  }

  /**
   * A date as machines write it: ISO 8601 and its relatives, RFC 1123. A time without an offset is
   * taken as UTC, a date without a time as its midnight.
   */
  public @Nullable Instant instant(String value) {
    OffsetDateTime at = at(value);
    return at == null ? null : at.toInstant();
  }

  /** As {@link #instant}, with the offset that the value gives. */
  public @Nullable OffsetDateTime at(String value) {
    if (value.length() < 8 || value.length() > 60) {
      return null;
    }
    Matcher iso = ISO.matcher(value);
    if (iso.lookingAt()) {
      return of(iso);
    }
    try {
      return OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (DateTimeException e) {
      // another form
    }
    if (value.length() == 8 && value.chars().allMatch(Character::isDigit)) {
      return day(value.substring(0, 4), value.substring(4, 6), value.substring(6), null);
    }
    return in(value, false);
  }

  /** The first date that stands in a short text, as people write it, else null. */
  public @Nullable Instant inText(String text) {
    OffsetDateTime at = in(text.length() > 300 ? text.substring(0, 300) : text, false);
    return at == null ? null : at.toInstant();
  }

  /** The date in an address such as {@code /2031/06/02/pier}, else null. */
  public static @Nullable OffsetDateTime inUrl(String url) {
    Matcher matcher = URL.matcher(url);
    return matcher.find()
        ? ANYWHERE.day(matcher.group(1), matcher.group(3), matcher.group(4), null)
        : null;
  }

  /**
   * The day of a dateline that an article begins with, where it gives no year: the last such day
   * that is not after another time of the page.
   *
   * @param start how a paragraph begins
   * @param known a time no earlier than publication, such as when the page was fetched
   * @return its midnight, UTC; null for no dateline
   */
  public static @Nullable OffsetDateTime ofDateline(String start, OffsetDateTime known) {
    Matcher dateline = DATELINE.matcher(start);
    if (!dateline.lookingAt()) {
      return null;
    }
    boolean monthFirst = dateline.group("month") != null;
    String month = month(dateline.group(monthFirst ? "month" : "monthAfter"));
    String day = dateline.group(monthFirst ? "day" : "dayFirst");
    // Where the page is read the day may have begun already.
    LocalDate latest = known.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().plusDays(1);
    for (int year = latest.getYear(); year > latest.getYear() - 2; year--) {
      OffsetDateTime at = ANYWHERE.day(Integer.toString(year), month, day, "Z");
      if (at != null && !at.toLocalDate().isAfter(latest)) {
        return at;
      }
    }
    return null;
  }

  /**
   * Whether a page's 6/2/2031 is in June.
   *
   * @param language ISO 639-1 code; where it is not known, the month is taken to come first
   */
  public static boolean isMonthFirst(@Nullable String language) {
    return language == null || MONTH_FIRST.contains(language);
  }

  /**
   * The first date in a text.
   *
   * @param monthFirst whether 6/2/2031 is in June
   */
  public @Nullable OffsetDateTime in(String text, boolean monthFirst) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      OffsetDateTime at = of(iso);
      if (at != null) {
        return iso.group(4) == null ? withTime(at, text, iso.start(), iso.end()) : at;
      }
    }
    Matcher named = DAY_MONTH.matcher(text);
    while (named.find()) {
      OffsetDateTime at = day(named.group(3), month(named.group(2)), named.group(1), null);
      if (at != null) {
        return withTime(at, text, named.start(), named.end());
      }
    }
    named = MONTH_DAY.matcher(text);
    while (named.find()) {
      OffsetDateTime at = day(named.group(3), month(named.group(1)), named.group(2), null);
      if (at != null) {
        return withTime(at, text, named.start(), named.end());
      }
    }
    Matcher east = EAST.matcher(text);
    if (east.find()) {
      OffsetDateTime at = day(east.group(1), east.group(2), east.group(3), null);
      return at == null ? null : withTime(at, text, east.start(), east.end());
    }
    Matcher numbers = DAY_FIRST.matcher(text);
    while (numbers.find()) {
      String year = numbers.group(4).length() == 2 ? "20" + numbers.group(4) : numbers.group(4);
      boolean swap = monthFirst && !numbers.group(2).equals(".");
      OffsetDateTime at = day(year, numbers.group(swap ? 1 : 3), numbers.group(swap ? 3 : 1), null);
      // What cannot be a month is a day.
      at =
          at == null
              ? day(year, numbers.group(swap ? 3 : 1), numbers.group(swap ? 1 : 3), null)
              : at;
      if (at != null) {
        return withTime(at, text, numbers.start(), numbers.end());
      }
    }
    return null;
  }

  /** A short line without the days and times of day in it, and the signs around them. */
  public static String without(String line) {
    if (line.length() > 160) {
      return line;
    }
    String rest = ISO.matcher(line).replaceAll(" ");
    for (Pattern pattern : new Pattern[] {DAY_MONTH, MONTH_DAY}) {
      int name = pattern.equals(DAY_MONTH) ? 2 : 1;
      rest =
          pattern
              .matcher(rest)
              .replaceAll(found -> month(found.group(name)).equals("0") ? "$0" : " ");
    }
    rest = DAY_FIRST.matcher(rest).replaceAll(" ");
    if (rest.equals(line)) {
      return line;
    }
    StringBuilder out = new StringBuilder();
    for (String word : CLOCK.matcher(rest).replaceAll(" ").split("\\s+", -1)) {
      boolean day = WEEKDAYS.contains(word.toLowerCase(Locale.ROOT).replaceAll("[.,:]+$", ""));
      out.append(day ? "" : word).append(' ');
    }
    return ENDS.matcher(out.toString().replaceAll(" +", " ")).replaceAll("");
  }

  /** Whether a month's name is the last word of several, as where a day stood behind them. */
  public static boolean endsInMonth(String words) {
    int space = words.lastIndexOf(' ');
    return space > 0 && !month(words.substring(space + 1)).equals("0");
  }

  private static String month(String name) {
    Integer month = MONTHS.get(name.toLowerCase(Locale.ROOT));
    return month == null ? "0" : month.toString();
  }

  private @Nullable OffsetDateTime of(Matcher iso) {
    OffsetDateTime day = day(iso.group(1), iso.group(2), iso.group(3), iso.group(7));
    if (day == null || iso.group(4) == null) {
      return day;
    }
    try {
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(iso.group(4)),
              Integer.parseInt(iso.group(5)),
              iso.group(6) == null ? 0 : Integer.parseInt(iso.group(6)));
      return day.with(time);
    } catch (DateTimeException e) {
      return day;
    }
  }

  /** The day with the time of day that stands next to it, where one does: after it, or before. */
  private OffsetDateTime withTime(OffsetDateTime day, String text, int from, int to) {
    String after = text.substring(to, Math.min(text.length(), to + 50));
    String before = text.substring(Math.max(0, from - 24), from);
    for (String near : new String[] {after, before}) {
      Matcher time = TIME.matcher(near);
      if (time.find()) {
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        String half = time.group(4);
        if (half != null) {
          hour = hour % 12 + (AFTERNOON.matcher(half).matches() ? 12 : 0);
        }
        if (hour < 24 && minute < 60) {
          ZoneOffset zone = zone(time.group(5), day.toLocalDate());
          return LocalDateTime.of(day.toLocalDate(), LocalTime.of(hour, minute)).atOffset(zone);
        }
      }
    }
    return day;
  }

  private ZoneOffset zone(@Nullable String name, LocalDate day) {
    return TimeZones.shipped().offset(name, day, country);
  }

  private @Nullable OffsetDateTime day(
      String year, String month, String day, @Nullable String zone) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() < FIRST_YEAR ? null : date.atStartOfDay().atOffset(zone(zone, date));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
