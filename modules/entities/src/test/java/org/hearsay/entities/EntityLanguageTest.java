package org.hearsay.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.hearsay.entities.names.Inflection;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;
import org.junit.jupiter.api.Test;

class EntityLanguageTest {
  private final LanguageFolder english = LanguageFolder.of(EntityLanguage.class, "en");
  private final AttributingVerbs verbs = AttributingVerbs.load("en");

  @Test
  void aLanguageWithoutAFolderIsRefusedByTheFirstFileThatItLacks() {
    assertThatThrownBy(() -> EntityLanguage.load("xx"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("xx/");
  }

  @Test
  void everyListOfWordsIsFolded() {
    for (String file :
        List.of("titles.txt", "bodies.txt", "office-roles.txt", "words-that-are-names.txt")) {
      WordLists lists = english.words(file, verbs);
      for (String name : lists.names()) {
        if (!lists.section(name).get(0).text().contains("=")) {
          assertThat(lists.words(name)).as(file + " " + name).allMatch(w -> isFolded(w));
        }
      }
    }
  }

  private static boolean isFolded(String word) {
    return word.equals(org.hearsay.text.Fold.name(word));
  }

  @Test
  void aGroupByNameIsAGroup() {
    WordLists bodies = english.words("bodies.txt");
    assertThat(bodies.words("groups"))
        .containsAll(Set.copyOf(bodies.table("group-by-name").values()));
  }

  @Test
  void wordsOfAnInflectedLanguageAreLedBackToTheirNominative() {
    Inflection inflection = Inflection.read(LanguageFolder.of(EntityLanguage.class, "sr"));
    assertThat(inflection.bases("kosovu")).contains("kosovo");
    assertThat(inflection.bases("zelenskogo")).contains("zelenskii");
    assertThat(inflection.bases("leskovca")).contains("leskovac");
    assertThat(inflection.owners("vuciceva")).contains("vucic");
    assertThat(inflection.mayBe("nis")).isFalse();
  }
}
