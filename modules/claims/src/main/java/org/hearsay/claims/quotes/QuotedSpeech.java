package org.hearsay.claims.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.Quotations.Quotation;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Sorted;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
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
  private static final String SPACES = " \t\n\u000B\f\r\u0085\u2028\u2029";
  private static final String STOPS = ".!?…";
  private static final String CLOSERS = "\"”’»)']";
  private static final Pattern SPOKEN_END = Pattern.compile("[.!?…,—–-]");

  private final Pattern signature;
  private final String text;
  private final List<Span> paragraphs;
  private final Quotations quotations;

  /** How many words spans have that were asked for. */
  private final Map<Span, Integer> counted = new HashMap<>();

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
  public List<Span> open(Span paragraph, Contents found) {
    List<Span> open = new ArrayList<>();
    for (Quotation quotation : quotations.in(paragraph)) {
      if (!found.hold(quotation.span(), MOST)) {
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
      if (!inside
          && sure
          && Contents.share(quotation, doubted.content()) >= MOST
          && !isTitle(quotation)) {
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
    complete = signed(complete);
    complete.sort(Comparator.comparing(Attribution::cue));
    Contents contents = new Contents(complete);
    SpanIndex cues = SpanIndex.of(complete, Attribution::cue);
    for (int p = 0; p < paragraphs.size(); p++) {
      if (p > 0) {
        introduced(p, contents, cues);
      }
      resumed(paragraphs.get(p), contents, cues);
      if (p > 0) {
        continued(p, contents);
      }
    }
    for (int p = paragraphs.size() - 2; p >= 0; p--) {
      leading(p, contents);
    }
    List<Attribution> out = contents.all();
    out.removeIf(attribution -> attribution.content().isEmpty());
    return out;
  }

  /** A quotation of which a content holds the most is in it whole. */
  private Attribution whole(Attribution attribution) {
    Attribution whole = attribution;
    for (Quotation quotation : quotations.touching(attribution.content())) {
      Span span = quotation.span();
      boolean apart =
          !span.overlaps(attribution.cue())
              && attribution.source().stream().noneMatch(span::overlaps);
      double share = Contents.share(span, whole.content());
      if (apart && share >= MOST && share < 1 && words(span) >= SENTENCE_WORDS) {
        whole = whole.with(Contents.joined(whole.content(), span));
      }
    }
    return whole;
  }

  /** "“…” — Name": the signature says who. */
  private List<Attribution> signed(List<Attribution> complete) {
    Signed signed = new Signed(complete);
    for (int p = 0; p < paragraphs.size(); p++) {
      Span paragraph = paragraphs.get(p);
      for (Quotation quotation : quotations.in(paragraph)) {
        Span span = quotation.span();
        if (!quotation.closed() || words(span) < SENTENCE_WORDS) {
          continue;
        }
        Matcher beside = signature.matcher(text).region(span.end(), paragraph.end());
        boolean alone = isBlank(paragraph.start(), span.start());
        if (alone && beside.lookingAt()) {
          signed.add(beside, span);
        } else if (alone && isBlank(span.end(), paragraph.end()) && p + 1 < paragraphs.size()) {
          Span next = paragraphs.get(p + 1);
          Matcher below = signature.matcher(text).region(next.start(), next.end());
          if (below.lookingAt()) {
            signed.add(below, span);
          }
        }
      }
    }
    return signed.left();
  }

  /** Attributions of which signatures take the place of some. */
  private static final class Signed {
    private final List<Attribution> all;
    private final SpanIndex cues;
    private final SpanIndex contents;
    private final BitSet gone = new BitSet();

    Signed(List<Attribution> all) {
      this.all = all;
      this.cues = SpanIndex.of(all, Attribution::cue);
      this.contents = SpanIndex.ofParts(all, Attribution::content);
    }

    void add(Matcher signature, Span content) {
      Span source = new Span(signature.start(2), signature.end(2));
      Arrays.stream(cues.overlapping(List.of(source, content))).forEach(gone::set);
      Arrays.stream(contents.overlapping(content)).forEach(gone::set);
      Span cue = new Span(signature.start(1), signature.end(1));
      cues.add(all.size(), cue);
      contents.add(all.size(), content);
      all.add(new Attribution(cue, List.of(source), List.of(content), BY_RULE));
    }

    List<Attribution> left() {
      List<Attribution> left = new ArrayList<>();
      for (int i = gone.nextClearBit(0); i < all.size(); i = gone.nextClearBit(i + 1)) {
        left.add(all.get(i));
      }
      return left;
    }
  }

  /** "The mayor went on:" introduces the next paragraph's quotation. */
  private void introduced(int p, Contents complete, SpanIndex cues) {
    Span before = paragraphs.get(p - 1);
    int end = before.end();
    while (end > before.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end == before.start() || text.charAt(end - 1) != ':') {
      return;
    }
    Span quotation = first(paragraphs.get(p));
    if (quotation == null || complete.hold(quotation, MOST)) {
      return;
    }
    int last = -1;
    for (int i : cues.overlapping(before)) {
      Attribution attribution = complete.get(i);
      if (before.contains(attribution.cue()) && !attribution.source().isEmpty()) {
        last = i;
      }
    }
    if (last >= 0) {
      boolean near =
          text.substring(complete.get(last).cue().end(), end).chars().noneMatch(c -> c == '.');
      if (near) {
        complete.join(last, quotation);
      }
    }
  }

  /** "“…,” she said. “…”": what follows as a sentence of its own is hers, too. */
  private void resumed(Span paragraph, Contents complete, SpanIndex cues) {
    List<Quotation> here = quotations.in(paragraph);
    int[] said = here.isEmpty() ? new int[0] : cues.overlapping(paragraph);
    for (Quotation quotation : here) {
      Span span = quotation.span();
      if (words(span) < SENTENCE_WORDS || complete.hold(span, .1) || !isSentence(span, paragraph)) {
        continue;
      }
      // In the order of their cues: the last that speaks before it.
      int from = Sorted.count(said.length, i -> complete.get(said[i]).cue().start() < span.start());
      for (int i = from - 1; i >= 0; i--) {
        Attribution attribution = complete.get(said[i]);
        if (paragraph.contains(attribution.cue()) && speaks(attribution)) {
          complete.join(said[i], span);
          break;
        }
      }
    }
  }

  /** A paragraph that is a quotation and nothing else goes on with the one before it. */
  private void continued(int p, Contents complete) {
    Span paragraph = paragraphs.get(p);
    Span span = first(paragraph);
    if (span == null
        || words(span) < SENTENCE_WORDS
        || complete.hold(span, .1)
        || WORD.matcher(text).region(span.end(), paragraph.end()).find()) {
      return;
    }
    Span before = paragraphs.get(p - 1);
    int[] near = complete.in(before);
    for (int i = near.length - 1; i >= 0; i--) {
      Attribution attribution = complete.get(near[i]);
      if (attribution.content().stream().anyMatch(before::contains) && speaks(attribution)) {
        complete.join(near[i], span);
        return;
      }
    }
  }

  /**
   * A paragraph's quotation that is not closed and opens again in the next one belongs to whoever
   * is named there.
   */
  private void leading(int p, Contents complete) {
    @Nullable Span span = first(paragraphs.get(p));
    @Nullable Span next = first(paragraphs.get(p + 1));
    if (span == null
        || next == null
        || words(span) < SENTENCE_WORDS
        || complete.hold(span, .1)
        || quotations.in(span).stream().anyMatch(q -> q.closed() && q.span().equals(span))) {
      return;
    }
    for (int i : complete.in(next)) {
      Attribution speaker = complete.get(i);
      if (!speaker.source().isEmpty() && Contents.share(next, speaker.content()) >= MOST) {
        complete.join(i, span);
        return;
      }
    }
  }

  /** Whether an attribution's content is a quotation of a sentence or more, said by someone. */
  private boolean speaks(Attribution attribution) {
    if (attribution.source().isEmpty()) {
      return false;
    }
    for (Quotation quotation : quotations.touching(attribution.content())) {
      if (words(quotation.span()) >= SENTENCE_WORDS
          && Contents.share(quotation.span(), attribution.content()) >= MOST) {
        return true;
      }
    }
    return false;
  }

  /** The quotation that a paragraph begins with. */
  private @Nullable Span first(Span paragraph) {
    List<Quotation> here = quotations.in(paragraph);
    return here.isEmpty() || !isBlank(paragraph.start(), here.get(0).span().start())
        ? null
        : here.get(0).span();
  }

  private boolean isBlank(int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at >= end;
  }

  private boolean isSentence(Span span, Span paragraph) {
    boolean ends =
        SENTENCE_ENDS.matcher(span.of(text)).find()
            || isBlank(span.end(), paragraph.end())
            || SPOKEN_END.matcher(text.substring(span.end() - 1, span.end())).find();
    return ends && (isBlank(paragraph.start(), span.start()) || endsSentence(paragraph, span));
  }

  /** Whether a sentence ends where a span begins. Looked at from there, not through all before. */
  private boolean endsSentence(Span paragraph, Span span) {
    int at = span.start();
    while (at > paragraph.start() && SPACES.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    while (at > paragraph.start() && CLOSERS.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at > paragraph.start() && STOPS.indexOf(text.charAt(at - 1)) >= 0;
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
    return counted.computeIfAbsent(
        span, s -> (int) WORD.matcher(text).region(s.start(), s.end()).results().count());
  }
}
