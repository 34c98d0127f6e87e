package org.hearsay.claims.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.Quotations.Quotation;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What quotation marks say about contents, where they say it for certain: a quotation belongs to
 * one speaker whole, goes on after "…," she said., and in the next paragraph, follows a colon, and
 * may be signed with a dash. The model reads paragraph by paragraph and word by word, and misses
 * some of that.
 */
public final class QuotedSpeech {
  /** A quotation of fewer words may be a name, a term or a scare quote. */
  private static final int SENTENCE_WORDS = 4;

  /** How much of a quotation a content must hold to hold all of it. */
  private static final double MOST = .5;

  /** How likely the model must find what attributes a few words in marks. */
  private static final double LEAST_FOR_FEW = .15;

  private static final double BY_RULE = .8;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*");
  private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?…][\"”’»)'\\]]*\\s*$");
  private static final Pattern SPOKEN_END = Pattern.compile("[.!?…,—–-]");

  private final Pattern signature;
  private final String text;
  private final List<Span> paragraphs;
  private final Quotations quotations;

  /**
   * The speech of a text.
   *
   * @param signature a name behind a dash: the dash is group 1, the name group 2
   */
  public QuotedSpeech(
      Pattern signature, String text, List<Span> paragraphs, Quotations quotations) {
    this.signature = signature;
    this.text = text;
    this.paragraphs = paragraphs;
    this.quotations = quotations;
  }

  /** The quotations, of any length, in a paragraph of which no content holds most. */
  public List<Span> open(Span paragraph, List<Attribution> found) {
    List<Span> open = new ArrayList<>();
    for (Quotation quotation : quotations.all()) {
      if (paragraph.contains(quotation.span()) && !held(quotation.span(), found, MOST)) {
        open.add(quotation.span());
      }
    }
    return open;
  }

  /** Whether an attribution that the model doubts explains an open quotation. */
  public boolean explains(Attribution doubted, List<Span> open) {
    for (Span quotation : open) {
      boolean inside = doubted.cue().overlaps(quotation);
      boolean sure = doubted.confidence() >= LEAST_FOR_FEW || words(quotation) >= SENTENCE_WORDS;
      if (!inside && sure && share(quotation, doubted.content()) >= MOST && !isTitle(quotation)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Completes contents by their quotations.
   *
   * @param found attributions in the order of their cues; those without content may introduce a
   *     quotation in the next paragraph
   * @return attributions with content
   */
  public List<Attribution> complete(List<Attribution> found) {
    List<Attribution> complete = new ArrayList<>();
    for (Attribution attribution : found) {
      complete.add(whole(attribution));
    }
    signed(complete);
    complete.sort(Comparator.comparing(Attribution::cue));
    for (int p = 0; p < paragraphs.size(); p++) {
      if (p > 0) {
        introduced(p, complete);
      }
      resumed(paragraphs.get(p), complete);
      if (p > 0) {
        continued(p, complete);
      }
    }
    for (int p = paragraphs.size() - 2; p >= 0; p--) {
      leading(p, complete);
    }
    complete.removeIf(a -> a.content().isEmpty());
    return complete;
  }

  /** A quotation of which a content holds the most is in it whole. */
  private Attribution whole(Attribution attribution) {
    Attribution whole = attribution;
    for (Quotation quotation : quotations.all()) {
      Span span = quotation.span();
      boolean apart =
          !span.overlaps(attribution.cue())
              && attribution.source().stream().noneMatch(span::overlaps);
      double share = share(span, whole.content());
      if (apart && share >= MOST && share < 1 && words(span) >= SENTENCE_WORDS) {
        whole = whole.with(joined(whole.content(), span));
      }
    }
    return whole;
  }

  /** "“…” — Name": the signature says who. */
  private void signed(List<Attribution> complete) {
    for (int p = 0; p < paragraphs.size(); p++) {
      Span paragraph = paragraphs.get(p);
      for (Quotation quotation : quotations.all()) {
        Span span = quotation.span();
        if (!paragraph.contains(span) || !quotation.closed() || words(span) < SENTENCE_WORDS) {
          continue;
        }
        Matcher beside = signature.matcher(text).region(span.end(), paragraph.end());
        boolean alone = text.substring(paragraph.start(), span.start()).isBlank();
        if (alone && beside.lookingAt()) {
          add(beside, span, complete);
        } else if (alone
            && text.substring(span.end(), paragraph.end()).isBlank()
            && p + 1 < paragraphs.size()) {
          Span next = paragraphs.get(p + 1);
          Matcher below = signature.matcher(text).region(next.start(), next.end());
          if (below.lookingAt()) {
            add(below, span, complete);
          }
        }
      }
    }
  }

  private static void add(Matcher signature, Span content, List<Attribution> complete) {
    Span source = new Span(signature.start(2), signature.end(2));
    complete.removeIf(
        a ->
            a.cue().overlaps(source)
                || a.cue().overlaps(content)
                || a.content().stream().anyMatch(content::overlaps));
    complete.add(
        new Attribution(
            new Span(signature.start(1), signature.end(1)),
            List.of(source),
            List.of(content),
            BY_RULE));
  }

  /** "The mayor went on:" introduces the next paragraph's quotation. */
  private void introduced(int p, List<Attribution> complete) {
    Span before = paragraphs.get(p - 1);
    int end = before.end();
    while (end > before.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end == before.start() || text.charAt(end - 1) != ':') {
      return;
    }
    Span quotation = first(paragraphs.get(p));
    if (quotation == null || held(quotation, complete, MOST)) {
      return;
    }
    int last = -1;
    for (int i = 0; i < complete.size(); i++) {
      Attribution attribution = complete.get(i);
      if (before.contains(attribution.cue()) && !attribution.source().isEmpty()) {
        last = i;
      }
    }
    if (last >= 0) {
      Attribution leads = complete.get(last);
      boolean near = text.substring(leads.cue().end(), end).chars().noneMatch(c -> c == '.');
      if (near) {
        complete.set(
            last,
            leads.content().isEmpty()
                ? leads.with(List.of(quotation))
                : leads.with(joined(leads.content(), quotation)));
      }
    }
  }

  /** "“…,” she said. “…”": what follows as a sentence of its own is hers, too. */
  private void resumed(Span paragraph, List<Attribution> complete) {
    for (Quotation quotation : quotations.all()) {
      Span span = quotation.span();
      if (!paragraph.contains(span)
          || words(span) < SENTENCE_WORDS
          || held(span, complete, .1)
          || !isSentence(span, paragraph)) {
        continue;
      }
      int speaks = -1;
      for (int i = 0; i < complete.size(); i++) {
        Attribution attribution = complete.get(i);
        if (paragraph.contains(attribution.cue())
            && attribution.cue().start() < span.start()
            && speaks(attribution)) {
          speaks = i;
        }
      }
      if (speaks >= 0) {
        Attribution speaker = complete.get(speaks);
        complete.set(speaks, speaker.with(joined(speaker.content(), span)));
      }
    }
  }

  /** A paragraph that is a quotation and nothing else goes on with the one before it. */
  private void continued(int p, List<Attribution> complete) {
    Span paragraph = paragraphs.get(p);
    Span span = first(paragraph);
    if (span == null
        || words(span) < SENTENCE_WORDS
        || held(span, complete, .1)
        || WORD.matcher(text.substring(span.end(), paragraph.end())).find()) {
      return;
    }
    Span before = paragraphs.get(p - 1);
    int speaks = -1;
    for (int i = 0; i < complete.size(); i++) {
      Attribution attribution = complete.get(i);
      boolean near = attribution.content().stream().anyMatch(before::contains);
      if (near && speaks(attribution)) {
        speaks = i;
      }
    }
    if (speaks >= 0) {
      Attribution speaker = complete.get(speaks);
      complete.set(speaks, speaker.with(joined(speaker.content(), span)));
    }
  }

  /**
   * A paragraph's quotation that is not closed and opens again in the next one belongs to whoever
   * is named there.
   */
  private void leading(int p, List<Attribution> complete) {
    @Nullable Span span = first(paragraphs.get(p));
    @Nullable Span next = first(paragraphs.get(p + 1));
    if (span == null
        || next == null
        || words(span) < SENTENCE_WORDS
        || held(span, complete, .1)
        || quotations.all().stream().anyMatch(q -> q.closed() && q.span().equals(span))) {
      return;
    }
    for (int i = 0; i < complete.size(); i++) {
      Attribution speaker = complete.get(i);
      if (!speaker.source().isEmpty() && share(next, speaker.content()) >= MOST) {
        complete.set(i, speaker.with(joined(speaker.content(), span)));
        return;
      }
    }
  }

  /** Whether an attribution's content is a quotation of a sentence or more, said by someone. */
  private boolean speaks(Attribution attribution) {
    if (attribution.source().isEmpty()) {
      return false;
    }
    for (Quotation quotation : quotations.all()) {
      if (words(quotation.span()) >= SENTENCE_WORDS
          && share(quotation.span(), attribution.content()) >= MOST) {
        return true;
      }
    }
    return false;
  }

  /** The quotation that a paragraph begins with. */
  private @Nullable Span first(Span paragraph) {
    for (Quotation quotation : quotations.all()) {
      if (paragraph.contains(quotation.span())
          && text.substring(paragraph.start(), quotation.span().start()).isBlank()) {
        return quotation.span();
      }
    }
    return null;
  }

  private boolean isSentence(Span span, Span paragraph) {
    String before = text.substring(paragraph.start(), span.start());
    String after = text.substring(span.end(), paragraph.end());
    boolean ends =
        SENTENCE_ENDS.matcher(span.of(text)).find()
            || after.isBlank()
            || SPOKEN_END.matcher(text.substring(span.end() - 1, span.end())).find();
    return ends && (before.isBlank() || SENTENCE_ENDS.matcher(before).find());
  }

  /** "“The Morning Show”": every word that matters begins with a capital. */
  private boolean isTitle(Span span) {
    Matcher word = WORD.matcher(text).region(span.start(), span.end());
    int capitals = 0;
    int others = 0;
    while (word.find()) {
      if (Character.isUpperCase(text.charAt(word.start()))) {
        capitals++;
      } else if (word.end() - word.start() > 3) {
        others++;
      }
    }
    return capitals > 0 && others == 0;
  }

  private int words(Span span) {
    return (int) WORD.matcher(text).region(span.start(), span.end()).results().count();
  }

  private static boolean held(Span quotation, List<Attribution> found, double least) {
    return found.stream().anyMatch(a -> share(quotation, a.content()) >= least);
  }

  /** How much of a span some spans hold, 0..1. */
  private static double share(Span span, List<Span> spans) {
    int shared = 0;
    for (Span other : spans) {
      shared +=
          Math.max(0, Math.min(span.end(), other.end()) - Math.max(span.start(), other.start()));
    }
    return span.length() == 0 ? 0 : (double) shared / span.length();
  }

  /** Spans with one more, in order; those that it overlaps become one with it. */
  private static List<Span> joined(List<Span> spans, Span more) {
    List<Span> joined = new ArrayList<>();
    Span all = more;
    for (Span span : spans) {
      if (span.overlaps(all)) {
        all = new Span(Math.min(all.start(), span.start()), Math.max(all.end(), span.end()));
      } else {
        joined.add(span);
      }
    }
    joined.add(all);
    joined.sort(null);
    return joined;
  }
}
