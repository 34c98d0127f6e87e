package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.page.lexicon.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private final Languages languages = new Languages();
  private final PageReader reader = new PageReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Der Hafenrat von Untertarn hat am Montag beschlossen, die alte Fährbrücke zu schließen, weil ihre Balken die"
            + " Menge der Gäste nicht mehr tragen können, und sie bis zum Herbst in Stein neu zu bauen.",
        "fr | Le conseil du port a décidé lundi de fermer la vieille jetée, dont les poutres ne peuvent plus porter le poids"
            + " de la foule, et de la reconstruire en pierre avant la foire de l’automne prochain.",
        "es | El consejo del puerto votó el lunes para cerrar el viejo muelle, cuyas vigas ya no pueden soportar el peso de"
            + " la gente, y reconstruirlo en piedra antes de la feria del próximo otoño, según el plan.",
        "sr | Lučko veće je u ponedeljak odlučilo da zatvori stari mol, jer njegove grede više ne mogu da nose težinu ljudi,"
            + " i da ga do jesenjeg vašara ponovo sagradi od kamena, kako se kaže u planu koji je veće objavilo.",
        "sr | Лучко веће је у понедељак одлучило да затвори стари мол, јер његове греде више не могу да носе тежину људи,"
            + " и да га до јесењег вашара поново сагради од камена, како се каже у плану који је веће објавило.",
        "ru | Совет порта в понедельник решил закрыть старый причал, потому что его балки уже не могут выдержать вес людей,"
            + " и до осенней ярмарки построить его из камня, как сказано в плане, который был опубликован советом.",
        "ja | 港の評議会は月曜日に、古い桟橋を閉鎖することを決定しました。木材が人々の重さに耐えられないためです。",
      })
  void aTextsOwnWordsSayWhatItIsWrittenInWhateverThePageDeclares(String code, String text) {
    assertThat(languages.of(text, "en")).isEqualTo(code);
  }

  @Test
  void aTextThatSaysTooLittleIsInWhatThePageDeclares() {
    assertThat(languages.of("Pier closed", "nl")).isEqualTo("nl");
    assertThat(languages.of("Pier closed", null)).isNull();
    assertThat(languages.of("", null)).isNull();
  }

  @Test
  void aDeclarationThatTheLettersContradictIsNotBelieved() {
    String text =
        "নদীর পুরানো ঘাটটি সোমবার বন্ধ করা হয়েছে, শরৎকালের মেলার আগে পাথর দিয়ে আবার তৈরি হবে।";
    assertThat(languages.of(text, "en")).isNull();
    assertThat(languages.of(text, "bn")).isEqualTo("bn");
    assertThat(languages.of("12 000 € (+3 %)", "en")).isEqualTo("en");
  }

  @Test
  void nearRelativesAreToldApartByThePage() {
    String text =
        "Vijeće luke je u ponedjeljak odlučilo zatvoriti stari gat, jer njegove grede više ne mogu nositi"
            + " težinu ljudi, i do jesenskog sajma ga ponovo sagraditi od kamena, kako se kaže u planu.";
    assertThat(languages.of(text, "hr")).isEqualTo("hr");
    assertThat(languages.of(text, null)).isIn("hr", "sr");
  }

  @Test
  void copiedTextHasALanguageToo() throws Exception {
    PageReading reading = reader.read(Pages.copied().getBytes(UTF_8), null, "text/plain");
    assertThat(reading.article().language()).isEqualTo("en");
  }
}
