package org.hearsay.claims.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.claims.English;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are fiction. */
class AddresseesTest {
  private static boolean keeps(String text, String source, String cue) {
    Document document = English.document(text);
    Attribution attribution =
        new Attribution(
            span(text, cue), List.of(span(text, source)), List.of(new Span(0, text.length())), .9);
    return !new Addressees(English.FOLDER.expressions("addressees.txt", English.VERBS))
        .checked(attribution, document)
        .source()
        .isEmpty();
  }

  private static Span span(String text, String part) {
    int at = text.indexOf(part);
    return new Span(at, at + part.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor was asked about the missing funds.|The mayor|was asked about",
        "The mayor has repeatedly been accused of theft.|The mayor|accused of",
        "Mara Lind wasn’t expected to stay.|Mara Lind|wasn’t expected",
        "She is widely seen as weak.|She|is widely seen",
        "Asked whether he would resign, the mayor laughed.|the mayor|Asked",
        "The tower is said to lean.|The tower|is said",
        "The mayor came under heavy fire for the toll.|The mayor|came under heavy fire for",
        "The union drew sharp criticism for the strike.|The union|drew sharp criticism",
      })
  void whoIsSpokenToOrOfDoesNotSpeak(String text, String source, String cue) {
    assertThat(keeps(text, source, cue)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor asked about the missing funds.|The mayor|asked about",
        "The mayor was accused of theft by the auditors.|the auditors|was accused of",
        "The mayor was convinced that the bridge would hold.|The mayor|was convinced",
        "The mayor was quoted as saying the bridge would hold.|The mayor|was quoted as saying",
        "The union is worried about the bridge.|The union|is worried about",
        "The auditors criticised the mayor.|The auditors|criticised",
        "The mayor took questions and said the bridge would hold.|The mayor|said",
        "The mayor is calling for an inquiry.|The mayor|is calling for",
      })
  void whoSpeaksStays(String text, String source, String cue) {
    assertThat(keeps(text, source, cue)).isTrue();
  }
}
