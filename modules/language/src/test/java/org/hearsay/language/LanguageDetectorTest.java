package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  @Test
  void commonLanguagesAreTold() {
    assertThat(DETECTOR.detect("The ferry left the harbour before the storm had reached the town."))
        .isEqualTo("en");
    assertThat(DETECTOR.detect("Die Fähre verließ den Hafen, bevor der Sturm die Stadt erreichte."))
        .isEqualTo("de");
    assertThat(DETECTOR.detect("Le bac a quitté le port avant que la tempête n'atteigne la ville."))
        .isEqualTo("fr");
    assertThat(DETECTOR.detect("Паром покинул гавань до того, как буря достигла города и берега."))
        .isEqualTo("ru");
    assertThat(DETECTOR.detect("Трајект је напустио луку пре него што је олуја стигла до града."))
        .isEqualTo("sr");
    assertThat(DETECTOR.detect("Trajekt je napustio luku pre nego što je oluja stigla do grada."))
        .isIn("sr", "hr", "bs");
  }

  @Test
  void aShortTextFullOfForeignNamesMayBeEnglish() {
    assertThat(
            DETECTOR.detect(
                "Norfield Minister Anders Grønvold said Premier Katarina Vuković had agreed to open"
                    + " the dam."))
        .isEqualTo("en");
    assertThat(DETECTOR.detect("Statsministeren sagde, at færgen ville blive i havnen."))
        .isEqualTo("da");
  }

  @Test
  void aSentenceOfAFewWordsIsEnglishByItsCommonWordsAndOtherLanguagesStayWhatTheyAre() {
    assertThat(DETECTOR.detect("Agim Morina denied that Kosovo knew.")).isEqualTo("en");
    assertThat(DETECTOR.detect("Premier Anto Bagaric said nothing.")).isEqualTo("en");
    assertThat(DETECTOR.detect("Who will pay for the bridge in Mitrovica?")).isEqualTo("en");
    assertThat(DETECTOR.detect("De minister zei dat de brug in maart weer open was."))
        .isEqualTo("nl");
    assertThat(DETECTOR.detect("El ministro ha dicho que no has visto nada de esto."))
        .isEqualTo("es");
    assertThat(DETECTOR.detect("Der Minister will mit ihr über die Brücke reden.")).isEqualTo("de");
    assertThat(DETECTOR.detect("Sinabi ng ministro na sarado ang tulay sa Lunes.")).isEqualTo("tl");
  }

  @Test
  void tooLittleTextIsNotGuessedAt() {
    assertThat(DETECTOR.detect("")).isNull();
    assertThat(DETECTOR.detect("Hello")).isNull();
    assertThat(DETECTOR.detect("12345 67890 12345 67890 12345 67890")).isNull();
  }
}
