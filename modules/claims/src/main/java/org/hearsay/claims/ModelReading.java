package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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
import org.jspecify.annotations.Nullable;

/** What the model reads in one text: attributions, completed by cues and marks that are certain. */
final class ModelReading {
  /** How sure a cue is that needs no model. */
  private static final double BY_RULE = .8;

  private final ClaimTagger tagger;
  private final ClaimLanguage language;
  private final String text;
  private final Quotations quotations;
  private final Reach reach;

  ModelReading(
      ClaimTagger tagger, ClaimLanguage language, String text, Quotations quotations, Reach reach) {
    this.tagger = tagger;
    this.language = language;
    this.text = text;
    this.quotations = quotations;
    this.reach = reach;
  }

  /** The attributions of the paragraphs: the model's, completed by the quotation marks. */
  List<Attribution> ofParagraphs(List<Span> paragraphs) {
    QuotedSpeech speech = new QuotedSpeech(language.signature, text, paragraphs, quotations);
    List<TaggedParagraph> tagged = tagger.tag(text, paragraphs);
    List<Attribution> found = roles(tagged.stream().map(p -> certain(p, Decoder.cues(p))).toList());
    List<List<CueRequest>> doubted = new ArrayList<>();
    List<Span> open = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      List<Span> here = speech.open(paragraphs.get(p), found);
      if (!here.isEmpty()) {
        open.addAll(here);
        doubted.add(Decoder.doubtedCues(tagged.get(p)));
      }
    }
    for (Attribution attribution : roles(doubted)) {
      boolean known = found.stream().anyMatch(a -> a.cue().overlaps(attribution.cue()));
      if (!known && speech.explains(attribution, open)) {
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
    List<List<CueRequest>> cues = new ArrayList<>();
    for (TaggedParagraph part : tagger.tag(text, parts)) {
      List<CueRequest> here = new ArrayList<>(Decoder.innerCues(part));
      here.removeIf(
          cue ->
              !language.nesting.mayBecomeClaim(
                  Decoder.span(cue).of(text), part.begins(cue.first())));
      here = certain(part, here);
      here.removeIf(cue -> known.stream().anyMatch(a -> a.cue().overlaps(Decoder.span(cue))));
      cues.add(here);
    }
    List<Attribution> read = roles(cues);
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

  private List<Attribution> roles(List<List<CueRequest>> cues) {
    List<Attribution> read = new ArrayList<>();
    List<CueRequest> requests =
        cues.stream()
            .flatMap(List::stream)
            .map(cue -> cue.within(reach.of(Decoder.span(cue))))
            .toList();
    for (RoleTags roles : tagger.roles(requests)) {
      Attribution attribution = Decoder.attribution(text, roles);
      boolean certain = language.according.matcher(attribution.cue().of(text)).matches();
      read.add(certain ? attribution.atLeast(BY_RULE) : attribution);
    }
    return read;
  }
}
