package org.hearsay.language.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsOfSpeechTest {
  private static final Map<String, Predicate<PartOfSpeech>> QUESTIONS =
      Map.ofEntries(
          Map.entry("noun", PartOfSpeech::isNoun),
          Map.entry("one thing", PartOfSpeech::isOneThing),
          Map.entry("name", PartOfSpeech::isName),
          Map.entry("name of one", PartOfSpeech::isNameOfOne),
          Map.entry("verb", PartOfSpeech::isVerb),
          Map.entry("participle", PartOfSpeech::isParticiple),
          Map.entry("present participle", PartOfSpeech::isPresentParticiple),
          Map.entry("past participle", PartOfSpeech::isPastParticiple),
          Map.entry("past", PartOfSpeech::isPastOfVerb),
          Map.entry("auxiliary", part -> part.is(WordClass.AUX)),
          Map.entry("adjective", PartOfSpeech::isAdjective),
          Map.entry("adverb", PartOfSpeech::isAdverb),
          Map.entry("determiner", PartOfSpeech::isDeterminer),
          Map.entry("personal", PartOfSpeech::isPersonal),
          Map.entry("whose", PartOfSpeech::isPersonalPossessive),
          Map.entry("relative", PartOfSpeech::isRelativePronoun),
          Map.entry("possessive mark", PartOfSpeech::isPossessiveMark),
          Map.entry("infinitive mark", PartOfSpeech::isInfinitiveMark),
          Map.entry("preposition", part -> part.is(WordClass.ADP)),
          Map.entry("comma", part -> part.has(WordFeature.COMMA)),
          Map.entry("hyphen", part -> part.has(WordFeature.DASH)),
          Map.entry("opening mark", PartOfSpeech::isOpeningQuotationMark));

  private final PartsOfSpeech english = PartsOfSpeech.load("en");

  @ParameterizedTest
  @CsvSource({
    "noun,NN NNS NNP NNPS",
    "one thing,NN",
    "name,NNP NNPS",
    "name of one,NNP",
    "verb,VB VBD VBG VBN VBP VBZ",
    "participle,VBG VBN",
    "present participle,VBG",
    "past participle,VBN",
    "past,VBD VBN",
    "auxiliary,MD",
    "adjective,JJ JJR JJS",
    "adverb,RB RBR RBS",
    "determiner,DT",
    "personal,PRP PRP$",
    "whose,PRP$",
    "relative,WP WDT",
    "possessive mark,POS",
    "infinitive mark,TO",
    "preposition,IN",
    "comma,','",
    "hyphen,HYPH",
    "opening mark,``"
  })
  void aQuestionHoldsOfTheseTagsOfEnglishAndOfNoOther(String question, String tags) {
    assertThat(english.tags())
        .filteredOn(tag -> question(question).test(english.of(tag)))
        .containsExactlyInAnyOrder(tags.split(" ", -1));
  }

  @Test
  void whatIsWrongNamesFileAndLine() {
    assertThatThrownBy(() -> parts("classless"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("classless/tags.txt:3: no class of words: VERBAL; there are [ADJ,");
    assertThatThrownBy(() -> parts("featureless"))
        .hasMessage("featureless/tags.txt:2: no feature that rules know: Number=Some");
    assertThatThrownBy(() -> parts("twice"))
        .hasMessage("twice/tags.txt:3: NN stands twice; take one out");
    assertThatThrownBy(() -> parts("formless"))
        .hasMessage("formless/tags.txt:2: write TAG = CLASS Feature=Value …");
  }

  @Test
  void aTagThatDoesNotStandInTheTableIsNamed() {
    assertThatThrownBy(() -> english.of("NOUN"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage("en/tags.txt: no tag NOUN; add it");
    assertThatThrownBy(() -> english.check(List.of("NN", "ZZ", "AA")))
        .hasMessage("en/tags.txt: the tagger has tags that do not stand here; add AA ZZ");
  }

  private static Predicate<PartOfSpeech> question(String name) {
    return Objects.requireNonNull(QUESTIONS.get(name));
  }

  private static PartsOfSpeech parts(String folder) {
    return PartsOfSpeech.of(LanguageFolder.of(PartsOfSpeechTest.class, folder));
  }
}
