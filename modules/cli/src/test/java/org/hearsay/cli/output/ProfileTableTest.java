package org.hearsay.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.options.WindowOptions;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.OutletEntityProfile;
import org.junit.jupiter.api.Test;

/** The outlet is invented. */
class ProfileTableTest {
  @Test
  void aRowShowsItsWindowWhetherItIsFinalTheToneAndTheLabelBeforeThePlainName() {
    Instant start = Instant.parse("2026-03-02T00:00:00Z");
    OutletEntityProfile row =
        OutletEntityProfile.newBuilder()
            .setId("courier:fenland@x")
            .setOutletName("The Courier")
            .setEntityId("fenland")
            .setName("Fenland")
            .setWindowStart(start)
            .setWindowEnd(start.plus(Duration.ofDays(1)))
            .setComplete(true)
            .setArticles(2)
            .setRepublishedArticles(0)
            .setMentions(7)
            .setRepublishedMentions(0)
            .setReaderMentions(0)
            .setToned(4)
            .setTone(-0.5)
            .setVoices(List.of())
            .setNaming(
                List.of(
                    new NamingVariant("fenland", "Fenland", "province", "breakaway", "OUTLET", 1),
                    new NamingVariant("fenland", "Fenland", "Fenland", null, "OUTLET", 6)))
            .build();
    assertThat(ProfileTable.row(row))
        .startsWith("2026-03-02T00:00:00Z/2026-03-03T00:00:00Z final The Courier")
        .contains("7 mentions", "tone -0.50", "calls it breakaway province, province, Fenland");
    row.setComplete(false);
    row.setTone(null);
    assertThat(ProfileTable.row(row)).contains(" live ", "tone -;");
  }

  @Test
  void windowsThatLeaveTimeOutAreRefusedWithTheOptionsNames() {
    WindowOptions options = new WindowOptions();
    assertThat(options.windows().live()).isFalse();
    options.every = Duration.ofDays(2);
    assertThatThrownBy(options::windows)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--window-every")
        .hasMessageContaining("leave time out");
  }
}
