package org.hearsay.text.languages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageLineTest {
  @Test
  void remarksAndBlankLinesAreLeftOutAndCounted() {
    assertThat(LanguageLine.of("words.txt", "# from a dictionary\n\n  mill \nlake # deep\n#end"))
        .containsExactly(
            new LanguageLine("  mill ", "words.txt:3"),
            new LanguageLine("lake # deep", "words.txt:4"));
    assertThat(LanguageLine.of("words.txt", "")).isEmpty();
  }
}
