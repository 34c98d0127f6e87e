package org.hearsay.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.Cue;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.Quotations;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.junit.jupiter.api.Test;

class VoicesTest {
  private static Voices voices(String text, List<Claim> claims) {
    return Voices.of(text, claims, new Quotations(text, List.of(new Span(0, text.length()))));
  }

  private static Span in(String text, String part) {
    int at = text.indexOf(part);
    return new Span(at, at + part.length());
  }

  @Test
  void insideAClaimMarksTellQuotedFromReportedWords() {
    String text = "The ferrymen say they are “bled dry” by the harbour board.";
    Claim claim =
        new Claim(
            ClaimForm.MIXED,
            -1,
            1,
            List.of(in(text, "they are “bled dry” by the harbour board")),
            new Cue(List.of(in(text, "say")), CueKind.SPEECH, CueMode.ASSERTED),
            List.of(in(text, "The ferrymen")),
            null,
            List.of());
    Voices voices = voices(text, List.of(claim));
    assertThat(voices.of(in(text, "bled dry"))).isEqualTo(Voice.QUOTED);
    assertThat(voices.of(in(text, "harbour board"))).isEqualTo(Voice.REPORTED);
    assertThat(voices.of(in(text, "ferrymen"))).isEqualTo(Voice.OUTLET);
  }

  @Test
  void aQuotationWithoutAClaimIsStillNotTheOutlets() {
    String text = "“These crooks have robbed every village here.” The board met on Friday.";
    Voices voices = voices(text, List.of());
    assertThat(voices.of(in(text, "crooks"))).isEqualTo(Voice.QUOTED);
    assertThat(voices.of(in(text, "board"))).isEqualTo(Voice.OUTLET);
  }

  @Test
  void aTermInMarksThatNobodyIsQuotedWithIsTheOutlets() {
    String text = "The board sent its “experts” to the island.";
    assertThat(voices(text, List.of()).of(in(text, "experts"))).isEqualTo(Voice.OUTLET);
  }
}
