package org.hearsay.claims.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.hearsay.encoder.CueRequest;
import org.hearsay.encoder.RoleTags;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * From word probabilities to spans. The numbers were tuned on held-out articles: see RATIONALE.md.
 */
public final class Decoder {
  private static final float LEAST_CUE = .4f;

  /** Read apart from its sentence, an inner cue looks less like one. */
  private static final float INNER_CUE = .25f;

  private static final float DOUBTED_CUE = .1f;
  private static final double SWITCH = 3;

  /** What a word's log-odds of being content gain: the model says "neither" too easily. */
  private static final double CONTENT_GAIN = .5;

  private static final double DISTANCE = .02;
  private static final double LEAST_PROBABILITY = 1e-6;
  private static final String LEADING = ",;:.-–—()";
  private static final String TRAILING = ",;:";

  private Decoder() {}

  /** A half-open range of words. */
  private record Run(int first, int end) {}

  /** The cues of a paragraph, in order. */
  public static List<CueRequest> cues(TaggedParagraph paragraph) {
    return cues(paragraph, LEAST_CUE);
  }

  /** The cues of a content that is read as a text of its own, in order. */
  public static List<CueRequest> innerCues(TaggedParagraph paragraph) {
    return cues(paragraph, INNER_CUE);
  }

  /** The cues of a paragraph and those that the model doubts, in order. */
  public static List<CueRequest> doubtedCues(TaggedParagraph paragraph) {
    return cues(paragraph, DOUBTED_CUE);
  }

  /** The cue that consists of the words in a span; null where there are none. */
  public static @Nullable CueRequest cue(TaggedParagraph paragraph, Span span) {
    int first = 0;
    while (first < paragraph.size() && paragraph.span(first).end() <= span.start()) {
      first++;
    }
    int end = first;
    while (end < paragraph.size() && paragraph.span(end).start() < span.end()) {
      end++;
    }
    return first < end ? new CueRequest(paragraph, first, end) : null;
  }

  private static List<CueRequest> cues(TaggedParagraph paragraph, float least) {
    List<CueRequest> cues = new ArrayList<>();
    int at = 0;
    while (at < paragraph.size()) {
      int first = at++;
      float begins = paragraph.begins(first);
      if (begins >= least && begins >= paragraph.continues(first)) {
        while (at < paragraph.size()
            && paragraph.continues(at) > paragraph.outside(at)
            && paragraph.continues(at) > paragraph.begins(at)) {
          at++;
        }
        int last = cues.size() - 1;
        if (last >= 0 && cues.get(last).end() == first) {
          // "still doesn't expect", "had assured": a cue that was begun twice is one cue.
          cues.set(last, new CueRequest(paragraph, cues.get(last).first(), at));
        } else {
          cues.add(new CueRequest(paragraph, first, at));
        }
      }
    }
    return cues;
  }

  /** A cue's attribution; its content is empty where the model finds none. */
  public static Attribution attribution(String text, RoleTags roles) {
    CueRequest request = roles.request();
    TaggedParagraph words = request.paragraph();
    List<Span> content = new ArrayList<>();
    double sum = 0;
    int count = 0;
    for (Run run : contents(roles)) {
      int first = run.first();
      int end = run.end();
      while (first < end && LEADING.contains(words.span(first).of(text))) {
        first++;
      }
      while (first < end && TRAILING.contains(words.span(end - 1).of(text))) {
        end--;
      }
      if (first < end) {
        content.add(span(words, first, end));
        for (int i = first; i < end; i++) {
          sum += roles.content(i);
          count++;
        }
      }
    }
    Run source = source(text, roles);
    return new Attribution(
        span(words, request.first(), request.end()),
        source == null ? List.of() : List.of(span(words, source.first(), source.end())),
        content,
        words.begins(request.first()) * sum / Math.max(1, count),
        source == null ? 1 : mean(source, roles));
  }

  /** Where a cue stands in its text. */
  public static Span span(CueRequest cue) {
    return span(cue.paragraph(), cue.first(), cue.end());
  }

  private static Span span(TaggedParagraph words, int first, int end) {
    return new Span(words.span(first).start(), words.span(end - 1).end());
  }

  /**
   * The most likely runs of content when each change of state has its price: single words that the
   * model doubts neither break a content nor make one.
   */
  private static List<Run> contents(RoleTags roles) {
    int n = roles.end() - roles.first();
    boolean[] outFromIn = new boolean[n];
    boolean[] inFromIn = new boolean[n];
    double out = 0;
    double in = logOdds(roles.content(roles.first())) - SWITCH;
    for (int i = 1; i < n; i++) {
      outFromIn[i] = in > out;
      inFromIn[i] = in >= out - SWITCH;
      double nextOut = Math.max(out, in);
      in = Math.max(in, out - SWITCH) + logOdds(roles.content(roles.first() + i));
      out = nextOut;
    }
    boolean[] inside = new boolean[n];
    boolean state = in > out;
    for (int i = n - 1; i >= 0; i--) {
      inside[i] = state;
      state = state ? inFromIn[i] : outFromIn[i];
    }
    return runs(roles, i -> inside[i - roles.first()]);
  }

  private static double logOdds(float p) {
    return CONTENT_GAIN
        + Math.log(Math.max(p, LEAST_PROBABILITY))
        - Math.log(Math.max(1 - p, LEAST_PROBABILITY));
  }

  /** The likeliest run of source words, nearer ones first. */
  private static @Nullable Run source(String text, RoleTags roles) {
    Run best = null;
    double most = 0;
    for (Run run :
        runs(
            roles,
            i -> roles.source(i) >= roles.outside(i) && roles.source(i) >= roles.content(i))) {
      String words = span(roles.request().paragraph(), run.first(), run.end()).of(text);
      if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      int distance =
          Math.min(
              Math.abs(run.first() - roles.request().end()),
              Math.abs(run.end() - roles.request().first()));
      double value = mean(run, roles) - DISTANCE * distance;
      if (best == null || value > most) {
        best = run;
        most = value;
      }
    }
    return best;
  }

  private static double mean(Run run, RoleTags roles) {
    double sum = 0;
    for (int i = run.first(); i < run.end(); i++) {
      sum += roles.source(i);
    }
    return sum / (run.end() - run.first());
  }

  private static List<Run> runs(RoleTags roles, IntPredicate holds) {
    List<Run> runs = new ArrayList<>();
    int at = roles.first();
    while (at < roles.end()) {
      int first = at;
      while (at < roles.end() && holds.test(at)) {
        at++;
      }
      if (at > first) {
        runs.add(new Run(first, at));
      } else {
        at++;
      }
    }
    return runs;
  }
}
