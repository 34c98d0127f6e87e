package org.hearsay.claims.relays;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.claims.wordings.Replies;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;

/**
 * Attributions that were found twice: once with the outlet that passed the content on, once with
 * whose words it passed on. Immutable.
 */
public final class Doubles {
  /** Two contents that agree this much are one. */
  private static final double SAME = .7;

  /** Between a name and the pronoun that stands for it: ", ". */
  private static final int RELATIVE = 2;

  private final RelayWords words;
  private final Replies replies;

  /** By the words of a language. */
  public Doubles(RelayWords words, Replies replies) {
    this.words = words;
    this.replies = replies;
  }

  /** Where an outlet's cue and its source's cue have one content, the source's stands for both. */
  public List<Attribution> merged(List<Attribution> found, Document document) {
    SpanIndex sources = new SpanIndex();
    for (int i = 0; i < found.size(); i++) {
      sources.add(i, found.get(i).source().stream().limit(1).toList());
    }
    SpanIndex contents = SpanIndex.ofParts(found, Attribution::content);
    List<Attribution> merged = new ArrayList<>();
    for (Attribution attribution : found) {
      // No other can have to do with it: its source would stand in this one's content, or next to
      // this one's source, or it would have content in common.
      List<Span> near = new ArrayList<>(attribution.content());
      attribution.source().stream()
          .limit(1)
          .forEach(s -> near.add(new Span(Math.max(0, s.start() - RELATIVE - 1), s.end())));
      boolean goes =
          sources.overlapping(near, found).stream()
                  .anyMatch(other -> standsFor(document, other, attribution))
              || contents.overlapping(attribution.content(), found).stream()
                  .anyMatch(other -> standsFor(document, other, attribution));
      if (!goes) {
        merged.add(attribution);
      }
    }
    return merged;
  }

  private boolean standsFor(Document document, Attribution kept, Attribution gone) {
    if (kept.source().isEmpty()
        || kept.cue().equals(gone.cue())
        || replies.isReply(document.text(), kept)) {
      return false;
    }
    Span keptSource = kept.source().get(0);
    if (isInSource(kept, gone)) {
      // "A cable, first reported by X, warns …": the cable is who warns, not what was said.
      return true;
    }
    if (gone.source().isEmpty()) {
      return false;
    }
    Span goneSource = gone.source().get(0);
    // "X, which cited Y": the pronoun is X.
    int gap = goneSource.start() - keptSource.end();
    boolean relative = gap >= 0 && gap <= RELATIVE;
    boolean oneSource = relative || keptSource.overlaps(goneSource);
    boolean same = kept.agreement(gone) >= SAME;
    if (!oneSource && !same) {
      return false;
    }
    boolean keptOutlet = document.isOutlet(keptSource);
    if (words.isCiting(gone.cue().of(document.text()))) {
      // "Citing Y" says whose words the outlet passes on, not what was said.
      return keptOutlet;
    }
    return same
        && !oneSource
        && document.isOutlet(goneSource)
        && !keptOutlet
        && !words.isCiting(kept.cue().of(document.text()))
        && !kept.isWithin(gone)
        && kept.content().stream().noneMatch(c -> c.contains(gone.cue()));
  }

  /** Whether the content of one is a part of the other, its source above all. */
  private static boolean isInSource(Attribution kept, Attribution gone) {
    Span source = kept.source().get(0);
    return gone.content().stream()
            .allMatch(g -> source.contains(g) || kept.content().stream().anyMatch(g::contains))
        && gone.content().stream().anyMatch(source::contains);
  }
}
