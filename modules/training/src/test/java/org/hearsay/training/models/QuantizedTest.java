package org.hearsay.training.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantizedTest {
  @Test
  void eachRowHasItsOwnScale() {
    Quantized rows = Quantized.byRow(new float[] {1, -.25f, 100, 50}, 2, 2);
    assertThat(rows.values()).containsExactly(127, -32, 127, 64);
    assertThat(rows.scales()).containsExactly(1f / 127, 100f / 127);
  }

  @Test
  void eachColumnHasItsOwnScale() {
    Quantized columns = Quantized.byColumn(new float[] {1, 100, -1, 50}, 2, 2);
    assertThat(columns.values()).containsExactly(127, 127, -127, 64);
    assertThat(columns.scales()).containsExactly(1f / 127, 100f / 127);
  }

  @Test
  void whatIsAllZeroStaysZero() {
    assertThat(Quantized.byRow(new float[4], 2, 2).values()).containsOnly(0);
  }

  @Property
  void noNumberMovesByMoreThanHalfAStep(
      @ForAll @Size(12) List<@FloatRange(min = -10, max = 10) Float> numbers) {
    float[] matrix = new float[12];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = numbers.get(i);
    }
    Quantized columns = Quantized.byColumn(matrix, 3, 4);
    for (int i = 0; i < matrix.length; i++) {
      float scale = columns.scales()[i % 4];
      assertThat(Math.abs(columns.values()[i] * scale - matrix[i]))
          .isLessThan(.501f * scale + Float.MIN_NORMAL);
    }
  }
}
