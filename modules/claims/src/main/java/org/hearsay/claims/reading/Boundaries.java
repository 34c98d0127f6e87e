package org.hearsay.claims.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.hearsay.claims.Quotations;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;

/**
 * Where a content begins and ends, by rule. It ends where the text goes on in its own voice: in
 * "asked if it may send troops, where the mayor says Serbs live in fear" the mayor tells the
 * reader, not the one who asked. The model, which was taught outermost attributions alone, then
 * finds both cues in one reading.
 */
public final class Boundaries {
  /** Words that begin a clause which adds to the sentence. */

  /** How far, in UTF-16 code units, the clause's source may stand from its first word. */
  private static final int FURTHEST = 40;

  private final BoundaryWords words;
  private final String text;
  private final Quotations quotations;

  /** Boundaries in one text. */
  public Boundaries(BoundaryWords words, String text, Quotations quotations) {
    this.words = words;
    this.text = text;
    this.quotations = quotations;
  }

  /**
   * Cuts contents of one reading at clauses that another attribution of the same reading begins.
   *
   * @param read attributions that were found in one reading of the text
   * @return the same ones, in order, some with less content
   */
  public List<Attribution> cut(List<Attribution> read) {
    SpanIndex cues = SpanIndex.of(read, Attribution::cue);
    List<Attribution> cut = new ArrayList<>();
    for (Attribution attribution : read) {
      Attribution rest = attribution;
      for (Attribution other : cues.overlapping(attribution.content(), read)) {
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
    if (follows && words.tells().matcher(cue.of(text)).find()) {
      Matcher addressee = words.addressee().matcher(text).region(start, end);
      start = addressee.lookingAt() ? addressee.end() : start;
    }
    if (words.infinitive().matcher(text).region(start, end).lookingAt()) {
      Matcher tense = words.withTense().matcher(text).region(start, end);
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
    Matcher matcher =
        words.adds().matcher(text).region(content.start(), Math.max(content.start(), limit));
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
