package org.hearsay.claims.wordings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Puts attributions right where their wording leaves no doubt that the model took them apart
 * wrongly: "“…,” the mayor was quoted as saying by the Gazette", "the ministry said, the Gazette
 * reported, that …".
 */
public final class WordingCorrections {
  /** The longest that a rule takes for a source, in UTF-16 code units. */
  private static final int LONGEST_SOURCE = 80;

  private static final Pattern WITHOUT_MARKS = Pattern.compile("[^,.;:\"“”]{2,}\\s+");

  private final WordingWords words;
  private final Document document;
  private final String text;
  private final Quotations quotations;

  /** Those of one document. */
  public WordingCorrections(WordingWords words, Document document, Quotations quotations) {
    this.words = words;
    this.document = document;
    this.text = document.text();
    this.quotations = quotations;
  }

  /** The attribution, put right where its wording tells that the model took it apart wrongly. */
  public Attribution corrected(Attribution attribution) {
    return withoutCiting(
        participle(carried(parenthesis(quotedBy(saidBy(active(withoutOutlet(attribution))))))));
  }

  /** "“…,” the Gazette quoted the mayor as saying": the mayor said it. */
  private Attribution saidBy(Attribution attribution) {
    Span cue = attribution.cue();
    int end = document.sentence(cue.start()).end();
    Matcher as = words.saidBefore.matcher(text).region(cue.start(), Math.max(cue.start(), end));
    if (!as.lookingAt()) {
      return attribution;
    }
    List<Span> content =
        attribution.content().stream().filter(c -> c.end() <= cue.start()).toList();
    return content.isEmpty()
        ? attribution
        : new Attribution(
            WordingWords.group(as, 2),
            List.of(WordingWords.group(as, 1)),
            content,
            attribution.confidence());
  }

  /**
   * "The general was quoted by the Gazette as saying that the war was lost": the model takes the
   * Gazette for who says so, and the general for a part of it.
   */
  private Attribution quotedBy(Attribution attribution) {
    Span cue = attribution.cue();
    Span sentence = document.sentence(cue.start());
    Matcher by =
        words.quotedBy.matcher(text).region(cue.start(), Math.max(cue.start(), sentence.end()));
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
        : new Attribution(
            WordingWords.group(by, 1), List.of(subject), after, attribution.confidence());
  }

  /** All of a sentence before its verb, where that is short and has no comma. */
  private @Nullable Span subjectBefore(int verb) {
    int start = Math.min(document.sentence(verb).start(), verb);
    String before = text.substring(start, verb);
    boolean plain = before.length() <= LONGEST_SOURCE && WITHOUT_MARKS.matcher(before).matches();
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
    Matcher says = words.saysBefore.matcher(text).region(from, start);
    Matcher that = words.that.matcher(text).region(end, Math.max(end, sentence.end()));
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
        words
            .participle
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
      boolean refers = words.referring.matcher(attribution.cue().of(text)).matches();
      Pattern pattern = refers ? words.beforeThat : words.citing;
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
    Matcher carried = words.carried.matcher(text).region(cue.start(), end);
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
            WordingWords.group(carried, 2),
            List.of(WordingWords.group(carried, 1)),
            content,
            attribution.confidence());
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
    if (!outlet || !words.by.matcher(upTo).matches() || words.according.matcher(upTo).lookingAt()) {
      return attribution;
    }
    Span last = null;
    for (Quotations.Quotation quotation : quotations.touching(attribution.content())) {
      if (quotation.span().end() <= cue.start()) {
        last = quotation.span();
      }
    }
    if (last == null) {
      return attribution;
    }
    Matcher between = words.between.matcher(text.substring(last.end(), cue.start()));
    if (!between.matches()) {
      return attribution;
    }
    Span source = WordingWords.group(between, 1).shift(last.end());
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
