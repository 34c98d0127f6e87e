package org.hearsay.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {
  private static final String CONTENT =
      "that an agreed number of personnel may return to mark minefields,\n to keep a presence at"
          + " border crossings and to protect heritage sites";

  @Test
  void aClaimIsWrappedWithAHangingIndentAndNothingOfItIsCut() {
    String row = ClaimTable.row(List.of("Adriatic Courier", "UN"), "INDIRECT", "says", CONTENT, 60);
    assertThat(row.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    assertThat(row.lines().skip(2)).hasSizeGreaterThan(1);
    assertThat(row.lines().skip(2)).allSatisfy(line -> assertThat(line).startsWith(" ".repeat(15)));
    assertThat(row.replaceAll("\\s+", " ")).contains(CONTENT.replaceAll("\\s+", " "));
  }

  @Test
  void aWordLongerThanTheLineIsBroken() {
    assertThat(Wrap.lines("😀".repeat(5), 2)).containsExactly("😀😀", "😀😀", "😀");
    assertThat(Wrap.hanging("  ", "a" + "b".repeat(40), 4, 24).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(24));
  }

  @Test
  void theWidthIsThatOfTheTerminalElseTheUsualOne() {
    assertThat(Wrap.width("132", 80)).isEqualTo(132);
    assertThat(Wrap.width("3", 80)).isEqualTo(20);
    assertThat(Wrap.width("wide", 80)).isEqualTo(80);
    assertThat(Wrap.width(null, 80)).isEqualTo(80);
  }
}
