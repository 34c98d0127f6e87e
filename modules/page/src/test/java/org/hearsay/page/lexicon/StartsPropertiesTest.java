package org.hearsay.page.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StartsPropertiesTest {
  private static final int FLAGS =
      Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final List<Pattern> patterns = patterns();
  private final Starts starts = new Starts(patterns);

  private static List<Pattern> patterns() {
    List<Pattern> all = new ArrayList<>();
    for (String name : List.of("chrome", "comments", "comment-chrome", "comment-authors")) {
      PageLexicon.lines(name + ".txt")
          .forEach(line -> all.add(Pattern.compile(line.text(), FLAGS)));
    }
    return all;
  }

  @Property(tries = 2_000)
  void noExpressionThatMatchesIsLeftOut(@ForAll("lines") String line) {
    List<Integer> asked = new ArrayList<>();
    for (int i : starts.of(line, 0)) {
      asked.add(i);
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matcher(line).matches()) {
        assertThat(asked).as("%s for %s", patterns.get(i), line).contains(i);
      }
    }
    assertThat(asked).isSorted();
  }

  /** LineKinds of the lexicons' own in any order, so that many lines match something. */
  @Provide
  Arbitrary<String> lines() {
    List<String> words =
        new ArrayList<>(List.of("12", "3:40", "©", "Ana", "ana", "...", "«", "Да"));
    for (Pattern pattern : patterns) {
      for (String word : pattern.pattern().split("[^\\p{L}]+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    Arbitrary<String> known =
        Arbitraries.of(words).list().ofMinSize(1).ofMaxSize(5).map(list -> String.join(" ", list));
    return Arbitraries.oneOf(
        known,
        known.map(line -> line.toUpperCase(Locale.ROOT)),
        Arbitraries.strings().ofMaxLength(20));
  }

  @Test
  void mostExpressionsNeedNotBeAskedOfAPlainSentence() {
    assertThat(starts.of("The ferry was painted on Monday.", 0).length)
        .isLessThan(patterns.size() / 2);
  }
}
