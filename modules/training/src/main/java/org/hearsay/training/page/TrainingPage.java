package org.hearsay.training.page;

import java.util.List;
import org.hearsay.page.block.Block;

/** One page to learn from; answers by question (body, comment) and block. */
final class TrainingPage {
  final String id;
  byte[] bytes;
  final int fold;
  List<Block> blocks;
  final byte[][] answers;
  final float[] weights;
  float[][] rows;
  final float[][] said = new float[2][];

  TrainingPage(String id, byte[] bytes, int fold, List<Block> blocks, float[][] rows) {
    this.id = id;
    this.bytes = bytes;
    this.fold = fold;
    this.blocks = blocks;
    this.rows = rows;
    this.answers = new byte[2][rows.length];
    this.weights = new float[rows.length];
  }
}
