package org.hearsay.entities.metonymy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFolder;

class CapitalGovernmentsTest {
  private final CapitalGovernments capitals =
      new CapitalGovernments(EntityLanguage.load("en").mentioning().capitals());

  private final PartsOfSpeech tags = PartsOfSpeech.load("en");

  /**
   * Whether Belgrade acts in a sentence of tokens with blanks between: {@code word/TAG}, or {@code
   * word/TAG/lemma} where the lemma is another.
   */
  private boolean acts(String tagged) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    Span name = new Span(0, 0);
    for (String part : tagged.split(" ", -1)) {
      String[] fields = part.split("/", -1);
      Span span = new Span(at, at + fields[0].length());
      name = fields[0].equals("Belgrade") ? span : name;
      tokens.add(
          new Token(span, fields[0], fields[fields.length - 1 == 1 ? 0 : 2], tags.of(fields[1])));
      at = span.end() + 1;
    }
    return capitals.acts(new Sentence(new Span(0, at), 0, tokens), name);
  }

  @Example
  void aCapitalThatDoesWhatGovernmentsDoActs() {
    assertThat(acts("Belgrade/NNP has/VBZ/have flatly/RB refused/VBD/refuse")).isTrue();
    assertThat(acts("Belgrade/NNP was/VBD/be burning/VBG/burn")).isFalse();
    assertThat(acts("Belgrade/NNP lies/VBZ/lie on/IN a/DT river/NN")).isFalse();
    assertThat(acts("Belgrade/NNP ,/, for/IN its/PRP$ part/NN ,/, agreed/VBD/agree")).isTrue();
    assertThat(acts("Belgrade/NNP ,/, for/IN its/PRP$ size/NN ,/, grew/VBD/grow")).isFalse();
    assertThat(acts("Belgrade/NNP and/CC Pristina/NNP signed/VBD/sign")).isTrue();
  }

  @Example
  void theVerbsBeforeWhoSaidItAreKnownToTheLexicon() {
    AttributingVerbs lexicon = AttributingVerbs.load("en");
    assertThat(
            LanguageFolder.of(EntityLanguage.class, "en")
                .words("capital-speaks-for-country.txt")
                .words("says"))
        .allSatisfy(verb -> assertThat(lexicon.of(verb, "base")).containsExactly(verb));
  }

  @Example
  void aCapitalThatIsWhatGovernmentsAreActs() {
    assertThat(acts("Belgrade/NNP is/VBZ/be ready/JJ")).isTrue();
    assertThat(acts("Belgrade/NNP is/VBZ/be large/JJ")).isFalse();
    assertThat(acts("Belgrade/NNP was/VBD/be “/`` deeply/RB concerned/JJ")).isTrue();
    assertThat(acts("Belgrade/NNP has/VBZ/have been/VBN/be accused/VBN/accuse")).isTrue();
  }

  @Example
  void whatIsSaidAndDoneToAGovernmentMakesItOne() {
    assertThat(acts("They/PRP urged/VBD/urge Belgrade/NNP")).isTrue();
    assertThat(acts("They/PRP visited/VBD/visit Belgrade/NNP")).isFalse();
    assertThat(acts("pressure/NN on/IN Belgrade/NNP")).isTrue();
    assertThat(acts("rain/NN on/IN Belgrade/NNP")).isFalse();
    assertThat(acts("They/PRP kept/VBD/keep Belgrade/NNP out/RP")).isTrue();
    assertThat(acts("For/IN Belgrade/NNP ,/, nothing/NN changed/VBD/change")).isTrue();
  }

  @Example
  void aWayBetweenTownsIsNoneBetweenGovernments() {
    assertThat(acts("talks/NNS/talk between/IN Belgrade/NNP and/CC Nis/NNP")).isTrue();
    assertThat(acts("the/DT road/NN between/IN Belgrade/NNP and/CC Nis/NNP")).isFalse();
    assertThat(acts("the/DT Belgrade/NNP -/HYPH Pristina/NNP talks/NNS/talk")).isTrue();
    assertThat(acts("the/DT Belgrade/NNP -/HYPH Nis/NNP motorway/NN")).isFalse();
  }

  @Example
  void whatBelongsToAGovernmentMakesItOne() {
    assertThat(acts("Belgrade/NNP 's/POS latest/JJ demand/NN")).isTrue();
    assertThat(acts("Belgrade/NNP 's/POS streets/NNS/street")).isFalse();
    assertThat(acts("in/IN Belgrade/NNP 's/POS interest/NN")).isTrue();
    assertThat(acts("in/IN Belgrade/NNP they/PRP agreed/VBD/agree")).isFalse();
    assertThat(acts("Belgrade/NNP officials/NNS/official")).isTrue();
    assertThat(acts("a/DT Belgrade/NNP -backed/JJ list/NN")).isTrue();
    assertThat(acts("a/DT Belgrade/NNP -based/JJ firm/NN")).isFalse();
  }

  @Property(tries = 500)
  void anySentenceIsAnswered(
      @ForAll @Size(max = 9) List<@IntRange(max = 11) Integer> shapes,
      @ForAll @IntRange(max = 9) int at) {
    String[] words = {
      "-/HYPH",
      ",/,",
      "and/CC",
      "Nis/NNP",
      "the/DT",
      "both/DT",
      "is/VBZ/be",
      "for/IN",
      "'s/POS",
      "kept/VBD/keep",
      "part/NN",
      "stands/VBZ/stand"
    };
    List<String> sentence = new ArrayList<>();
    shapes.forEach(shape -> sentence.add(words[shape]));
    sentence.add(Math.min(at, sentence.size()), "Belgrade/NNP");
    String tagged = String.join(" ", sentence);
    assertThatCode(() -> acts(tagged)).as(tagged).doesNotThrowAnyException();
  }
}
