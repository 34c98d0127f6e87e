package org.hearsay.claims.wordings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Attributions whose wording leaves no doubt, and that the model misses: "quoted the mayor as
 * saying …", "a Gazette report that …", "Per the Gazette, …".
 */
public final class WordedAttributions {
  private static final double CONFIDENCE = .8;

  /** The longest that a rule takes for a source, in UTF-16 code units. */
  private static final int LONGEST_SOURCE = 80;

  private static final Pattern STOP = Pattern.compile("[\\s.!?]+$");

  private final WordingWords words;
  private final Document document;
  private final String text;

  /** Those of one document. */
  public WordedAttributions(WordingWords words, Document document) {
    this.words = words;
    this.document = document;
    this.text = document.text();
  }

  /**
   * The attributions that a part's wording makes.
   *
   * @param part a paragraph, or a content that is read as a text of its own
   * @param inner whether it is a content
   * @param found what is known already; what these have with a source is not found again
   */
  public List<Attribution> in(Span part, boolean inner, List<Attribution> found) {
    List<Attribution> all = new ArrayList<>();
    Matcher quoted = words.quotedAs.matcher(text).region(part.start(), part.end());
    while (quoted.find()) {
      add(
          all,
          found,
          WordingWords.group(quoted, 2),
          WordingWords.group(quoted, 1),
          quoted.end(),
          part);
    }
    if (inner) {
      Matcher report = words.report.matcher(text).region(part.start(), part.end());
      while (report.find()) {
        Span source =
            report.group(2) == null ? owner(part, report.start()) : WordingWords.group(report, 2);
        if (source != null) {
          add(all, found, WordingWords.group(report, 1), source, report.end(), part);
        }
      }
    } else {
      Matcher per = words.per.matcher(text).region(part.start(), part.end());
      while (per.find()) {
        if (document.sentence(per.start()).start() >= per.start()) {
          add(all, found, WordingWords.group(per, 1), WordingWords.group(per, 2), per.end(), part);
        }
      }
    }
    asReported(part, all, found);
    return all;
  }

  /** "As the Gazette reported, …", "as was announced by the ministry, …", as a sentence begins. */
  private void asReported(Span part, List<Attribution> all, List<Attribution> found) {
    Matcher by = words.asSaidBy.matcher(text).region(part.start(), part.end());
    while (by.find()) {
      if (document.sentence(by.start()).start() == by.start()) {
        add(all, found, WordingWords.group(by, 1), WordingWords.group(by, 2), by.end(), part);
      }
    }
    Matcher as = words.asReported.matcher(text).region(part.start(), part.end());
    while (as.find()) {
      boolean begins = document.sentence(as.start()).start() == as.start();
      Span outlet = begins ? document.outletAt(as.end(), part.end()) : null;
      if (outlet == null) {
        continue;
      }
      Matcher reported = words.reported.matcher(text).region(outlet.end(), part.end());
      boolean verbFirst = as.group(1) != null;
      if (reported.lookingAt() && (verbFirst || reported.group().length() > ", ".length())) {
        Span cue =
            verbFirst
                ? new Span(as.start(), as.start() + as.group().stripTrailing().length())
                : new Span(
                    outlet.end() + leading(reported.group()),
                    outlet.end() + reported.group().indexOf(','));
        add(all, found, cue, outlet, reported.end(), part);
      }
    }
  }

  private static int leading(String written) {
    return written.length() - written.stripLeading().length();
  }

  /** The outlet whose report it is: "a Gazette report", "the Gazette's report". */
  private @Nullable Span owner(Span part, int noun) {
    int from = Math.max(part.start(), noun - LONGEST_SOURCE);
    for (int at = from; at < noun; at++) {
      if (at == from || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        Span outlet = document.outletAt(at, noun);
        if (outlet != null && words.owns.matcher(text.substring(outlet.end(), noun)).matches()) {
          return outlet;
        }
      }
    }
    return null;
  }

  private void add(
      List<Attribution> all,
      List<Attribution> found,
      Span cue,
      Span source,
      int contentStart,
      Span part) {
    int end = Math.min(part.end(), document.sentence(contentStart).end());
    if (contentStart >= end || source.length() > LONGEST_SOURCE) {
      return;
    }
    Matcher stop = STOP.matcher(text).region(contentStart, end);
    Span content = new Span(contentStart, stop.find() ? stop.start() : end);
    if (content.length() > 0
        && found.stream().noneMatch(a -> a.cue().overlaps(cue) && a.hasSureSource())) {
      all.add(new Attribution(cue, List.of(source), List.of(content), CONFIDENCE));
    }
  }
}
