package org.hearsay.entities.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;
import org.junit.jupiter.api.Test;

class OutletWordsTest {
  private static final List<String> NAMES =
      List.of(
          "papers",
          "papers-that-are-words",
          "papers-abroad",
          "papers-after-towns",
          "papers-not-after-towns",
          "agencies-and-broadcasters");
  private static final List<String> NOUNS =
      List.of(
          "kinds",
          "kinds-of-several",
          "kinds-beside-names",
          "kinds-before-names",
          "kinds-beside-known-names",
          "broadcasting");

  private final LanguageFolder english = LanguageFolder.of(EntityLanguage.class, "en");
  private final WordLists lists = english.shared().words("outlet-words.txt");
  private final OutletWords words = OutletWords.read(english);

  @Test
  void aPapersWordIsAsWrittenInPapersAndFoldedElsewhere() {
    assertThat(words.papers())
        .contains("Tribune", "Ledger", "Novosti", "Mail")
        .doesNotContain("Independent", "TV", "tribune");
    assertThat(words.foldedPapers()).contains("tribune", "mail").hasSameSizeAs(words.papers());
    assertThat(words.goesOn()).contains("international", "tv", "agency").doesNotContain("TV");
  }

  @Test
  void whatOutletsAreNamedAndCalledByStandsInOneListEach() {
    assertThat(all(NAMES)).doesNotHaveDuplicates().allMatch(w -> Character.isUpperCase(first(w)));
    assertThat(all(NOUNS)).doesNotHaveDuplicates();
  }

  private List<String> all(List<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.addAll(lists.words(name)));
    return all;
  }

  private static int first(String word) {
    return word.codePointAt(0);
  }
}
