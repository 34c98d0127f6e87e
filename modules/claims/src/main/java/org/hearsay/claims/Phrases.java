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
          "\\b(?:quot|cit)(?:ed|es|ing|e)\\s+(?!by\\b|in\\b|on\\b)([^,.;:\"“”]{2,80}?)\\s+"
              + "(as (?!being\\b|having\\b)\\p{L}+ing)\\s+(?:of\\s+)?");

  /** "The general was quoted by the Gazette as saying that …". */
  private static final Pattern QUOTED_BY =
      Pattern.compile(
          "(?:(?:is|are|was|were|be|been|being)\\s+)?(?:\\p{L}+ly\\s+)?(?:quoted|cited)\\s+"
              + "(?:by|in|on)\\s+[^,.;:\"“”]{2,80}?,?\\s+(as \\p{L}+ing)\\b\\s*(?:of\\s+)?");

  /** "As the Gazette first reported, …", and in the order of other languages. */
  private static final Pattern AS_REPORTED =
      Pattern.compile(
          "As (?:(?:reports|writes|transmits|informs|notes|reported by|reported in|first reported by)"
              + "\\s+)?");

  private static final Pattern AS_SAID_BY =
      Pattern.compile(
          "(As (?:(?:was|is|has been) )?(?:\\p{L}+ly )?(?:informed|stated|announced|noted|told) by)\\s+"
              + "([^,.;:\"“”]{2,80}),\\s+");

  private static final Pattern REPORTED =
      Pattern.compile(
          "(?:\\s+(?:(?:has|had|have|first|earlier|previously|also)\\s+)*"
              + "(?:reported|reports|wrote|writes|revealed|noted|notes))?"
              + "(?: (?:first|earlier|previously|on \\p{Lu}\\p{L}+))?,\\s+");

  /** "A statement by", before whose it is: what an outlet carries. */
  static final String WORDS_OF =
      "(?:an?|the)\\s+(?:[\\p{L}-]+\\s+){0,2}"
          + "(?:statement|letter|message|video|recording|interview|appeal|declaration)\\s+"
          + "(?:by|from|of|with)\\s+";

  /** "Carried a statement by the ministry saying that …". */
  private static final Pattern CARRIED =
      Pattern.compile(
          "\\b(?:carried|published|aired|broadcast|released|ran|printed|posted|read out)\\s+"
              + WORDS_OF
              + "([^,.;:\"“”]{2,80}?)\\s+"
              + "((?:(?:which|that|who)\\s+)?(?:saying|stating|claiming|warning|announcing|denying"
              + "|said|says|claimed|announced|warned))\\s+");

  private static final Pattern SAYS_BEFORE =
      Pattern.compile(
          "(?<who>[^,.;:\"“”]{2,80}?)\\s+"
              + "(?<cue>(?:has |had |have |also |later )?(?:said|says|stated|states|claimed|claims"
              + "|warned|warns|announced|argued|insisted|added|admitted|confirmed|wrote|writes"
              + "|declared|complained|alleged))\\s*,\\s+$");

  /** "Reports with reference to a source that …": the model's cue ends before the source. */
  private static final Pattern REFERRING =
      Pattern.compile("(?:.*\\s)?(?:with reference to|referring to|citing|quoting)");

  private static final Pattern BEFORE_THAT = Pattern.compile("[^,.;:“”\"]{2,120}?,? (?=that )");

  /** "A memo leaked to the Gazette states that": the memo states it. */
  private static final Pattern PARTICIPLE =
      Pattern.compile(
          "(?<who>(?:(?!(?:was|were|is|are|has|had|said|says|that|which)\\b)[\\p{L}\\p{N}’'-]+\\s+){1,8}?)"
              + "(?:leaked|shown|given|provided|sent|handed|seen|obtained|reviewed|published)"
              + " (?:to|by|in)\\s+[^,.;:“”\"]{2,60}?,?\\s+"
              + "(?<cue>says|said|states|stated|shows|showed|warns|warned|claims|claimed|suggests"
              + "|suggested|alleges|alleged|reveals|revealed|indicates|indicated)\\s+(?=that\\s)");

  private static final Pattern CITING =
      Pattern.compile("[\\s,]*(?:citing|quoting)\\s+[^,.;:“”\"]{2,120},\\s+");

  private static final Pattern THAT = Pattern.compile("\\s*,\\s+(?=that\\s)");

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
   * @param found what is known already; what these have with a source is not found again
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
    asReported(part, all, found);
    return all;
  }

  /** "As the Gazette reported, …", "as was announced by the ministry, …", as a sentence begins. */
  private void asReported(Span part, List<Attribution> all, List<Attribution> found) {
    Matcher by = AS_SAID_BY.matcher(text).region(part.start(), part.end());
    while (by.find()) {
      if (document.sentence(by.start()).start() == by.start()) {
        add(all, found, group(by, 1), group(by, 2), by.end(), part);
      }
    }
    Matcher as = AS_REPORTED.matcher(text).region(part.start(), part.end());
    while (as.find()) {
      boolean begins = document.sentence(as.start()).start() == as.start();
      Span outlet = begins ? document.outletAt(as.end(), part.end()) : null;
      if (outlet == null) {
        continue;
      }
      Matcher reported = REPORTED.matcher(text).region(outlet.end(), part.end());
      boolean verbFirst = as.end() - as.start() > "As ".length();
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

  private static int leading(String words) {
    return words.length() - words.stripLeading().length();
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
    if (content.length() > 0
        && found.stream().noneMatch(a -> a.cue().overlaps(cue) && a.hasSureSource())) {
      all.add(new Attribution(cue, List.of(source), List.of(content), CONFIDENCE));
    }
  }

  private static Span group(Matcher matcher, int group) {
    return new Span(matcher.start(group), matcher.end(group));
  }

  /** The attribution, put right where its wording tells that the model took it apart wrongly. */
  Attribution corrected(Attribution attribution) {
    return withoutCiting(
        participle(carried(parenthesis(quotedBy(saidBy(active(withoutOutlet(attribution))))))));
  }

  /** "“…,” the Gazette quoted the mayor as saying": the mayor said it. */
  private Attribution saidBy(Attribution attribution) {
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

  /**
   * "The general was quoted by the Gazette as saying that the war was lost": the model takes the
   * Gazette for who says so, and the general for a part of it.
   */
  private Attribution quotedBy(Attribution attribution) {
    Span cue = attribution.cue();
    Span sentence = document.sentence(cue.start());
    Matcher by = QUOTED_BY.matcher(text).region(cue.start(), Math.max(cue.start(), sentence.end()));
    if (!by.lookingAt()) {
      return attribution;
    }
    List<Span> after = new ArrayList<>();
    Span who = null;
    for (Span span : attribution.content()) {
      if (span.end() <= cue.start()) {
        who = span;
      } else if (span.end() > by.end()) {
        after.add(new Span(Math.max(span.start(), by.end()), span.end()));
      }
    }
    Span subject = who == null ? subjectBefore(cue.start()) : who;
    return after.isEmpty() || subject == null || quotations.isQuoted(subject.start())
        ? attribution
        : new Attribution(group(by, 1), List.of(subject), after, attribution.confidence());
  }

  /** All of a sentence before its verb, where that is short and has no comma. */
  private @Nullable Span subjectBefore(int verb) {
    int start = Math.min(document.sentence(verb).start(), verb);
    String before = text.substring(start, verb);
    boolean plain = before.length() <= LONGEST_SOURCE && before.matches("[^,.;:\"“”]{2,}\\s+");
    return plain ? new Span(start, start + before.stripTrailing().length()) : null;
  }

  /**
   * "The ministry said, the Gazette reported, that …": the ministry said it. The Gazette, which the
   * model takes for the one who did, stands in between.
   */
  private Attribution parenthesis(Attribution attribution) {
    if (attribution.source().size() != 1 || attribution.content().isEmpty()) {
      return attribution;
    }
    Span cue = attribution.cue();
    Span source = attribution.source().get(0);
    int start = Math.min(cue.start(), source.start());
    int end = Math.max(cue.end(), source.end());
    while (end > start && ", ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    Span last = attribution.content().get(attribution.content().size() - 1);
    Span sentence = document.sentence(start);
    int from = Math.min(sentence.start(), start);
    Matcher says = SAYS_BEFORE.matcher(text).region(from, start);
    Matcher that = THAT.matcher(text).region(end, Math.max(end, sentence.end()));
    boolean between =
        says.matches() && that.lookingAt() && last.end() > that.end() && last.start() <= that.end();
    return between && !quotations.isQuoted(start)
        ? new Attribution(
            new Span(says.start("cue"), says.end("cue")),
            List.of(new Span(says.start("who"), says.end("who"))),
            List.of(new Span(that.end(), last.end())),
            attribution.confidence())
        : attribution;
  }

  /**
   * "A memo leaked to the Gazette states that": neither is "leaked" the cue nor the Gazette the
   * source, as which the model may take them.
   */
  private Attribution participle(Attribution attribution) {
    Span cue = attribution.cue();
    Span sentence = document.sentence(cue.start());
    Matcher said =
        PARTICIPLE
            .matcher(text)
            .region(Math.min(sentence.start(), cue.start()), Math.max(cue.end(), sentence.end()));
    if (!said.lookingAt()) {
      return attribution;
    }
    Span way = new Span(said.end("who"), said.start("cue"));
    boolean here = cue.start() == way.start() || cue.start() == said.start("cue");
    boolean wayTaken = attribution.source().stream().allMatch(way::contains);
    List<Span> content =
        attribution.content().stream().filter(c -> c.start() >= said.end()).toList();
    return here && wayTaken && !content.isEmpty() && content.get(0).start() == said.end()
        ? new Attribution(
            new Span(said.start("cue"), said.end("cue")),
            List.of(new Span(said.start("who"), way.start() - 1)),
            content,
            attribution.confidence())
        : attribution;
  }

  /** "According to the Gazette, citing two diplomats, …": whom it cites is not what they said. */
  private Attribution withoutCiting(Attribution attribution) {
    List<Span> content = new ArrayList<>();
    for (Span span : attribution.content()) {
      boolean follows = span.start() >= attribution.cue().end();
      boolean refers = REFERRING.matcher(attribution.cue().of(text)).matches();
      Pattern pattern = refers ? BEFORE_THAT : CITING;
      Matcher citing = pattern.matcher(text).region(span.start(), span.end());
      boolean begins = follows && citing.lookingAt() && citing.end() < span.end();
      content.add(begins ? new Span(citing.end(), span.end()) : span);
    }
    return content.equals(attribution.content()) ? attribution : attribution.with(content);
  }

  /** "The Gazette carried a statement by the ministry saying that": the ministry says it. */
  private Attribution carried(Attribution attribution) {
    Span cue = attribution.cue();
    int end = Math.max(cue.start(), document.sentence(cue.start()).end());
    Matcher carried = CARRIED.matcher(text).region(cue.start(), end);
    if (!carried.lookingAt()) {
      return attribution;
    }
    List<Span> content = new ArrayList<>();
    for (Span span : attribution.content()) {
      if (span.end() > carried.end()) {
        content.add(new Span(Math.max(span.start(), carried.end()), span.end()));
      }
    }
    return content.isEmpty()
        ? attribution
        : new Attribution(
            group(carried, 2), List.of(group(carried, 1)), content, attribution.confidence());
  }

  /** "Wrote in a column for the Gazette": where it stood is not what was written. */
  private Attribution withoutOutlet(Attribution attribution) {
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
  private Attribution active(Attribution attribution) {
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
