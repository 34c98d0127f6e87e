package org.hearsay.entities;

import org.hearsay.entities.instruments.Resolutions;
import org.hearsay.entities.instruments.Treaties;
import org.hearsay.entities.linking.LinkingWords;
import org.hearsay.entities.metonymy.CapitalWords;
import org.hearsay.entities.names.Inflection;
import org.hearsay.entities.names.NameWords;
import org.hearsay.entities.nominals.BodyWords;
import org.hearsay.entities.nominals.NominalWords;
import org.hearsay.entities.offices.OfficeWords;
import org.hearsay.entities.people.TitleWords;
import org.hearsay.entities.reading.ReadingWords;
import org.hearsay.entities.recognised.LongerNameWords;
import org.hearsay.entities.recognised.RecognisedWords;
import org.hearsay.language.FirstNames;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFolder;

/**
 * All that linking knows of one language, from the folder that is named after it beside this class
 * ({@code en/}). A language is added as a folder with the same files. Immutable; reading it takes
 * some milliseconds, so share it.
 *
 * @param naming how names are told from words and from each other
 * @param mentioning what is said of things instead of, and beside, their names
 * @param instruments how legal instruments are written
 */
public record EntityLanguage(Naming naming, Mentioning mentioning, Instruments instruments) {
  /** The language whose names and cases may stand in texts of any other. */
  private static final String SLAVIC = "sr";

  /**
   * Names.
   *
   * @param reading what tells sentences of other languages
   * @param recognised what names that the recogniser found are read by
   * @param linking which thing a catalogued name means, if any
   * @param inflection what names in another case end in
   */
  public record Naming(
      ReadingWords reading,
      RecognisedWords recognised,
      LinkingWords linking,
      Inflection inflection) {}

  /**
   * Other words for things.
   *
   * @param capitals when a capital speaks for its country
   * @param nominals nouns for what was named before
   */
  public record Mentioning(CapitalWords capitals, NominalWords nominals) {}

  /** Legal instruments. */
  public record Instruments(Resolutions resolutions, Treaties treaties) {}

  /**
   * A language's words.
   *
   * @param code its ISO 639-1 code
   * @throws org.hearsay.text.languages.LanguageFileException when its folder, that of the library
   *     of language or the lexicon of attributing verbs lacks something
   */
  public static EntityLanguage load(String code) {
    LanguageFolder folder = LanguageFolder.of(EntityLanguage.class, code);
    LanguageFolder slavic = LanguageFolder.of(EntityLanguage.class, SLAVIC);
    AttributingVerbs verbs = AttributingVerbs.load(code);
    FirstNames firstNames = FirstNames.load(code);
    OfficeWords offices = OfficeWords.read(folder);
    BodyWords bodies = BodyWords.read(folder, verbs);
    return new EntityLanguage(
        new Naming(
            ReadingWords.read(folder, slavic),
            new RecognisedWords(
                NameWords.read(folder, firstNames),
                TitleWords.read(folder, firstNames),
                offices,
                bodies,
                LongerNameWords.read(folder)),
            LinkingWords.read(folder, slavic),
            Inflection.read(slavic)),
        new Mentioning(
            CapitalWords.read(folder), NominalWords.read(folder, verbs, bodies, offices)),
        new Instruments(Resolutions.read(folder), Treaties.read(folder)));
  }
}
