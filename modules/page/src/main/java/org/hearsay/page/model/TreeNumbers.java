package org.hearsay.page.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.jsoup.nodes.Element;

/**
 * What a block's ancestors say of it: their names, and how much prose they hold. Not for threads.
 */
final class TreeNumbers {
  private static final int KINDS = Hints.KINDS;

  private final PageSums page;
  private final Map<Element, Integer> kinds = new HashMap<>();
  private final Hints hints = new Hints();

  TreeNumbers(PageSums page) {
    this.page = page;
  }

  /** Writes the numbers of a block from there on, and returns where they end. */
  int write(float[] row, int from, Block block) {
    PageSums.Sum all = page.all;
    int k = from;
    int[] near = new int[KINDS];
    Arrays.fill(near, BlockFeatures.LEVELS + 2);
    int level = 0;
    int own = 0;
    Element body = null;
    for (Element e = block.element();
        e != null && level < BlockFeatures.LEVELS;
        e = e.parent(), level++) {
      Integer mask = kinds.get(e);
      if (mask == null) {
        mask = hints.of(e);
        kinds.put(e, mask);
      }
      own = level == 0 ? mask : own;
      for (int kind = 0; kind < KINDS; kind++) {
        if ((mask & (1 << kind)) != 0 && near[kind] > level) {
          near[kind] = level;
          body = kind == Hints.BODY && body == null ? e : body;
        }
      }
    }
    for (int kind = 0; kind < KINDS; kind++) {
      row[k++] = near[kind];
    }
    Element e = block.element();
    for (int i = 0; i < 4; i++) {
      PageSums.Sum sum = e == null ? all : page.sums.getOrDefault(e, all);
      row[k++] = BlockFeatures.log(sum.blocks);
      row[k++] = (float) sum.linked / Math.max(1, sum.chars);
      row[k++] = (float) sum.prose / Math.max(1, all.prose);
      row[k++] = (float) sum.prose / Math.max(1, sum.chars);
      e = e == null ? null : e.parent();
    }
    PageSums.Sum held = body == null ? null : page.sums.get(body);
    row[k++] = held == null ? -1 : (float) held.prose / Math.max(1, all.prose);
    row[k++] = Integer.bitCount(own);
    return k;
  }
}
