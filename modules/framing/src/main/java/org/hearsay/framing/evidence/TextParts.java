package org.hearsay.framing.evidence;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.Claim;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;

/**
 * A text's sentences and mentions, and which of them a claim has to do with: looking through all of
 * them for each claim would take time by the square of the text.
 */
public final class TextParts {
  private final List<Units> sentences;
  private final List<EntityMention> mentions;
  private final SpanIndex sentencePlaces;
  private final SpanIndex mentionPlaces;

  /** Those of a text. */
  public TextParts(AnnotatedText text, List<EntityMention> mentions) {
    this.sentences = text.sentences().stream().map(Units::of).toList();
    this.mentions = List.copyOf(mentions);
    this.sentencePlaces = SpanIndex.of(sentences, units -> units.sentence().span());
    this.mentionPlaces = SpanIndex.of(this.mentions, EntityMention::span);
  }

  /** All sentences, in order. */
  public List<Units> sentences() {
    return sentences;
  }

  /** All mentions, as given. */
  public List<EntityMention> mentions() {
    return mentions;
  }

  /** The sentences of which a part lies in a span, in order. */
  public List<Units> sentences(Span span) {
    return sentencePlaces.overlapping(span, sentences);
  }

  /** Those in which a claim, its cue or its source stand, in order. */
  public List<Units> sentences(Claim claim) {
    List<Span> spans = new ArrayList<>(claim.content());
    spans.addAll(claim.cue());
    spans.addAll(claim.source());
    return sentencePlaces.overlapping(spans, sentences);
  }

  /** What is mentioned in a claim's source, in the order of all mentions. */
  public List<EntityMention> inSource(Claim claim) {
    return mentionPlaces.overlapping(claim.source(), mentions);
  }
}
