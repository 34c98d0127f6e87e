package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Attributions whose wording leaves no doubt and that the model misses or takes apart wrongly:
 * "quoted the mayor as saying …", "a Gazette report that …", "Per the Gazette, …", "“…,” the mayor
 * was quoted as saying by the Gazette".
 */
final class Phrases {
  private static final double CONFIDENCE = .8;

  /** The longest that a rule takes for a source, in UTF-16 code units. */
  private static final int LONGEST_SOURCE = 80;

  private static final Pattern QUOTED_AS =
      Pattern.compile(
          "\\b(?:quot|cit)(?:ed|es|ing|e)\\s+([^,.;:\"“”]{2,80}?)\\s+"
              + "(as (?!being\\b|having\\b)\\p{L}+ing)\\s+(?:of\\s+)?");

  private static final Pattern SAID_BEFORE =
      Pattern.compile(
          "(?:has |had |have |also )?(?:quot|cit)(?:ed|es|ing|e)\\s+([^,.;:\"“”]{2,80}?)\\s+"
              + "(as (?!being\\b|having\\b)\\p{L}+ing)\\b(?=[^\\p{L}]*(?:$|[.,;]))");

  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(reports?|claims?|allegations?|accusations?|assertions?|suggestions?|stor(?:y|ies)"
              + "|statements?|rumou?rs?|charges?|warnings?)"
              + "(?:\\s+(?:by|from|in|on|of)\\s+([^,.;:\"“”]{2,80}?))?\\s+(?=that\\s)");

  private static final Pattern PER =
      Pattern.compile(
          "(Per)\\s+((?:the\\s+)?\\p{Lu}[^,.;:\"“”]{1,60}),\\s+(?:(?:which|who)\\s[^,.;]{2,120},\\s+)?");

  private static final Pattern STOP = Pattern.compile("[\\s.!?]+$");

  /** Who stands between words in marks and what was done with them. */
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,—–-]*((?:[\\p{L}\\p{N}’'.-]+\\s+){0,7}[\\p{L}\\p{N}’'.-]+)\\s*");

  private static final Pattern BY = Pattern.compile("(?:.*\\s)?(?:by|by the|through|via)\\s*");

  private final Document document;
  private final String text;
  private final Quotations quotations;

  Phrases(Document document, Quotations quotations) {
    this.document = document;
    this.text = document.text();
    this.quotations = quotations;
  }

  /**
   * The attributions that a part's wording makes.
   *
   * @param part a paragraph, or a content that is read as a text of its own
   * @param inner whether it is a content
   * @param found what is known already; what these have is not found again
   */
  List<Attribution> in(Span part, boolean inner, List<Attribution> found) {
    List<Attribution> all = new ArrayList<>();
    Matcher quoted = QUOTED_AS.matcher(text).region(part.start(), part.end());
    while (quoted.find()) {
      add(all, found, group(quoted, 2), group(quoted, 1), quoted.end(), part);
    }
    if (inner) {
      Matcher report = REPORT.matcher(text).region(part.start(), part.end());
      while (report.find()) {
        Span source = report.group(2) == null ? owner(part, report.start()) : group(report, 2);
        if (source != null) {
          add(all, found, group(report, 1), source, report.end(), part);
        }
      }
    } else {
      Matcher per = PER.matcher(text).region(part.start(), part.end());
      while (per.find()) {
        if (document.sentence(per.start()).start() >= per.start()) {
          add(all, found, group(per, 1), group(per, 2), per.end(), part);
        }
      }
    }
    return all;
  }

  /** The outlet whose report it is: "a Gazette report", "the Gazette's report". */
  private @Nullable Span owner(Span part, int noun) {
    int from = Math.max(part.start(), noun - LONGEST_SOURCE);
    for (int at = from; at < noun; at++) {
      if (at == from || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        Span outlet = document.outletAt(at, noun);
        if (outlet != null
            && text.substring(outlet.end(), noun).matches("(?:[’']s?)?\\s+(?:\\p{Ll}+\\s+)?")) {
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
    if (content.length() > 0 && found.stream().noneMatch(a -> a.cue().overlaps(cue))) {
      all.add(new Attribution(cue, List.of(source), List.of(content), CONFIDENCE));
    }
  }

  private static Span group(Matcher matcher, int group) {
    return new Span(matcher.start(group), matcher.end(group));
  }

  /** "“…,” the Gazette quoted the mayor as saying": the mayor said it. */
  Attribution saidBy(Attribution attribution) {
    Span cue = attribution.cue();
    int end = document.sentence(cue.start()).end();
    Matcher as = SAID_BEFORE.matcher(text).region(cue.start(), Math.max(cue.start(), end));
    if (!as.lookingAt()) {
      return attribution;
    }
    List<Span> content =
        attribution.content().stream().filter(c -> c.end() <= cue.start()).toList();
    return content.isEmpty()
        ? attribution
        : new Attribution(group(as, 2), List.of(group(as, 1)), content, attribution.confidence());
  }

  /** "Wrote in a column for the Gazette": where it stood is not what was written. */
  Attribution withoutOutlet(Attribution attribution) {
    List<Span> content = new ArrayList<>();
    for (Span span : attribution.content()) {
      boolean follows = span.start() >= attribution.cue().end();
      Span outlet = follows ? document.outletAt(span.start(), span.end()) : null;
      if (outlet == null || outlet.end() < span.end()) {
        content.add(span);
      }
    }
    return content.isEmpty() || content.size() == attribution.content().size()
        ? attribution
        : attribution.with(content);
  }

  /**
   * "“…,” the mayor was quoted as saying by the Gazette": the mayor said it, the Gazette, which the
   * model takes for the source, passed it on.
   */
  Attribution active(Attribution attribution) {
    Span cue = attribution.cue();
    if (attribution.source().size() != 1 || attribution.source().get(0).start() < cue.end()) {
      return attribution;
    }
    Span by = attribution.source().get(0);
    String upTo = text.substring(cue.start(), by.start());
    boolean outlet = document.isOutlet(by) || document.nameAt(by.start(), by.end()) != null;
    if (!outlet
        || !BY.matcher(upTo).matches()
        || upTo.toLowerCase(Locale.ROOT).startsWith("according")) {
      return attribution;
    }
    Span last = null;
    for (Quotations.Quotation quotation : quotations.all()) {
      boolean held = attribution.content().stream().anyMatch(quotation.span()::overlaps);
      if (held && quotation.span().end() <= cue.start()) {
        last = quotation.span();
      }
    }
    if (last == null) {
      return attribution;
    }
    Matcher between = BETWEEN.matcher(text.substring(last.end(), cue.start()));
    if (!between.matches()) {
      return attribution;
    }
    Span source = group(between, 1).shift(last.end());
    List<Span> content = new ArrayList<>();
    for (Span span : attribution.content()) {
      if (span.overlaps(source)) {
        if (span.start() < source.start() && !last.contains(span)) {
          content.add(new Span(span.start(), Math.min(span.end(), last.end())));
        }
      } else {
        content.add(span);
      }
    }
    return new Attribution(cue, List.of(source), content, attribution.confidence());
  }
}
