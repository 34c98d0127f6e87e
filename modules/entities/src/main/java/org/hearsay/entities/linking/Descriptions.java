package org.hearsay.entities.linking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.hearsay.entities.Description;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.catalogue.KnownDescription;
import org.hearsay.entities.offices.OfficeWords;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** Finds what an article describes without its name: "a UN resolution that ended the war". */
final class Descriptions {
  private static final double CONFIDENCE = 0.6;

  /** How many words a description may have before its head. */
  private static final int HEAD_WITHIN = 24;

  private static final int DRAFT_BEFORE = 60;
  private static final int DRAFT_AFTER = 40;

  private final Reading reading;
  private final String text;
  private final @Nullable LocalDate date;
  private final LinkingWords.Beside drafts;
  private final OfficeWords offices;

  private record Candidate(Entity entity, Span span) {}

  /**
   * The descriptions of one article.
   *
   * @param date the day on which it was written, or null where that is not known
   */
  Descriptions(
      Reading reading, @Nullable LocalDate date, LinkingWords.Beside drafts, OfficeWords offices) {
    this.reading = reading;
    this.text = reading.text();
    this.date = date;
    this.drafts = drafts;
    this.offices = offices;
  }

  void find(List<KnownDescription> known) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    Map<String, BitSet> starts = new HashMap<>();
    List<Candidate> undated = new ArrayList<>();
    for (KnownDescription each : known) {
      Description description = each.description();
      boolean dated = description.isDated();
      boolean other = dated && date != null && !description.isOn(date);
      if (other || !description.mayBeIn(lowerCase)) {
        continue;
      }
      Matcher matcher = each.pattern().matcher(text);
      @Nullable String head = description.head();
      List<Span> found =
          head == null
              ? anywhere(matcher)
              : at(starts.computeIfAbsent(head, this::before), matcher);
      for (Span span : found) {
        if (dated && date == null) {
          undated.add(new Candidate(each.entity(), span));
        } else {
          add(each.entity(), span);
        }
      }
    }
    undated(undated);
  }

  /**
   * What words mean at some times only, in a text of no known date: the only one of those that they
   * could mean which the text names.
   */
  private void undated(List<Candidate> candidates) {
    Set<String> named = new HashSet<>();
    for (EntityMention mention : reading.mentions()) {
      if (mention.entityId() != null) {
        named.add(mention.entityId());
      }
    }
    SpanIndex places = SpanIndex.of(candidates, Candidate::span);
    for (Candidate each : candidates) {
      boolean another =
          places.overlapping(each.span(), candidates).stream()
              .anyMatch(
                  c ->
                      !c.entity().id().equals(each.entity().id())
                          && named.contains(c.entity().id()));
      if (named.contains(each.entity().id()) && !another) {
        add(each.entity(), each.span());
      }
    }
  }

  private static List<Span> anywhere(Matcher matcher) {
    List<Span> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(new Span(matcher.start(), matcher.end()));
    }
    return found;
  }

  /** The words with which what has a head may begin: a search at every letter takes too long. */
  private BitSet before(String head) {
    BitSet starts = new BitSet();
    List<FoldedWord> first = FoldedWords.of(head);
    List<FoldedWord> words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      if (first.isEmpty() || words.get(i).folded().startsWith(first.get(0).folded())) {
        starts.set(Math.max(0, i - HEAD_WITHIN), i + 1);
      }
    }
    return starts;
  }

  private List<Span> at(BitSet starts, Matcher matcher) {
    List<Span> found = new ArrayList<>();
    matcher.useTransparentBounds(true);
    int end = 0;
    for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
      int from = reading.words().get(i).span().start();
      if (from >= end && matcher.region(from, text.length()).lookingAt()) {
        end = matcher.end();
        found.add(new Span(from, end));
      }
    }
    return found;
  }

  private void add(Entity entity, Span span) {
    boolean known = reading.mentions(span).stream().anyMatch(m -> entity.id().equals(m.entityId()));
    boolean other =
        switch (entity.type()) {
          case LEGAL_INSTRUMENT -> isDraft(span);
          case PERSON ->
              offices.ofSomeone(text, span)
                  || Reading.besideName(span, reading.mentions(Reading.around(span)));
          default -> false;
        };
    if (!known && !other && span.length() > 0) {
      reading.addLoose(reading.mention(span, entity, CONFIDENCE));
    }
  }

  /** Whether what is described was only proposed: "vetoed a UN resolution demanding …". */
  private boolean isDraft(Span span) {
    return drafts.is(
        reading.before(span.start(), DRAFT_BEFORE), reading.after(span.end(), DRAFT_AFTER));
  }
}
