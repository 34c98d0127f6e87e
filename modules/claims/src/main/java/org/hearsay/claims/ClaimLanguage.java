package org.hearsay.claims;

import java.util.regex.Pattern;
import org.hearsay.claims.cues.Acts;
import org.hearsay.claims.cues.CueWords;
import org.hearsay.claims.cues.Nesting;
import org.hearsay.claims.document.DocumentWords;
import org.hearsay.claims.quotes.TurnMarks;
import org.hearsay.claims.reading.BoundaryWords;
import org.hearsay.claims.reading.ContentEdges;
import org.hearsay.claims.relays.Doubles;
import org.hearsay.claims.relays.RelayWords;
import org.hearsay.claims.speakers.Addressees;
import org.hearsay.claims.speakers.SpeakerWords;
import org.hearsay.claims.wordings.Replies;
import org.hearsay.claims.wordings.WordingWords;
import org.hearsay.language.FirstNames;
import org.hearsay.language.PersonNouns;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.Titles;
import org.hearsay.text.languages.WordLists;

/**
 * What the rules for claims know of one language: the files of its folder, each in the hands of
 * those rules that it is for. Immutable: load it once, threads may share it.
 */
public final class ClaimLanguage {
  final DocumentWords document;
  final Acts acts;
  final Nesting nesting;
  final TurnMarks turns;

  /** A name behind a dash that signs a quotation. */
  final Pattern signature;

  final BoundaryWords boundaries;
  final ContentEdges edges;

  /** A cue whatever the model says. */
  final Pattern according;

  /** What looks like that cue and is none. */
  final Pattern byMeasure;

  final RelayWords relays;
  final Doubles doubles;
  final SpeakerWords speakers;
  final Addressees addressees;
  final WordingWords wordings;
  final Replies replies;

  private ClaimLanguage(LanguageFolder folder) {
    WordLists words = folder.words("words.txt");
    AttributingVerbs verbs = AttributingVerbs.load(folder.language());
    Expressions cueExpressions = folder.expressions("cues.txt", verbs);
    Expressions boundaryExpressions = folder.expressions("boundaries.txt", verbs);
    Expressions turnExpressions = folder.expressions("turns.txt");
    Expressions wordingExpressions = folder.expressions("wordings.txt", verbs);
    CueWords cues = new CueWords(verbs, folder.words("cue-words.txt"), cueExpressions);
    FirstNames firstNames = FirstNames.load(folder.language());
    this.document =
        DocumentWords.of(
            folder.expressions("outlets.txt"),
            words,
            Titles.formsOfAddress(folder.language()).keySet(),
            firstNames,
            PersonNouns.load(folder.language()));
    this.acts = new Acts(cues, cueExpressions);
    this.nesting = new Nesting(cues, acts);
    this.turns = TurnMarks.of(turnExpressions);
    this.signature = turnExpressions.pattern("signed");
    this.boundaries = BoundaryWords.of(boundaryExpressions);
    this.edges = new ContentEdges(boundaryExpressions.pattern("before-sentence"));
    this.according = boundaryExpressions.pattern("according");
    this.byMeasure = boundaryExpressions.pattern("by-measure");
    this.relays = new RelayWords(folder.expressions("relays.txt", verbs), wordingExpressions);
    this.replies = new Replies(folder.expressions("replies.txt", verbs));
    this.doubles = new Doubles(relays, replies);
    this.speakers = new SpeakerWords(folder.expressions("speakers.txt"), words, firstNames);
    this.addressees = new Addressees(folder.expressions("addressees.txt", verbs));
    this.wordings = new WordingWords(wordingExpressions);
  }

  /**
   * Reads a language's folder.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when it has none, or a file in it is not as it should be
   */
  public static ClaimLanguage load(String language) {
    return new ClaimLanguage(LanguageFolder.of(ClaimLanguage.class, language));
  }
}
