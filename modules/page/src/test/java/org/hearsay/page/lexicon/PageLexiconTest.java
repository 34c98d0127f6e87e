package org.hearsay.page.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.junit.jupiter.api.Test;

class PageLexiconTest {
  private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*)\\s*=.*");
  private static final Pattern PART = Pattern.compile("<lang:([a-z-]+)>");

  @Test
  void everyExpressionStandsWithAllItsLanguages() {
    assertThat(names(PageLexicon.any()))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(PageLexicon.pattern(name).pattern()).doesNotContain("<lang"));
  }

  @Test
  void whatALanguageSaysIsUsedSomewhere() {
    Set<String> used = new TreeSet<>();
    for (LanguageLine line : PageLexicon.any().lines("expressions.txt")) {
      Matcher part = PART.matcher(line.text());
      while (part.find()) {
        used.add(part.group(1));
      }
    }
    // A part of another one in its own file.
    used.add("month");
    for (LanguageLine language : PageLexicon.any().lines("languages.txt")) {
      assertThat(used)
          .as(language.text())
          .containsAll(names(LanguageFolder.of(PageLexicon.class, language.text())));
    }
  }

  @Test
  void aWordThatCarefulWritingBeginsWithACapitalIsCarelessInSmallLetters() {
    Pattern careless = PageLexicon.pattern("careless-small");
    assertThat(careless.matcher("so i say").find()).isTrue();
    assertThat(careless.matcher("so I say, if it is").find()).isFalse();
  }

  @Test
  void aNameThatNoFileHasIsRefused() {
    assertThatThrownBy(() -> PageLexicon.pattern("no-such-thing"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageContaining("no-such-thing");
  }

  private static Set<String> names(LanguageFolder folder) {
    Set<String> names = new TreeSet<>();
    for (LanguageLine line : folder.lines("expressions.txt")) {
      Matcher name = NAME.matcher(line.text());
      if (name.matches()) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
