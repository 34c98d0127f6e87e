package org.hearsay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class PublishedPrecisionTest {
  @Test
  void aMidnightIsADayWhereverItIs() {
    assertThat(PublishedPrecision.of(OffsetDateTime.parse("2026-01-12T00:00:00+01:00")))
        .isEqualTo(PublishedPrecision.DAY);
    assertThat(PublishedPrecision.of(OffsetDateTime.parse("2026-01-12T00:00:01Z")))
        .isEqualTo(PublishedPrecision.TIME);
    assertThat(PublishedPrecision.of(Instant.parse("2026-01-12T00:00:00Z")))
        .isEqualTo(PublishedPrecision.DAY);
    assertThat(PublishedPrecision.of((Instant) null)).isEqualTo(PublishedPrecision.NONE);
  }
}
