package org.hearsay.claims;

import java.util.regex.Pattern;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;

/**
 * What the source of an attribution does with its content.
 *
 * @param kind the kind of act
 * @param mode whether it took place
 * @param forward whether it is about what is to be done
 * @param outlet whether its source is an outlet, whose trade is passing on
 * @param about whether it only takes a stand on its content: who confirms a report, or does not
 *     comment on it, is not the one who tells the reader of it
 */
record Act(CueKind kind, CueMode mode, boolean forward, boolean outlet, boolean about) {
  private static final Pattern STAND =
      Pattern.compile(
          "(?i)\\b(?:comment(?:s|ed|ing)?|confirm(?:s|ed|ing)?|den(?:y|ies|ied|ying)"
              + "|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)"
              + "|refut(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|react(?:s|ed|ing)?"
              + "|respond(?:s|ed|ing)?|discuss(?:es|ed|ing)?|address(?:es|ed|ing)?)\\b");

  /** What a stand is taken on. */
  private static final Pattern REPORT =
      Pattern.compile(
          "(?i)(?:to comment )?(?:on |to )?(?:an?|the|its|his|her|their|recent|media|press|earlier)?"
              + "\\b[^,.;:“”\"]{0,60}?\\b(?:reports?|claims?|allegations?|accusations?|assertions?"
              + "|suggestions?|stor(?:y|ies)|rumou?rs?|charges?)\\b(?! (?:was|were|is|are|had|has)\\b).*");

  /** Bodies and documents whose word is law. */
  private static final Pattern LAW =
      Pattern.compile(
          "(?i)\\b(?:resolution|law|act|constitution|charter|treaty|statute|bylaws|court|judge"
              + "|tribunal|decree|regulations?|rules|code|convention|accord)\\s*$");

  static Act of(Attribution attribution, Document document) {
    String text = document.text();
    Span cue = attribution.cue();
    boolean law = false;
    boolean outlet = false;
    for (Span source : attribution.source()) {
      law |=
          LAW.matcher(source.of(text)).find()
              || document.mentionsIn(source).stream()
                  .anyMatch(m -> m.type() == EntityType.LEGAL_INSTRUMENT);
      outlet |= document.isOutlet(source);
    }
    String words = cue.of(text);
    Span sentence = document.sentence(cue.start());
    String before = text.substring(Math.min(sentence.start(), cue.start()), cue.start());
    // "Declined" alone may be the cue, and "to comment on" in the content.
    String content = attribution.content().isEmpty() ? "" : attribution.content().get(0).of(text);
    boolean stand =
        STAND.matcher(words).find() || content.regionMatches(true, 0, "to comment", 0, 10);
    boolean about = stand && !content.startsWith("that ") && REPORT.matcher(content).matches();
    return new Act(
        Cues.kind(words, law), Cues.mode(before, words), Cues.looksForward(words), outlet, about);
  }

  /** Whether who does this passes on what others said. */
  boolean passesOn() {
    boolean reports =
        kind == CueKind.SPEECH
            || kind == CueKind.WRITING
            || kind == CueKind.KNOWLEDGE
            || (kind == CueKind.OTHER && outlet);
    return reports && !about && !forward && mode != CueMode.DENIED && mode != CueMode.NEGATED;
  }

  /** Whether a claim inside its content is one: what is wanted or was not said holds none. */
  boolean holdsClaims() {
    return about || (kind != CueKind.INTENTION && !forward && mode != CueMode.NEGATED);
  }
}
