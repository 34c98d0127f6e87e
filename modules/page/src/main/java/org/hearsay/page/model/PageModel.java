package org.hearsay.page.model;

import java.util.List;
import org.hearsay.page.block.Block;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.text.CopiedLines;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page's blocks apart: the article's, the readers', and the rest. Boosted trees look twice,
 * the second time knowing what the first look said of the blocks around (stacked sequential
 * learning, Cohen and Carvalho 2005).
 */
public final class PageModel {
  private final BlockFeatures features;
  private final List<Trees> first;
  private final List<Trees> second;

  /** The model that is shipped. */
  public PageModel(LineKinds words) {
    this(words, Trees.read("blocks.model.gz"));
  }

  /** The model that is shipped for the lines of copied pages: see {@link CopiedLines}. */
  public static PageModel ofLines(LineKinds words) {
    return new PageModel(words, Trees.read("lines.model.gz"));
  }

  /**
   * A model of one's own.
   *
   * @param trees four models: body and comment of the first look, body and comment of the second
   */
  public PageModel(LineKinds words, List<Trees> trees) {
    if (trees.size() != 4) {
      throw new IllegalArgumentException("four models are needed, not " + trees.size());
    }
    this.features = new BlockFeatures(words);
    this.first = trees.subList(0, 2);
    this.second = trees.subList(2, 4);
  }

  /**
   * What it says of a page's blocks; the title is the one of the page's head, where there is one.
   */
  public BlockScores of(List<Block> blocks, @Nullable String title) {
    float[][] rows = features.of(blocks, title);
    float[][] looks = {ask(first.get(0), rows), ask(first.get(1), rows)};
    float[][] again = BlockContext.of(blocks, rows, looks);
    return new BlockScores(ask(second.get(0), again), ask(second.get(1), again));
  }

  private static float[] ask(Trees trees, float[][] rows) {
    float[] out = new float[rows.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = trees.probability(rows[i]);
    }
    return out;
  }
}
