package org.hearsay.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class WordPieceTest {
  private final WordPiece wordPiece =
      new WordPiece(Map.of("mar", 7, "##ko", 8, "said", 9, "’", 10, "s", 11, "cafe", 12));

  private List<Word> words(String text) {
    return wordPiece.words(text, new Span(0, text.length()), new HashMap<>());
  }

  private static List<Integer> pieces(Word word) {
    return IntStream.range(0, word.size()).mapToObj(word::piece).toList();
  }

  @Test
  void wordsAreRunsAndSingleMarksAtTheirOffsets() {
    String text = "Marko’s  said";
    assertThat(words(text))
        .extracting(w -> w.span().of(text))
        .containsExactly("Marko", "’", "s", "said");
  }

  @Test
  void piecesAreTheLongestThatFit() {
    assertThat(pieces(words("Marko").get(0))).containsExactly(7, 8);
    assertThat(pieces(words("marx").get(0))).containsExactly(WordPiece.UNKNOWN);
  }

  @Test
  void accentsFoldAndOffsetsStay() {
    Word word = words("CAFÉ").get(0);
    assertThat(pieces(word)).containsExactly(12);
    assertThat(word.span()).isEqualTo(new Span(0, 4));
  }

  @Test
  void caseIsKept() {
    assertThat(words("said Said SAID S")).extracting(Word::shape).containsExactly(0, 1, 2, 1);
  }

  @Test
  void offsetsCountUtf16Units() {
    String text = "\uD83D\uDE00 said";
    assertThat(words(text).get(1).span().of(text)).isEqualTo("said");
  }

  @Property
  void anyStringGivesOrderedWordsInsideThePart(@ForAll String text, @ForAll int cut) {
    int end = Math.floorMod(cut, text.length() + 1);
    int last = 0;
    for (Word word : wordPiece.words(text, new Span(0, end), new HashMap<>())) {
      assertThat(word.span().start()).isGreaterThanOrEqualTo(last);
      assertThat(word.span().length()).isPositive();
      assertThat(word.size()).isBetween(1, 100);
      last = word.span().end();
    }
    assertThat(last).isLessThanOrEqualTo(end);
  }
}
