package org.hearsay.systemtests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules ask what a word is in any language, not for the tags of one language's tagger. */
class LanguageNeutralTest {
  private static final Pattern TAG =
      Pattern.compile(
          "\"(?:NNP?S?|VB[DGNPZ]?|MD|JJ[RS]?|RB[RS]?|W(?:RB|DT|P\\$?)|P?DT|PRP\\$?|CD|IN|CC|UH|RP"
              + "|POS|EX|HYPH)\"");

  private static List<String> tags(String where, String source) {
    return TAG.matcher(source).results().map(tag -> where + ": " + tag.group()).toList();
  }

  @Test
  void noLibraryNamesATagOfTheEnglishTagger() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (String library : House.LIBRARIES) {
      Path sources = House.MODULES.resolve(library).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          found.addAll(tags(file.toString(), Files.readString(file)));
          read++;
        }
      }
    }
    assertThat(read).isGreaterThan(House.LIBRARIES.size());
    assertThat(found).as("ask the token's partOfSpeech(); tags stand in tags.txt").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NNP\"", "\"VBD\"", "\"IN\"", "\"WP$\"", "\"JJ\""})
  void aTagIsSeen(String literal) {
    Matcher tag = TAG.matcher("token.tag().equals(" + literal + ")");
    assertThat(tag.find()).isTrue();
  }
}
