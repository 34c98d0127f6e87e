package org.hearsay.lineage.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.lineage.Texts;
import org.hearsay.lineage.masks.MaskedText;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static long[] words(long seed, int n) {
    Random random = new Random(seed);
    return random.longs(n).toArray();
  }

  /** The guarantee of winnowing, wherever the shared words stand. */
  @Property(tries = 300)
  void textsThatShareAWindowOfRunsShareAFingerprint(
      @ForAll long seed,
      @ForAll @IntRange(max = 80) int before,
      @ForAll @IntRange(max = 80) int after) {
    long[] shared = words(seed, Fingerprints.GRAM + Fingerprints.WINDOW - 1);
    long[] one = join(words(seed + 1, before), shared, words(seed + 2, after));
    long[] other = join(words(seed + 3, after), shared, words(seed + 4, before));
    Set<Long> common = new HashSet<>();
    Arrays.stream(Fingerprints.of(one).values()).forEach(common::add);
    Set<Long> others = new HashSet<>();
    Arrays.stream(Fingerprints.of(other).values()).forEach(others::add);
    common.retainAll(others);
    assertThat(common).isNotEmpty();
  }

  @Property(tries = 100)
  void aPassageGoesOnAndAStockPhraseDoesNot(@ForAll @IntRange(max = 9_999) int seed) {
    assertThat(goesOn(seed, 40)).isTrue();
    assertThat(goesOn(seed, Fingerprints.GRAM)).isFalse();
  }

  /** Whether a fingerprint goes on of two texts of 80 words and so many that they share. */
  private static boolean goesOn(int seed, int words) {
    long[] shared = words(seed, words);
    Fingerprints one =
        Fingerprints.of(join(words(seed + 10_000, 40), shared, words(seed + 20_000, 40)));
    Fingerprints other =
        Fingerprints.of(join(words(seed + 30_000, 40), shared, words(seed + 40_000, 40)));
    for (int i = 0; i < one.values().length; i++) {
      int at = Arrays.binarySearch(other.values(), one.values()[i]);
      if (at >= 0 && Fingerprints.goesOn(one.beside()[i], other.beside()[at])) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aFifthToAFourthOfTheWordsCarryOne() {
    long[] words = words(3, 10_000);
    assertThat(Fingerprints.of(words).values()).hasSizeBetween(2_000, 2_500);
  }

  @Test
  void theyAreTheSameOnEveryMachineAndInEveryRelease() {
    // Stores and topics hold them: a change here needs the trace stage to start anew.
    MaskedText text = MaskedText.of(Texts.OTHER, Texts.paragraphs(Texts.OTHER), Texts.ENGLISH);
    long[] fingerprints = Fingerprints.of(text.ownHashes()).values();
    assertThat(fingerprints).isSorted();
    assertThat(Long.toHexString(fingerprints[0])).isEqualTo("83f47534f7776046");
    assertThat(fingerprints).hasSize(17);
  }

  @Test
  void tooFewWordsHaveNone() {
    assertThat(Fingerprints.of(words(1, Fingerprints.GRAM - 1)).values()).isEmpty();
    assertThat(Fingerprints.of(words(1, Fingerprints.GRAM)).values()).hasSize(1);
  }

  private static long[] join(long[]... parts) {
    return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
  }
}
