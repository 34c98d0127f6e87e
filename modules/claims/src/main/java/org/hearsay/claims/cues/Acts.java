package org.hearsay.claims.cues;

import java.util.regex.Pattern;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;

/** Tells what acts attributions are, by the words of one language. Immutable. */
public final class Acts {
  private final CueWords cues;
  private final Pattern stand;
  private final Pattern report;
  private final Pattern law;
  private final Pattern noComment;
  private final Pattern told;

  /**
   * By the words of a language.
   *
   * @param cues what its cues say
   * @param expressions its expressions, as {@code cues.txt} names them
   */
  public Acts(CueWords cues, Expressions expressions) {
    this.cues = cues;
    this.stand = expressions.pattern("stand");
    this.report = expressions.pattern("report");
    this.law = expressions.pattern("law");
    this.noComment = expressions.pattern("no-comment");
    this.told = expressions.pattern("told");
  }

  /** What the source of an attribution does with its content. */
  public Act of(Attribution attribution, Document document) {
    String text = document.text();
    Span cue = attribution.cue();
    boolean byLaw = false;
    boolean outlet = false;
    for (Span source : attribution.source()) {
      byLaw |= isLaw(source, document);
      outlet |= document.isOutlet(source);
    }
    String words = cue.of(text);
    Span sentence = document.sentence(cue.start());
    String before = text.substring(Math.min(sentence.start(), cue.start()), cue.start());
    return new Act(
        cues.kind(words, byLaw),
        cues.mode(before, words),
        cues.looksForward(words),
        outlet,
        isAbout(words, attribution, text));
  }

  private boolean isLaw(Span source, Document document) {
    return law.matcher(source.of(document.text())).find()
        || document.mentionsIn(source).stream()
            .anyMatch(m -> m.type() == EntityType.LEGAL_INSTRUMENT);
  }

  /** Whether somebody only takes a stand on what others told. */
  private boolean isAbout(String cue, Attribution attribution, String text) {
    // "Declined" alone may be the cue, and "to comment on" in the content.
    String content = attribution.content().isEmpty() ? "" : attribution.content().get(0).of(text);
    boolean takesStand = stand.matcher(cue).find() || noComment.matcher(content).lookingAt();
    return takesStand && !told.matcher(content).lookingAt() && report.matcher(content).matches();
  }
}
