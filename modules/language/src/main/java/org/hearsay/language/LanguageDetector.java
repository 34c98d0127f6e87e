package org.hearsay.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFolder;
import org.jspecify.annotations.Nullable;

/**
 * Says which language a text is in, by OpenNLP's model of 103 languages.
 *
 * <p>Serbian, Croatian and Bosnian in Latin script are one language to the eye of a statistical
 * model: any of {@code sr}, {@code hr} and {@code bs} may be the answer. May be used by many
 * threads at once.
 */
public final class LanguageDetector {
  private static final String MODEL = "/langdetect-183.bin";

  /** The most that is looked at, in UTF-16 code units. */
  private static final int LOOKED_AT = 2_000;

  /** The fewest letters that the answer can rest on. */
  private static final int MIN_LETTERS = 20;

  /** A text of fewer UTF-16 code units may be mostly names, which say little of its language. */
  private static final int SHORT = 400;

  /**
   * The one language by whose common words a short text is told, whichever language texts are read
   * in: the names in it make other languages of short English texts.
   */
  private static final String ENGLISH = "en";

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'-]*");

  /** So many of them say that a short text is English. */
  private static final int ENOUGH = 3;

  /** One of them in so many words does, too. */
  private static final int ONE_IN = 9;

  /** The model's codes that are not ISO 639-2/T codes of a two-letter language. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "zlm", "ms", "nan", "zh",
          "pnb", "pa");

  private final LanguageDetectorModel model;
  private final Map<String, String> twoLetters;

  /** Any of English's common words that are none of another language's that has Latin letters. */
  private final Pattern englishWord;

  private LanguageDetector(
      LanguageDetectorModel model, Map<String, String> twoLetters, Pattern englishWord) {
    this.model = model;
    this.twoLetters = twoLetters;
    this.englishWord = englishWord;
  }

  /**
   * Loads the model from the class path.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static LanguageDetector load() {
    Map<String, String> twoLetters = new HashMap<>(MEMBERS);
    for (String language : Locale.getISOLanguages()) {
      twoLetters.put(Locale.forLanguageTag(language).getISO3Language(), language);
    }
    try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + MODEL);
      }
      return new LanguageDetector(
          new LanguageDetectorModel(in), Map.copyOf(twoLetters), commonWordsOf(ENGLISH));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + MODEL, e);
    }
  }

  private static Pattern commonWordsOf(String language) {
    Expressions expressions =
        LanguageFolder.of(LanguageDetector.class, language).expressions("telling-expressions.txt");
    return expressions.pattern("telling-word", Pattern.CASE_INSENSITIVE);
  }

  /**
   * The language of a text, judged by its first 2,000 UTF-16 code units. A short text with
   * English's commonest words is English, whatever names stand in it.
   *
   * @return its ISO 639-1 code, or null where the text is too short to tell (fewer than 20 letters)
   *     or its language has no such code
   */
  public @Nullable String detect(String text) {
    String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (beginning.codePoints().filter(Character::isLetter).limit(MIN_LETTERS).count()
        < MIN_LETTERS) {
      return null;
    }
    if (beginning.length() < SHORT) {
      long english = englishWord.matcher(beginning).results().count();
      if (english >= ENOUGH || english * ONE_IN >= WORD.matcher(beginning).results().count()) {
        return ENGLISH;
      }
    }
    return twoLetters.get(new LanguageDetectorME(model).predictLanguage(beginning).getLang());
  }
}
