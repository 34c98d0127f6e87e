package org.hearsay.claims;

import java.util.List;
import org.hearsay.claims.cues.Acts;
import org.hearsay.claims.cues.CueWords;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.document.DocumentWords;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.FirstNames;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.language.PersonNouns;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.Titles;

/** The English that ships, for tests of single rules. */
public final class English {
  /** Its folder. */
  public static final LanguageFolder FOLDER = LanguageFolder.of(ClaimLanguage.class, "en");

  /** Its attributing verbs. */
  public static final AttributingVerbs VERBS = AttributingVerbs.load("en");

  /** All of it. */
  public static final ClaimLanguage ALL = ClaimLanguage.load("en");

  /** Its names. */
  public static final DocumentWords NAMES =
      DocumentWords.of(
          FOLDER.expressions("outlets.txt"),
          FOLDER.words("words.txt"),
          Titles.formsOfAddress("en").keySet(),
          FirstNames.load("en"),
          PersonNouns.load("en"));

  /** Its cues. */
  public static final CueWords CUES =
      new CueWords(VERBS, FOLDER.words("cue-words.txt"), FOLDER.expressions("cues.txt", VERBS));

  /** Its acts. */
  public static final Acts ACTS = new Acts(CUES, FOLDER.expressions("cues.txt", VERBS));

  private English() {}

  /** A text of which nothing is known but its words and some names. */
  public static Document document(String text, EntityMention... mentions) {
    return document(
        new AnnotatedText(
            text, LanguageAnnotator.paragraphs(text), List.of(), List.of(), List.of()),
        List.of(mentions));
  }

  /** A text that has been read. */
  public static Document document(AnnotatedText text, List<EntityMention> mentions) {
    return new Document(NAMES, text, mentions);
  }
}
