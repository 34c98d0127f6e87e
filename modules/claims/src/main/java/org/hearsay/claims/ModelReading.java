package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.hearsay.claims.quotes.Contents;
import org.hearsay.claims.quotes.QuotedSpeech;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.claims.reading.ContentEdges;
import org.hearsay.claims.reading.Decoder;
import org.hearsay.claims.reading.Reach;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.CueRequest;
import org.hearsay.encoder.RoleTags;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.hearsay.text.WorkBudget;
import org.jspecify.annotations.Nullable;

/** What the model reads in one text: attributions, completed by cues and marks that are certain. */
final class ModelReading {
  /** How sure a cue is that needs no model. */
  private static final double BY_RULE = .8;

  /** How much of the time is left to the plain pass, and to what belongs to the cues. */
  private static final double PLAIN = .7;

  private static final double CUES = .95;

  private final ClaimTagger tagger;
  private final ClaimLanguage language;
  private final String text;
  private final Quotations quotations;
  private final Reach reach;
  private final WorkBudget budget;

  /** Up to where the model has been asked, in UTF-16 code units; all where it has been. */
  private int reached = Integer.MAX_VALUE;

  /** The same of what is asked besides: what it doubts, and contents as texts of their own. */
  private int reachedAgain = Integer.MAX_VALUE;

  ModelReading(
      ClaimTagger tagger,
      ClaimLanguage language,
      String text,
      Quotations quotations,
      Reach reach,
      WorkBudget budget) {
    this.budget = budget;
    this.tagger = tagger;
    this.language = language;
    this.text = text;
    this.quotations = quotations;
    this.reach = reach;
  }

  /** The attributions of the paragraphs: the model's, completed by the quotation marks. */
  List<Attribution> ofParagraphs(List<Span> paragraphs) {
    QuotedSpeech speech = new QuotedSpeech(language.signature, text, paragraphs, quotations);
    List<TaggedParagraph> tagged = tag(paragraphs, budget.upTo(PLAIN), false);
    List<Attribution> found =
        roles(
            tagged.stream().map(p -> certain(p, Decoder.cues(p))).toList(),
            budget.upTo(CUES),
            false);
    List<List<CueRequest>> doubted = new ArrayList<>();
    List<Span> open = new ArrayList<>();
    Contents contents = new Contents(found);
    for (int p = 0; p < tagged.size(); p++) {
      List<Span> here = speech.open(paragraphs.get(p), contents);
      if (!here.isEmpty()) {
        open.addAll(here);
        doubted.add(Decoder.doubtedCues(tagged.get(p)));
      }
    }
    SpanIndex cues = SpanIndex.of(found, Attribution::cue);
    SpanIndex opened = SpanIndex.of(open, span -> span);
    for (Attribution attribution : roles(doubted, budget.upTo(CUES), true)) {
      if (!cues.overlaps(attribution.cue())
          && speech.explains(attribution, opened.overlapping(attribution.content(), open))) {
        cues.add(found.size(), attribution.cue());
        found.add(attribution);
      }
    }
    return speech.complete(found);
  }

  /**
   * The attributions inside contents. The model is asked only where an answer can be kept: it takes
   * most of the time that an article costs.
   */
  List<Attribution> ofContents(List<Span> contents, List<Attribution> known) {
    List<Span> parts = contents.stream().filter(c -> language.nesting.hasRoom(c.of(text))).toList();
    SpanIndex knownCues = SpanIndex.of(known, Attribution::cue);
    List<List<CueRequest>> cues = new ArrayList<>();
    for (TaggedParagraph part : tag(parts, budget, true)) {
      List<CueRequest> here = new ArrayList<>(Decoder.innerCues(part));
      here.removeIf(
          cue ->
              !language.nesting.mayBecomeClaim(
                  Decoder.span(cue).of(text), part.begins(cue.first())));
      here = certain(part, here);
      here.removeIf(cue -> knownCues.overlaps(Decoder.span(cue)));
      cues.add(here);
    }
    List<Attribution> read = roles(cues, budget, true);
    read.removeIf(a -> a.content().isEmpty());
    read.replaceAll(
        a -> a.with(a.content().stream().map(c -> ContentEdges.closed(text, c)).toList()));
    return read;
  }

  /** The cues that are certain, whatever the model says, and that it has not found. */
  private List<CueRequest> certain(TaggedParagraph paragraph, List<CueRequest> found) {
    List<CueRequest> all = new ArrayList<>(found);
    if (paragraph.size() == 0) {
      return all;
    }
    int start = paragraph.span(0).start();
    Matcher matcher =
        language.according.matcher(text).region(start, paragraph.span(paragraph.size() - 1).end());
    while (matcher.find()) {
      @Nullable CueRequest cue = Decoder.cue(paragraph, new Span(matcher.start(), matcher.end()));
      if (cue != null
          && found.stream().allMatch(f -> f.end() <= cue.first() || cue.end() <= f.first())) {
        all.add(cue);
      }
    }
    return all;
  }

  /** Up to where there was time to ask the model, in UTF-16 code units. */
  int reached() {
    return Math.min(reached, text.length());
  }

  /** The same of what is asked besides: what it doubts, and contents as texts of their own. */
  int reachedAgain() {
    return Math.min(reachedAgain, text.length());
  }

  private void stop(int place, boolean again) {
    if (again) {
      reachedAgain = Math.min(reachedAgain, place);
    } else {
      reached = Math.min(reached, place);
    }
  }

  private List<TaggedParagraph> tag(List<Span> parts, WorkBudget upTo, boolean again) {
    List<TaggedParagraph> tagged = tagger.tag(text, parts, upTo);
    for (int i = 0; i < tagged.size(); i++) {
      TaggedParagraph last = tagged.get(i);
      if (!last.isWhole()) {
        stop(last.span(last.size() - 1).end(), again);
      }
    }
    if (tagged.size() < parts.size()) {
      stop(parts.get(tagged.size()).start(), again);
    }
    return tagged;
  }

  private List<Attribution> roles(List<List<CueRequest>> cues, WorkBudget upTo, boolean again) {
    List<Attribution> read = new ArrayList<>();
    List<CueRequest> requests =
        cues.stream()
            .flatMap(List::stream)
            .map(cue -> cue.within(reach.of(Decoder.span(cue))))
            .toList();
    List<RoleTags> tags = tagger.roles(requests, upTo);
    if (tags.size() < requests.size()) {
      stop(Decoder.span(requests.get(tags.size())).start(), again);
    }
    for (RoleTags roles : tags) {
      Attribution attribution = Decoder.attribution(text, roles);
      boolean certain = language.according.matcher(attribution.cue().of(text)).matches();
      read.add(certain ? attribution.atLeast(BY_RULE) : attribution);
    }
    return read;
  }
}
