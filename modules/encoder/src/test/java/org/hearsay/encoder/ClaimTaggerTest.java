package org.hearsay.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hearsay.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimTaggerTest {
  private static final String TEXT = "Mayor Ilse Brandt said the bridge would reopen in May.";

  private final ClaimTagger tagger = ClaimTagger.load();

  @AfterAll
  void close() {
    tagger.close();
  }

  private TaggedParagraph tag(String text) {
    return tagger.tag(text, List.of(new Span(0, text.length()))).get(0);
  }

  private static int word(TaggedParagraph paragraph, String text, String word) {
    for (int i = 0; i < paragraph.size(); i++) {
      if (paragraph.span(i).of(text).equals(word)) {
        return i;
      }
    }
    throw new AssertionError("no word " + word);
  }

  @Test
  void aReportingVerbIsACue() {
    TaggedParagraph paragraph = tag(TEXT);
    assertThat(paragraph.begins(word(paragraph, TEXT, "said"))).isGreaterThan(.8f);
    assertThat(paragraph.outside(word(paragraph, TEXT, "bridge"))).isGreaterThan(.8f);
  }

  @Test
  void aMarkedCueShowsItsSourceAndItsContent() {
    TaggedParagraph paragraph = tag(TEXT);
    int said = word(paragraph, TEXT, "said");
    RoleTags roles = tagger.roles(List.of(new CueRequest(paragraph, said, said + 1))).get(0);
    assertThat(roles.source(word(paragraph, TEXT, "Brandt"))).isGreaterThan(.8f);
    assertThat(roles.content(word(paragraph, TEXT, "bridge"))).isGreaterThan(.8f);
    assertThat(roles.outside(said) + roles.source(said) + roles.content(said))
        .isCloseTo(1f, within(1e-4f));
  }

  @Test
  void paragraphsAreReadApartAndReturnedInOrder() {
    String text = "\n" + TEXT;
    List<TaggedParagraph> tagged =
        tagger.tag(text, List.of(new Span(0, 0), new Span(1, text.length())));
    assertThat(tagged).hasSize(2);
    assertThat(tagged.get(0).size()).isZero();
    TaggedParagraph second = tagged.get(1);
    assertThat(second.begins(word(second, text, "said"))).isGreaterThan(.8f);
  }

  @Test
  void whatIsSaidOfAParagraphDependsOnNothingElse() {
    String other = "Nobody rides it in winter, a much longer paragraph than the other one says.";
    try (ClaimTagger fresh = ClaimTagger.load()) {
      Span place = new Span(other.length(), other.length() + TEXT.length());
      TaggedParagraph beside =
          fresh.tag(other + TEXT, List.of(new Span(0, other.length()), place)).get(1);
      for (TaggedParagraph again : List.of(tag(TEXT), tag(TEXT))) {
        assertThat(again.size()).isEqualTo(beside.size());
        for (int i = 0; i < beside.size(); i++) {
          assertThat(again.begins(i)).isEqualTo(beside.begins(i));
          assertThat(again.continues(i)).isEqualTo(beside.continues(i));
        }
      }
    }
  }

  @Test
  void everyWordOfALongParagraphIsRead() {
    String text = (TEXT + " ").repeat(60);
    TaggedParagraph paragraph = tag(text);
    for (int i = 0; i < paragraph.size(); i++) {
      assertThat(paragraph.outside(i) + paragraph.begins(i) + paragraph.continues(i))
          .isCloseTo(1f, within(1e-4f));
    }
  }

  @Test
  void aCueOutsideTheParagraphIsRefused() {
    TaggedParagraph paragraph = tag(TEXT);
    assertThatThrownBy(() -> new CueRequest(paragraph, 3, 99))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyTheWordsWithinReachAreReadWithACue() {
    String text = "It rained. " + TEXT;
    TaggedParagraph paragraph = tag(text);
    int said = word(paragraph, text, "said");
    CueRequest whole = new CueRequest(paragraph, said, said + 1);
    CueRequest near = whole.within(new Span("It rained. ".length(), text.length()));
    RoleTags roles = tagger.roles(List.of(near)).get(0);
    assertThat(roles.first()).isEqualTo(3);
    assertThat(roles.end()).isEqualTo(paragraph.size());
    assertThat(roles.source(word(paragraph, text, "Brandt"))).isGreaterThan(.8f);
    CueRequest alone = whole.within(new Span(0, 2));
    assertThat(List.of(alone.from(), alone.to())).containsExactly(said, said + 1);
  }

  @Test
  void farFromACueWordsAreNotReadWithIt() {
    String text = TEXT + " nothing".repeat(500);
    TaggedParagraph paragraph = tag(text);
    int said = word(paragraph, text, "said");
    RoleTags roles = tagger.roles(List.of(new CueRequest(paragraph, said, said + 1))).get(0);
    assertThat(roles.first()).isZero();
    assertThat(roles.end()).isBetween(said + 50, 100);
  }
}
