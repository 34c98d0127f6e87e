package org.hearsay.training.tagger;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.training.claims.Example;
import org.hearsay.training.claims.Paragraph;
import org.hearsay.training.network.Architecture;

/**
 * The cues that plain windows gave by mistake while being trained on, as marked windows that say
 * what is right: no source and no content where there is no such cue, the right ones where its
 * bounds are wrong. The marked pass so learns to refuse what the plain pass proposes, on the very
 * mistakes that it makes; they cost no pass of their own to find.
 */
final class Corrections {
  /** How likely a cue's first word must be: well below what decoding asks. */
  private static final double LEAST = .2;

  private final List<Example> pending = new ArrayList<>();

  /**
   * Looks for mistakes in what the network said of a batch.
   *
   * @param examples the batch's examples
   * @param logProbabilities its words' log-probabilities, six a word, examples one after the other
   * @param most how many may wait in all; further ones are not kept
   */
  void collect(List<Example> examples, float[] logProbabilities, long most) {
    int word = 0;
    for (Example example : examples) {
      if (!example.isMarked()) {
        for (Paragraph.Cue cue : cues(logProbabilities, word, example.labels().length)) {
          int shift = example.window().first();
          Example correction =
              example
                  .paragraph()
                  .correction(new Paragraph.Cue(cue.first() + shift, cue.end() + shift));
          if (correction != null && pending.size() < most) {
            pending.add(correction);
          }
        }
      }
      word += example.asked();
    }
  }

  /** Cues in a window of {@code size} words, counted from 0. */
  private static List<Paragraph.Cue> cues(float[] scores, int from, int size) {
    List<Paragraph.Cue> cues = new ArrayList<>();
    int at = 0;
    while (at < size) {
      int first = at++;
      float begins = begins(scores, from + first);
      if (begins >= Math.log(LEAST) && begins >= continues(scores, from + first)) {
        while (at < size
            && continues(scores, from + at) > outside(scores, from + at)
            && continues(scores, from + at) > begins(scores, from + at)) {
          at++;
        }
        cues.add(new Paragraph.Cue(first, at));
      }
    }
    return cues;
  }

  private static float outside(float[] scores, int word) {
    return scores[Architecture.LABELS * word + Paragraph.OUTSIDE];
  }

  private static float begins(float[] scores, int word) {
    return scores[Architecture.LABELS * word + Paragraph.FIRST_OR_SOURCE];
  }

  private static float continues(float[] scores, int word) {
    return scores[Architecture.LABELS * word + Paragraph.LATER_OR_CONTENT];
  }

  /** How many wait to be trained on. */
  int size() {
    return pending.size();
  }

  /** Those that wait, which wait no longer. */
  List<Example> take() {
    List<Example> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }
}
