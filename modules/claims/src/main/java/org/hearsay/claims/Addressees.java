package org.hearsay.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;

/**
 * Who is asked, accused or expected is not who asks, accuses or expects. In "the mayor was asked
 * about the money", "asked about the money, the mayor smiled" and "the mayor drew sharp criticism
 * for it" the mayor is the one spoken to, or of; who spoke is not named unless a "by" follows. The
 * model takes the subject for the source where the rest looks like speech.
 */
final class Addressees {
  /** What may stand between the parts of a verb. */
  private static final String ADVERBS =
      "(?:(?:not|also|still|now|then|once|often|never|later|already|soon|again|only|just|long|being"
          + "|been|since|\\p{L}+ly)\\s+)*";

  /**
   * Verbs whose passive has the one spoken to, or of, as its subject. Left out: those whose
   * participles say what is on somebody's mind ("was worried", "is convinced", "were assured"), and
   * those of passing on ("was quoted as saying").
   */
  private static final String SPOKEN_OF =
      "(?:asked|pressed|questioned|quizzed|grilled|challenged|interviewed|told|warned|informed"
          + "|briefed|reminded|advised|urged|ordered|instructed|accused|charged|indicted|blamed"
          + "|critici[sz]ed|denounced|condemned|mocked|ridiculed|lambasted|booed|heckled|attacked"
          + "|praised|hailed|lauded|celebrated|applauded|credited|described|called|labell?ed|branded"
          + "|dubbed|named|nicknamed|deemed|considered|regarded|viewed|seen|perceived|portrayed"
          + "|depicted|characteri[sz]ed|expected|projected|predicted|forecast|anticipated|rumou?red"
          + "|believed|thought|said|reported|alleged|claimed|mentioned|announced|declared|proclaimed"
          + "|revealed|disclosed|confirmed|recogni[sz]ed|identified|interpreted|known|remembered"
          + "|found|ruled)";

  private static final Pattern PASSIVE =
      Pattern.compile(
          "(?:\\b(?:am|is|are|was|were|be|been|being|gets?|got|getting)(?:n[’']t)?|[’'](?:s|re|m))\\s+"
              + ADVERBS
              + SPOKEN_OF
              + "\\b(?!\\s+(?:\\p{L}+\\s+){0,3}by\\b)",
          Pattern.CASE_INSENSITIVE);

  /** The auxiliaries right before a cue that may have been left out of it. */
  private static final Pattern AUXILIARIES =
      Pattern.compile(
          "(?:(?:\\b(?:am|is|are|was|were|be|been|being|has|have|had|will|would|may|might|could|can"
              + "|should|must|to|gets?|got|getting|not|also|still|now|then|once|often|never|later"
              + "|already|\\p{L}+ly)(?:n[’']t)?|[’'](?:s|re|m|ve|d|ll))\\s+){1,5}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKED =
      Pattern.compile(
          "(?:asked|pressed|questioned|quizzed|challenged|told|informed|reminded|accused)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** What a clause without a verb of its own begins with. */
  private static final Pattern BEGINS =
      Pattern.compile("[\\s“\"‘«]*|.*\\b(?:[Ww]hen|[Oo]nce|[Ww]hile)\\s+", Pattern.DOTALL);

  private static final Pattern RECEIVES =
      Pattern.compile(
          "\\b(?:fac(?:e|es|ed|ing)|draw(?:s|n|ing)?|drew|tak(?:e|es|en|ing)|took"
              + "|receiv(?:e|es|ed|ing)|garner(?:s|ed|ing)?|get(?:s|ting)?|got|earn(?:s|ed|ing)?"
              + "|suffer(?:s|ed|ing)?|attract(?:s|ed|ing)?|endur(?:e|es|ed|ing)|field(?:s|ed|ing)?"
              + "|meet(?:s|ing)? with|met with|(?:com(?:e|es|ing)|came|been|is|are|was|were) under)\\s+"
              + "(?:[\\p{L}’'-]+\\s+){0,3}(?:criticisms?|heat|fire|flak|scrutiny|praise|plaudits|attacks?"
              + "|backlash|accusations?|questions|questioning|allegations?|condemnation|complaints?"
              + "|ridicule|outrage|boos|rebukes?|calls)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_AUXILIARIES = 50;

  private final Document document;
  private final String text;

  Addressees(Document document) {
    this.document = document;
    this.text = document.text();
  }

  /** The attribution; without its source where that is who is spoken to, or of. */
  Attribution checked(Attribution attribution) {
    return !attribution.source().isEmpty() && isSpokenOf(attribution)
        ? attribution.withoutSource()
        : attribution;
  }

  private boolean isSpokenOf(Attribution attribution) {
    Span cue = attribution.cue();
    Span source = attribution.source().get(0);
    int sentence = Math.min(document.sentence(cue.start()).start(), cue.start());
    String before = text.substring(sentence, cue.start());
    String words = cue.of(text);
    if (ASKED.matcher(words).matches() && BEGINS.matcher(before).matches()) {
      return !followsBy(source);
    }
    if (source.end() > cue.start()) {
      return false;
    }
    if (RECEIVES.matcher(words).find()) {
      return true;
    }
    String near = before.substring(Math.max(0, before.length() - LONGEST_AUXILIARIES));
    Matcher auxiliaries = AUXILIARIES.matcher(near);
    // Two words beyond the cue, for a "by" that was left out of it.
    int end = Math.min(text.length(), cue.end() + " repeatedly by".length());
    String verb = (auxiliaries.find() ? auxiliaries.group() : "") + words;
    Matcher passive = PASSIVE.matcher(verb + text.substring(cue.end(), end));
    return passive.find() && passive.end() <= verb.length();
  }

  private boolean followsBy(Span source) {
    return text.substring(0, source.start()).endsWith("by ");
  }
}
