package org.hearsay.page.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2031-06-02T08:30:00+02:00|2031-06-02T08:30+02:00",
        "Posted June 2, 2031 at 8:30 pm|2031-06-02T20:30Z",
        "2 June 2031, 08:30 GMT|2031-06-02T08:30Z",
        "Montag, 2. Juni 2031, 8.30 Uhr|2031-06-02T08:30Z",
        "le 2 juin 2031 à 08h30|2031-06-02T08:30Z",
        "2 de junio de 2031|2031-06-02T00:00Z",
        "2 июня 2031, 08:30|2031-06-02T08:30Z",
        "2. јун 2031.|2031-06-02T00:00Z",
        "02.06.2031 08:30|2031-06-02T08:30Z",
        "2031年6月2日|2031-06-02T00:00Z",
        "June 2, 2031, 12:30 a.m.|2031-06-02T00:30Z",
        "2 June 2031 12:30 P.M.|2031-06-02T12:30Z",
        "8:30 AM EDT, June 2, 2031|2031-06-02T08:30-04:00"
      })
  void datesAreReadAsPeopleWriteThem(String written, OffsetDateTime meant) {
    assertThat(Dates.ANYWHERE.in(written, false)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "GMT,+00:00", "UTC,+00:00", "BST,+01:00", "WET,+00:00", "CET,+01:00", "CEST,+02:00",
    "MEZ,+01:00", "MESZ,+02:00", "EET,+02:00", "EEST,+03:00", "MSK,+03:00", "TRT,+03:00",
    "IST,+05:30", "PKT,+05:00", "GST,+04:00", "SGT,+08:00", "HKT,+08:00", "JST,+09:00",
    "KST,+09:00", "AWST,+08:00", "ACST,+09:30", "AEST,+10:00", "AEDT,+11:00", "NZST,+12:00",
    "WAT,+01:00", "CAT,+02:00", "SAST,+02:00", "EAT,+03:00", "AST,-04:00", "EST,-05:00",
    "EDT,-04:00", "CST,-06:00", "CDT,-05:00", "MST,-07:00", "MDT,-06:00", "PST,-08:00",
    "PDT,-07:00", "AKDT,-08:00", "HST,-10:00", "BRT,-03:00", "ET,-04:00", "CT,-05:00",
    "MT,-06:00", "PT,-07:00", "GMT+2,+02:00", "UTC+05:30,+05:30", "-0330,-03:30", "XYZ,+00:00"
  })
  void theTimeZonesOfNewsPagesAreKnown(String zone, String offset) {
    assertThat(Dates.ANYWHERE.in("2 June 2031, 08:30 " + zone, false))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T08:30" + offset));
    assertThat(Dates.ANYWHERE.in("2031-06-02 08:30 " + zone, false))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T08:30" + offset));
  }

  @Test
  void aZoneThatIsNamedAndNotItsOffsetHasTheDaysOwn() {
    assertThat(Dates.ANYWHERE.in("January 5, 2031 8:30 PM ET", true))
        .isEqualTo(OffsetDateTime.parse("2031-01-05T20:30-05:00"));
    assertThat(Dates.ANYWHERE.in("June 2, 2031 8:30 PM ET", true))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T20:30-04:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "lantern.example,en,+05:30", "lantern.example,en-IE,+01:00", "lantern.example,en_IE,+01:00",
    "lantern.example.ie,en,+01:00", "lantern.example.ie,en-IN,+01:00", "lantern.co.il,,+02:00",
    ",,+05:30", "lantern.example.co.in,en-GB,+05:30", "lantern.example.co.uk,,+05:30"
  })
  void aNameOfSeveralZonesMeansThatOfThePagesCountry(
      @Nullable String host, @Nullable String language, String offset) {
    Dates dates = new Dates(TimeZones.country(host, language));
    assertThat(dates.in("2 June 2031, 08:30 IST", false))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T08:30" + offset));
  }

  @Test
  void aWordAfterTheClockIsNoZone() {
    assertThat(Dates.without("June 2, 2031 8:30 AM BY ANNA TORVIK")).isEqualTo("BY ANNA TORVIK");
    assertThat(Dates.without("June 2, 2031 8:30 AM ET ANNA TORVIK")).isEqualTo("ANNA TORVIK");
  }

  @Test
  void theMonthComesFirstInEnglishAndWhereTheLanguageIsNotKnown() {
    assertThat(Dates.isMonthFirst("en")).isTrue();
    assertThat(Dates.isMonthFirst(null)).isTrue();
    assertThat(Dates.isMonthFirst("de")).isFalse();
  }

  @Test
  void aNumberThatCannotBeAMonthIsADay() {
    assertThat(Dates.ANYWHERE.in("6/25/2031", false))
        .isEqualTo(OffsetDateTime.parse("2031-06-25T00:00Z"));
    assertThat(Dates.ANYWHERE.in("6/2/2031", true))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T00:00Z"));
    assertThat(Dates.ANYWHERE.in("6/2/2031", false))
        .isEqualTo(OffsetDateTime.parse("2031-02-06T00:00Z"));
  }

  @Test
  void addressesTellTheDay() {
    assertThat(Dates.inUrl("https://lantern.example/2031/06/02/pier"))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T00:00Z"));
    assertThat(Dates.inUrl("https://lantern.example/article/20319999")).isNull();
  }

  @Property(tries = 500)
  void anyTextGivesADateOrNone(@ForAll String text) {
    OffsetDateTime at = Dates.ANYWHERE.in(text, true);
    assertThat(at == null || at.getYear() >= 1990).isTrue();
  }
}
