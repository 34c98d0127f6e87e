package org.hearsay.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class RoleInputTest {
  /** Five words, the third of two pieces; each piece has its place and a half more. */
  private static final List<Word> WORDS =
      List.of(word(0, 1), word(2, 1), word(4, 2), word(6, 1), word(8, 1));

  private static Word word(int start, int pieces) {
    return new Word(new Span(start, start + 1), new int[pieces], 0);
  }

  private static RoleInput.Row row(int first, int end, int markFirst, int markEnd) {
    Window read = new Window(WORDS, 0, 5, 0, 0);
    float[] states = new float[2 * read.length()];
    for (int piece = 0; piece < read.length(); piece++) {
      states[2 * piece] = piece;
      states[2 * piece + 1] = piece + .5f;
    }
    return new RoleInput.Row(read, states, new Window(WORDS, first, end, markFirst, markEnd));
  }

  @Test
  void aRowHasTheFrameOfWhatWasReadAndThePiecesOfItsOwnWords() {
    RoleInput input = RoleInput.of(List.of(row(1, 4, 2, 3)));
    assertThat(input.width()).isEqualTo(6);
    assertThat(input.states()).containsExactly(0, .5f, 2, 2.5f, 3, 3.5f, 4, 4.5f, 5, 5.5f, 7, 7.5f);
    assertThat(input.marks()).containsExactly(0, 0, 1, 1, 0, 0);
    assertThat(input.mask()).containsOnly(1);
  }

  @Test
  void shorterRowsArePaddedAtTheEnd() {
    RoleInput input = RoleInput.of(List.of(row(0, 5, 0, 1), row(4, 5, 4, 5)));
    assertThat(List.of(input.rows(), input.width())).containsExactly(2, 8);
    assertThat(input.mask()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0);
    assertThat(input.marks()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    assertThat(List.of(input.states()[16], input.states()[18], input.states()[20]))
        .containsExactly(0f, 6f, 7f);
  }

  @Test
  void wordsThatWereNotReadAreRefused() {
    Window read = new Window(WORDS, 1, 3, 0, 0);
    assertThatThrownBy(() -> new RoleInput.Row(read, new float[10], new Window(WORDS, 0, 3, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
