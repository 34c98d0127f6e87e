package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static Overlap of(List<Span> added, List<Span> dropped) {
    return new Overlap(0, 0, 0, 0, 0, List.of(), added, dropped, List.of(), List.of(), List.of());
  }

  @Test
  void whatWasAddedAndDroppedIsToldInTheWordsOfItsOwnText() {
    Overlap overlap = of(List.of(new Span(0, 3), new Span(4, 7)), List.of(new Span(2, 5)));
    assertThat(overlap.addedTexts("one two")).containsExactly("one", "two");
    assertThat(overlap.droppedTexts("a dam")).containsExactly("dam");
  }

  @Test
  void aHundredParagraphsAreToldAndNoMore() {
    Overlap overlap = of(Collections.nCopies(101, new Span(0, 1)), List.of());
    assertThat(overlap.addedTexts("x")).hasSize(100);
    assertThat(overlap.reversed().droppedTexts("x")).hasSize(100);
  }

  @Test
  void aLongParagraphIsCutBetweenCharacters() {
    String whole = "x".repeat(2000);
    assertThat(of(List.of(new Span(0, 2000)), List.of()).addedTexts(whole)).containsExactly(whole);
    assertThat(of(List.of(new Span(0, 2001)), List.of()).addedTexts(whole + "y"))
        .containsExactly(whole);
    String pair = "x".repeat(1999) + "\uD83C\uDF0A";
    assertThat(of(List.of(new Span(0, 2001)), List.of()).addedTexts(pair))
        .containsExactly("x".repeat(1999));
  }
}
