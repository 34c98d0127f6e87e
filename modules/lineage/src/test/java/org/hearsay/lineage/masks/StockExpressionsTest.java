package org.hearsay.lineage.masks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.junit.jupiter.api.Test;

class StockExpressionsTest {
  private static final LanguageFolder FOLDER = LanguageFolder.of(StockExpressionsTest.class, "xx");

  private static long[] hashes(String... words) {
    return Arrays.stream(words).mapToLong(MaskedText::hash).toArray();
  }

  @Test
  void anExpressionIsTriedWhereOneOfItsWordsStands() {
    StockExpressions expressions = StockExpressions.of(FOLDER, "good.txt");
    long[] words = hashes("the", "Ferry", "sank", "anonymously");
    assertThat(expressions.possible("the Ferry sank", words, 0, 3))
        .extracting(pattern -> pattern.pattern())
        .containsExactly("the (ferry|boat)");
    assertThat(expressions.possible("sank anonymously", words, 2, 4)).isEmpty();
    assertThat(expressions.possible("© 2026", hashes("2026"), 0, 1)).hasSize(1);
  }

  @Test
  void aLineWithoutItsWordsIsRefusedWithFileAndLine() {
    assertThatThrownBy(() -> StockExpressions.of(FOLDER, "no-tilde.txt"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("xx/no-tilde.txt:2: ");
  }

  @Test
  void whatIsNoExpressionIsRefusedWithFileAndLine() {
    assertThatThrownBy(() -> StockExpressions.of(FOLDER, "no-expression.txt"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("xx/no-expression.txt:3: ");
  }
}
