package org.hearsay.claims.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.Cue;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.English;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.FirstNames;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.junit.jupiter.api.Test;

class SpeakersTest {
  private static Span span(String text, String part) {
    int at = text.indexOf(part);
    return new Span(at, at + part.length());
  }

  private static final PartsOfSpeech ENGLISH = PartsOfSpeech.load("en");

  /** One sentence; words in capitals are names, "bakers" are several, all others are nouns. */
  private static Speakers speakers(String text, String... people) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\p{L}+").matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      boolean small = word.toLowerCase(Locale.ROOT).equals(word);
      String tag =
          word.equals("bakers") ? "NNS" : word.equals("from") ? "IN" : small ? "NN" : "NNP";
      tokens.add(new Token(new Span(matcher.start(), matcher.end()), word, word, ENGLISH.of(tag)));
    }
    Span whole = new Span(0, text.length());
    List<EntityMention> mentions = new ArrayList<>();
    for (String person : people) {
      mentions.add(
          new EntityMention(span(text, person), person, EntityType.PERSON, null, person, .9));
    }
    return new Speakers(
        new SpeakerWords(
            English.FOLDER.expressions("speakers.txt"),
            English.FOLDER.words("words.txt"),
            FirstNames.load("en")),
        English.document(
            new AnnotatedText(
                text,
                List.of(whole),
                List.of(new Sentence(whole, 0, tokens)),
                List.of(),
                List.of()),
            mentions));
  }

  private static String who(Speakers speakers, String text, String source) {
    return Objects.requireNonNull(speakers.resolve(span(text, source), null)).name();
  }

  @Test
  void heIsNotTheNearestNameOnceSomebodyElseHasSpokenWithoutOne() {
    String text = "Peter Lind waved. a baker said it rained. he said it snowed";
    Speakers speakers = speakers(text, "Peter Lind");
    assertThat(who(speakers, text, "a baker")).isEqualTo("a baker");
    int at = text.indexOf("he said");
    assertThat(Objects.requireNonNull(speakers.resolve(new Span(at, at + 2), null)).name())
        .isEqualTo("he");
  }

  @Test
  void heMayStillBeTheNearestNameAfterThingsAndMany() {
    for (String source : List.of("the paper", "bakers", "the senator", "paper from a baker")) {
      String text = "Peter Lind waved. " + source + " said it rained. he said it snowed";
      Speakers speakers = speakers(text, "Peter Lind");
      speakers.resolve(span(text, source), null);
      int at = text.lastIndexOf("he said");
      assertThat(Objects.requireNonNull(speakers.resolve(new Span(at, at + 2), null)).name())
          .as(source)
          .isEqualTo("Peter Lind");
    }
  }

  @Test
  void itIsTheThingThatSpokeLastAndTheyAreThoseWhoDid() {
    String text =
        "Zrak said it rained. the paper from Brod said it snowed. it added. bakers said so. they"
            + " added";
    Speakers speakers = speakers(text);
    int it = text.indexOf("it added");
    int they = text.indexOf("they added");
    assertThat(who(speakers, text, "the paper from Brod")).isEqualTo("the paper from Brod");
    assertThat(Objects.requireNonNull(speakers.resolve(new Span(it, it + 2), null)).name())
        .isEqualTo("the paper from Brod");
    assertThat(Objects.requireNonNull(speakers.resolve(new Span(they, they + 4), null)).name())
        .isEqualTo("they");
    speakers.resolve(span(text, "bakers"), null);
    assertThat(Objects.requireNonNull(speakers.resolve(new Span(they, they + 4), null)).name())
        .isEqualTo("bakers");
  }

  @Test
  void itIsNoPersonWhoSpokeWithoutAName() {
    for (String source : List.of("a baker", "the senator", "bakers")) {
      String text = source + " said so. it added";
      Speakers speakers = speakers(text);
      speakers.resolve(span(text, source), null);
      int it = text.indexOf("it added");
      assertThat(Objects.requireNonNull(speakers.resolve(new Span(it, it + 2), null)).name())
          .as(source)
          .isEqualTo("it");
    }
  }

  @Test
  void sheIsNotTheManWhoSpeaksOfHer() {
    String text = "Agim Testaj said she rows";
    Speakers speakers = speakers(text, "Agim Testaj");
    Speaker outer = Objects.requireNonNull(speakers.resolve(span(text, "Agim Testaj"), null));
    Claim claim =
        new Claim(
            ClaimForm.INDIRECT,
            -1,
            .9,
            List.of(span(text, "she rows")),
            new Cue(List.of(span(text, "said")), CueKind.SPEECH, CueMode.ASSERTED),
            List.of(span(text, "Agim Testaj")),
            outer,
            List.of());
    assertThat(Objects.requireNonNull(speakers.resolve(span(text, "she"), claim)).name())
        .isEqualTo("she");
  }

  @Test
  void aSecretaryOfStateIsWhoHoldsTheOfficeAndASpokesmanIsNotWhomHeSpeaksFor() {
    String text = "Secretary of State Peter Lind waved at a spokesman for Mary Lakeman";
    Speakers speakers = speakers(text, "Peter Lind", "Mary Lakeman");
    assertThat(who(speakers, text, "Secretary of State Peter Lind")).isEqualTo("Peter Lind");
    assertThat(who(speakers, text, "a spokesman for Mary Lakeman"))
        .isEqualTo("a spokesman for Mary Lakeman");
  }

  @Test
  void theAgencyIsTheOutletThatWasJustCitedUnlessAnotherBodyHasSpokenSince() {
    String text = "Zrak reported that rain fell and the agency added that snow fell";
    assertThat(who(speakers(text), text, "the agency")).isEqualTo("the agency");
    Speakers citing = speakers(text);
    citing.cite(span(text, "Zrak"), true);
    assertThat(who(citing, text, "the agency")).isEqualTo("Zrak");
    Speakers later = speakers(text);
    later.cite(span(text, "snow"), true);
    assertThat(who(later, text, "the agency")).as("not cited yet").isEqualTo("the agency");
    assertThat(who(citing, text, "rain")).isEqualTo("rain");
  }
}
