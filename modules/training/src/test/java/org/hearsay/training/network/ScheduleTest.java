package org.hearsay.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Schedule schedule = new Schedule(1e-4, .1);

  @Test
  void theRateRisesToItsPeakAndFallsToNothing() {
    assertThat(schedule.rate(0)).isZero();
    assertThat(schedule.rate(.05)).isCloseTo(.5e-4, within(1e-12));
    assertThat(schedule.rate(.1)).isCloseTo(1e-4, within(1e-12));
    assertThat(schedule.rate(.55)).isCloseTo(.5e-4, within(1e-12));
    assertThat(schedule.rate(1)).isZero();
  }

  @Test
  void withoutWarmUpItBeginsAtThePeak() {
    assertThat(new Schedule(1e-4, 0).rate(0)).isEqualTo(1e-4);
  }

  @Property
  void itNeverLeavesItsBounds(@ForAll @DoubleRange(min = 0, max = 2) double progress) {
    assertThat(schedule.rate(progress)).isBetween(0.0, 1e-4);
  }

  @Test
  void whatCannotBeAScheduleIsRefused() {
    assertThatThrownBy(() -> new Schedule(0, .1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule(1e-4, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
