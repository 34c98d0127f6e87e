package org.hearsay.coverage.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearsay.coverage.profiles.ProfileShares.Moment;
import org.hearsay.coverage.profiles.Tally.Kind;
import org.hearsay.coverage.profiles.Tally.Line;
import org.junit.jupiter.api.Test;

class ProfilesInTimeTest {
  private static final ProfileKey COURIER = ProfileKey.outlet("courier");
  private static final ProfileKey LAKE = ProfileKey.entity("lake");

  private static Tally articles(int count) {
    Tally.Builder out = new Tally.Builder();
    out.add(Line.of(Kind.ARTICLES, Authorship.OWN.label()), count);
    return out.build();
  }

  private static ProfilesInTime ofAll(Map<Moment, Tally> counted) {
    return ProfilesInTime.ofAll(counted).orElseThrow();
  }

  @Test
  void nothingCountedIsNoWindow() {
    assertThat(ProfilesInTime.ofAll(Map.of())).isEmpty();
  }

  @Test
  void theWindowHoldsTheFirstAndTheLastTimeAndAProfileTheSumOfAll() {
    Map<Moment, Tally> counted = new HashMap<>();
    counted.put(new Moment(COURIER, 7_000), articles(2));
    counted.put(new Moment(LAKE, 5_000), articles(1));
    counted.put(new Moment(COURIER, 9_000), articles(4));
    ProfilesInTime all = ofAll(counted);
    assertThat(all.start()).isEqualTo(Instant.ofEpochMilli(5_000));
    assertThat(all.end()).isEqualTo(Instant.ofEpochMilli(9_001));
    assertThat(all.profiles()).extracting(Profile::key).containsExactly(LAKE, COURIER);
    assertThat(all.profiles())
        .extracting(profile -> profile.articles(Authorship.OWN))
        .containsExactly(1L, 6L);
  }

  @Property
  void theOrderInWhichThingsWereCountedDoesNotMatter(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 40) Integer> times,
      @ForAll Random random) {
    Map<Moment, Tally> counted = new LinkedHashMap<>();
    for (int time : times) {
      counted.put(new Moment(time % 3 == 0 ? COURIER : LAKE, time), articles(1 + time));
    }
    List<Moment> shuffled = new ArrayList<>(counted.keySet());
    Collections.shuffle(shuffled, random);
    Map<Moment, Tally> again = new LinkedHashMap<>();
    shuffled.forEach(moment -> again.put(moment, counted.get(moment)));
    assertThat(ofAll(again)).isEqualTo(ofAll(counted));
  }
}
