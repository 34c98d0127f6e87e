package org.hearsay.claims.cues;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.claims.CueMode;
import org.hearsay.claims.English;
import org.hearsay.text.attribution.CueKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueWordsTest {
  private final CueWords cues = English.CUES;

  @ParameterizedTest
  @CsvSource({
    "has formally asked,SPEECH",
    "According to,SPEECH",
    "said in a statement,SPEECH",
    "—,SPEECH",
    "wrote,WRITING",
    "still doesn’t expect,BELIEF",
    "is convinced,BELIEF",
    "discovered,KNOWLEDGE",
    "is planning,INTENTION",
    "ruled,DECREE",
    "had,OTHER"
  })
  void aCueHasAKind(String cue, CueKind kind) {
    assertThat(cues.kind(cue, false)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"demands,DECREE", "says,DECREE", "believes,BELIEF"})
  void theLawDecreesWhatItSays(String cue, CueKind kind) {
    assertThat(cues.kind(cue, true)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "The mayor ,said,ASSERTED",
    "The mayor ,did not say,NEGATED",
    "The mayor did not ,say,NEGATED",
    "The mayor ,declined to say,NEGATED",
    "The mayor ,may have said,MODAL",
    "The mayor will ,say,MODAL",
    "The mayor ,denied,DENIED",
    "It is not done. The mayor ,said,ASSERTED"
  })
  void aCueTellsWhetherItsActTookPlace(String before, String cue, CueMode mode) {
    assertThat(cues.mode(before + " ", cue)).isEqualTo(mode);
  }
}
