package org.hearsay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        "8:30 AM EDT, June 2, 2031|2031-06-02T08:30-04:00"
      })
  void datesAreReadAsPeopleWriteThem(String written, OffsetDateTime meant) {
    assertThat(Dates.in(written, false)).isEqualTo(meant);
  }

  @Test
  void aNumberThatCannotBeAMonthIsADay() {
    assertThat(Dates.in("6/25/2031", false)).isEqualTo(OffsetDateTime.parse("2031-06-25T00:00Z"));
    assertThat(Dates.in("6/2/2031", true)).isEqualTo(OffsetDateTime.parse("2031-06-02T00:00Z"));
    assertThat(Dates.in("6/2/2031", false)).isEqualTo(OffsetDateTime.parse("2031-02-06T00:00Z"));
  }

  @Test
  void addressesTellTheDay() {
    assertThat(Dates.inUrl("https://lantern.example/2031/06/02/pier"))
        .isEqualTo(OffsetDateTime.parse("2031-06-02T00:00Z"));
    assertThat(Dates.inUrl("https://lantern.example/article/20319999")).isNull();
  }

  @Property(tries = 500)
  void anyTextGivesADateOrNone(@ForAll String text) {
    OffsetDateTime at = Dates.in(text, true);
    assertThat(at == null || at.getYear() >= 1990).isTrue();
  }
}
