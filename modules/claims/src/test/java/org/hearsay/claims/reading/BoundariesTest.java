package org.hearsay.claims.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.English;
import org.hearsay.claims.Quotations;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class BoundariesTest {
  private static final BoundaryWords WORDS =
      BoundaryWords.of(English.FOLDER.expressions("boundaries.txt", English.VERBS));

  private static Span span(String text, String part) {
    int at = text.indexOf(part);
    return new Span(at, at + part.length());
  }

  private static Attribution attribution(String text, String cue, String source, String content) {
    return new Attribution(
        span(text, cue), List.of(span(text, source)), List.of(span(text, content)), .9);
  }

  private static List<String> contents(String text, Attribution... read) {
    Quotations quotations = new Quotations(text, List.of(new Span(0, text.length())));
    List<String> contents = new ArrayList<>();
    for (Attribution attribution : new Boundaries(WORDS, text, quotations).cut(List.of(read))) {
      attribution.content().forEach(span -> contents.add(span.of(text)));
    }
    return contents;
  }

  @Test
  void aContentEndsWhereAnotherVoiceAddsAClause() {
    String text =
        "Norvia has demanded that the ferry be moved to Ostvik, where Mayor Brandt says boats rot.";
    assertThat(
            contents(
                text,
                attribution(text, "has demanded", "Norvia", text.substring(20, 88)),
                attribution(text, "says", "Mayor Brandt", "boats rot")))
        .containsExactly("that the ferry be moved to Ostvik", "boats rot");
  }

  @Test
  void aClauseInQuotationMarksStays() {
    String text = "Norvia said “move it to Ostvik, where Brandt says boats rot.”";
    String content = "“move it to Ostvik, where Brandt says boats rot.”";
    assertThat(
            contents(
                text,
                attribution(text, "said", "Norvia", content),
                attribution(text, "says", "Brandt", "boats rot")))
        .containsExactly(content, "boats rot");
  }

  @Test
  void whatSomeoneInTheContentSaidStays() {
    String text = "Norvia said the mayor had promised that the ferry would sail.";
    String content = "the mayor had promised that the ferry would sail";
    assertThat(
            contents(
                text,
                attribution(text, "said", "Norvia", content),
                attribution(text, "had promised", "the mayor", "that the ferry would sail")))
        .containsExactly(content, "that the ferry would sail");
  }

  @Test
  void whomItWasSaidToIsNoContent() {
    String text = "Norvia asked the harbour board if the ferry may sail.";
    assertThat(
            contents(
                text,
                attribution(text, "asked", "Norvia", "the harbour board if the ferry may sail")))
        .containsExactly("if the ferry may sail");
  }

  @Test
  void anInfinitiveEndsWhereTheSubjectDoesSomethingElse() {
    String text = "Norvia threatened to sell the ferry if “talks fail” and would close the port.";
    assertThat(
            contents(
                text,
                attribution(
                    text,
                    "threatened",
                    "Norvia",
                    "to sell the ferry if “talks fail” and would close the port")))
        .containsExactly("to sell the ferry if “talks fail”");
  }
}
