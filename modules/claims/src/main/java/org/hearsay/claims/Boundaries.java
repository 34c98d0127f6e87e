package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;

/**
 * Where a content begins and ends, by rule. It ends where the text goes on in its own voice: in
 * "asked if it may send troops, where the mayor says Serbs live in fear" the mayor tells the
 * reader, not the one who asked. The model, which was taught outermost attributions alone, then
 * finds both cues in one reading.
 */
final class Boundaries {
  /** Words that begin a clause which adds to the sentence. */
  private static final Pattern ADDS =
      Pattern.compile(
          "\\s*[,;–—]\\s*(?=(?:where|whereas|while|although|though|but|and|when|whose|whom|which|as)\\s)",
          Pattern.CASE_INSENSITIVE);

  /** Verbs that say to whom, before they say what. */
  private static final Pattern TELLS =
      Pattern.compile(
          "(?i)\\b(?:ask(?:s|ed|ing)?|tell(?:s|ing)?|told|inform(?:s|ed|ing)?|warn(?:s|ed|ing)?"
              + "|remind(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|assur(?:e|es|ed|ing)"
              + "|advis(?:e|es|ed|ing))$");

  private static final Pattern ADDRESSEE =
      Pattern.compile(
          "(?:(?!(?:if|whether|that|to|who|what|which|why|how|of)\\b)[\\p{L}\\p{N}’'.-]+ ){1,6}"
              + "(?=(?:if|whether|that)\\s)");

  private static final Pattern INFINITIVE = Pattern.compile("to\\s");

  /** A verb with a tense has the sentence's subject, not the infinitive's. */
  private static final Pattern WITH_TENSE =
      Pattern.compile(
          ",?\\s+(?:and|but)\\s+(?:(?:also|then|later|likely|probably)\\s+)?"
              + "(?:would|will|has|had|is|was|were|may|might|could|can|should|must|did|does)\\b");

  /** How far, in UTF-16 code units, the clause's source may stand from its first word. */
  private static final int FURTHEST = 40;

  private final String text;
  private final Quotations quotations;

  Boundaries(String text, Quotations quotations) {
    this.text = text;
    this.quotations = quotations;
  }

  /**
   * Cuts contents of one reading at clauses that another attribution of the same reading begins.
   *
   * @param read attributions that were found in one reading of the text
   * @return the same ones, in order, some with less content
   */
  List<Attribution> cut(List<Attribution> read) {
    List<Attribution> cut = new ArrayList<>();
    for (Attribution attribution : read) {
      Attribution rest = attribution;
      for (Attribution other : read) {
        rest = cut(rest, other);
      }
      cut.add(trim(rest));
    }
    return cut;
  }

  /**
   * One attribution's content without whom it was said to ("asked NATO if it may") and without what
   * the subject did besides ("threatened to intervene and would act").
   */
  private Attribution trim(Attribution attribution) {
    Span first = attribution.content().get(0);
    Span cue = attribution.cue();
    int start = first.start();
    int end = first.end();
    boolean follows = cue.end() <= start && text.substring(cue.end(), start).isBlank();
    if (follows && TELLS.matcher(cue.of(text)).find()) {
      Matcher addressee = ADDRESSEE.matcher(text).region(start, end);
      start = addressee.lookingAt() ? addressee.end() : start;
    }
    if (INFINITIVE.matcher(text).region(start, end).lookingAt()) {
      Matcher tense = WITH_TENSE.matcher(text).region(start, end);
      while (tense.find()) {
        if (!quotations.isQuoted(tense.start())) {
          end = tense.start();
          break;
        }
      }
    }
    if (start == first.start() && end == first.end()) {
      return attribution;
    }
    List<Span> content = new ArrayList<>(attribution.content());
    content.set(0, new Span(start, end));
    return attribution.with(content);
  }

  private Attribution cut(Attribution attribution, Attribution other) {
    for (Span content : attribution.content()) {
      if (content.contains(other.cue())) {
        int end = end(content, other);
        if (end > content.start()) {
          return attribution.with(upTo(attribution.content(), end, other));
        }
      }
    }
    return attribution;
  }

  /** Where a content ends before another attribution's clause; -1 where it goes on. */
  private int end(Span content, Attribution other) {
    if (other.source().isEmpty()) {
      return -1;
    }
    int source = other.source().get(0).start();
    int limit = Math.min(source, other.cue().start());
    Matcher matcher = ADDS.matcher(text).region(content.start(), Math.max(content.start(), limit));
    // The word that begins the clause may lie beyond what is searched.
    matcher.useTransparentBounds(true);
    int end = -1;
    while (matcher.find()) {
      boolean begins = limit - matcher.end() <= FURTHEST && limit > matcher.end();
      if (begins && !quotations.isQuoted(matcher.start())) {
        end = matcher.start();
      }
    }
    return end;
  }

  private static List<Span> upTo(List<Span> content, int end, Attribution other) {
    List<Span> kept = new ArrayList<>();
    for (Span span : content) {
      boolean others =
          other.content().stream().anyMatch(span::overlaps) || span.overlaps(other.cue());
      if (span.end() <= end || (span.start() > end && !others)) {
        kept.add(span);
      } else if (span.start() < end) {
        kept.add(new Span(span.start(), end));
      }
    }
    return kept;
  }
}
