package org.hearsay.page.model;

/** What a model says of each block of a page. Immutable. */
public final class BlockScores {
  private final float[] body;
  private final float[] comment;

  /**
   * Scores by block.
   *
   * @param body how likely each is the article's, 0..1
   * @param comment how likely each is a reader's, 0..1
   */
  public BlockScores(float[] body, float[] comment) {
    this.body = body.clone();
    this.comment = comment.clone();
  }

  /** How likely the block is the article's, 0..1. */
  public float body(int block) {
    return body[block];
  }

  /** How likely the block is a reader's, 0..1. */
  public float comment(int block) {
    return comment[block];
  }

  /** The same, but that the blocks of a range are a reader's at least so likely. */
  public BlockScores readersAtLeast(int first, int last, float least) {
    float[] raised = comment.clone();
    for (int i = first; i <= last; i++) {
      raised[i] = Math.max(raised[i], least);
    }
    return new BlockScores(body, raised);
  }
}
