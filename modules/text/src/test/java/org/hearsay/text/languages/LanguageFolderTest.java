package org.hearsay.text.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class LanguageFolderTest {
  private final LanguageFolder folder = LanguageFolder.of(LanguageFolderTest.class, "en");

  @Test
  void aListHoldsWordsOfSeveralWordsInTheOrderOfTheFile() {
    assertThat(folder.words("words.txt").words("titles"))
        .containsExactly("general", "prime minister", "president");
  }

  @Test
  void aTablesValueMayHoldCommas() {
    assertThat(folder.words("words.txt").table("short"))
        .isEqualTo(Map.of("gen", "general", "gen. sec.", "secretary, general"));
  }

  @Test
  void aTablesValueIsThereOrMissed() {
    assertThat(folder.words("words.txt").value("short", "gen")).isEqualTo("general");
    assertThatThrownBy(() -> folder.words("words.txt").value("short", "col"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage("en/words.txt: no col = … in [short]; add it");
  }

  @Test
  void anExpressionTakesInEarlierOnesAndWordsOfLists() {
    Expressions expressions = folder.expressions("expressions.txt");
    Matcher matcher = expressions.pattern("said-by").matcher("Ana told the prime minister");

    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group("who")).isEqualTo("Ana");
    assertThat(expressions.pattern("said-by").matcher("Ana said").matches()).isFalse();
    assertThat(expressions.pattern("q").matcher("aa").matches()).isTrue();
  }

  @Test
  void anExpressionTakesInListsThatLibrariesShare() {
    assertThat(folder.expressions("shared-list.txt").pattern("titled").matcher("president Lind"))
        .matches(Matcher::matches);
    assertThatThrownBy(() -> folder.expressions("no-shared-list.txt"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith(
            "en/no-shared-list.txt:2: refers to shared:titles.txt#titles: en/titles.txt: no such file"
                + " beside "
                + LanguageFolder.class.getName());
  }

  @Test
  void aListTakesInWordsOfOtherListsAndOnesThatLibrariesShare() {
    Set<String> shared = folder.shared().words("possessives.txt").words("endings");

    assertThat(shared).isNotEmpty();
    assertThat(folder.words("referring.txt").words("titled"))
        .startsWith("general", "prime minister", "president", "mayor")
        .endsWith(shared.toArray(String[]::new))
        .hasSize(4 + shared.size());
  }

  @Test
  void aListTakesFormsOfVerbsFromTheLexicon() {
    WordForms verbs = (verb, form) -> Set.of(verb + "-" + form);

    assertThat(folder.words("referring.txt", verbs).words("says"))
        .containsExactly("he say-past", "he tell-past", "and", "say-past so");
    assertThat(folder.parts("{{verbs in past, base: say}}, so", verbs, "here"))
        .containsExactly("say-past", "say-base", "so");
    assertThatThrownBy(() -> folder.words("referring.txt").words("says"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith(
            "en/referring.txt:7: refers to verbs, and this file is read without");
  }

  @Test
  void whatAListTakesInWronglyNamesFileAndLine() {
    WordLists lists = folder.words("referring.txt");

    assertThatThrownBy(() -> lists.words("twice"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage("en/referring.txt:11: mayor stands twice in [twice]; take one out");
    assertThatThrownBy(() -> lists.words("round"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("en/referring.txt:14: refers to referring.txt#about: ")
        .hasMessageEndingWith("its lists refer to each other in a circle");
    assertThatThrownBy(() -> lists.words("no-list"))
        .hasMessage("en/referring.txt:20: refers to reeve; write {{file.txt#list}}");
  }

  @Test
  void aLinesExpressionTakesInWordsOfLists() {
    assertThat(folder.lineExpressions("lines.txt"))
        .containsExactly(
            new LanguageLine(
                "the (?:(?:prime minister|president|general)|\\p{Lu}+)", "en/lines.txt:2"));
  }

  @Test
  void whatIsWrongNamesFileAndLine() {
    assertThatThrownBy(() -> folder.words("words.txt").words("twice"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage("en/words.txt:12: sun stands twice in [twice]; take one out");
    assertThatThrownBy(() -> folder.words("words.txt").words("gap"))
        .hasMessageStartingWith("en/words.txt:14: an empty word");
    assertThatThrownBy(() -> folder.words("no-list.txt"))
        .hasMessageStartingWith("en/no-list.txt:2: a word before the first list");
    assertThatThrownBy(() -> folder.expressions("broken.txt"))
        .hasMessageStartingWith("en/broken.txt:4: no regular expression");
    assertThatThrownBy(() -> folder.expressions("order.txt"))
        .hasMessageStartingWith("en/order.txt:2: no expression called first");
    assertThatThrownBy(() -> folder.expressions("goes-on.txt"))
        .hasMessageStartingWith("en/goes-on.txt:2: goes on with nothing");
  }

  @Test
  void aFileThatDoesNotSayWhereItsWordsComeFromIsRefused() {
    assertThatThrownBy(() -> folder.words("no-provenance.txt"))
        .hasMessageStartingWith("en/no-provenance.txt:1: begin the file with a # line");
  }

  @Test
  void aSignWithoutASpaceIsNoRemarkAndIsRefused() {
    assertThatThrownBy(() -> folder.lines("sign.txt"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage(
            "en/sign.txt:4: put a space after # where a remark begins; in an expression write \\# for"
                + " the sign");
    assertThat(folder.lines("escaped-sign.txt"))
        .extracting(LanguageLine::text)
        .containsExactly("\\#?\\d+");
  }

  @Test
  void whatIsMissingIsNamedWithWhatThereIs() {
    assertThatThrownBy(() -> folder.words("words.txt").words("title"))
        .hasMessage("en/words.txt: no list [title]; there are titles, short, twice, gap");
    assertThatThrownBy(() -> folder.expressions("expressions.txt").pattern("said"))
        .hasMessage("en/expressions.txt: no expression said; there are verb, said-by, q");
    assertThat(folder.has("words.txt")).isTrue();
    assertThat(folder.has("titles.txt")).isFalse();
    assertThatThrownBy(() -> folder.lines("titles.txt"))
        .hasMessageContaining("en/titles.txt: no such file beside " + getClass().getName());
  }
}
