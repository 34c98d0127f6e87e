package org.hearsay.page.model;

import java.util.HashSet;
import java.util.Set;
import org.hearsay.page.lexicon.LineKinds;

/**
 * The rhythm of threads: lines that say who and when, alike in their markup, with texts between
 * them. Not for threads of the machine.
 */
final class Rhythm {
  private final PageSums page;
  private final LineKinds words;
  private final int[] covering;
  private final float[] share;
  private final float[] between;

  Rhythm(PageSums page, LineKinds words) {
    int n = page.blocks.size();
    this.page = page;
    this.words = words;
    this.covering = new int[n];
    this.share = new float[n];
    this.between = new float[n];
    Set<PageSums.Alike> seen = new HashSet<>();
    for (PageSums.Alike group : page.alike) {
      if (seen.add(group) && group.blocks >= 2 && group.sayers * 10 >= group.blocks * 6) {
        cover(group);
      }
    }
  }

  /** Notes the lines that say who wrote, for the blocks among and next to them. */
  private void cover(PageSums.Alike group) {
    int n = covering.length;
    int texts = 0;
    for (int i = group.first; i <= group.last; i++) {
      texts += page.count[i] >= 6 && !page.sayer[i] ? 1 : 0;
    }
    for (int i = Math.max(0, group.first - 3); i < Math.min(n, group.last + 4); i++) {
      if (group.sayers > covering[i]) {
        covering[i] = group.sayers;
        share[i] = (float) group.sayers / group.blocks;
        between[i] = (float) texts / group.sayers;
      }
    }
  }

  /** Writes the numbers of all blocks, each from there on in its row. */
  void write(float[][] rows, int at) {
    int heading = -1;
    int since = -1;
    int proseBefore = 0;
    int proseAtHeading = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i][BlockFeatures.STARTS_COMMENTS] > 0) {
        heading = i;
        proseAtHeading = proseBefore;
      }
      proseBefore += page.prose(i);
      PageSums.Alike group = page.alike.get(i);
      boolean sayer = page.sayer[i];
      int k = at;
      rows[i][k++] = sayer ? 1 : 0;
      rows[i][k++] = sayer && words.isSayer(page.blocks.get(i).text()) ? 1 : 0;
      rows[i][k++] = BlockFeatures.log(covering[i]);
      rows[i][k++] = share[i];
      rows[i][k++] = between[i];
      rows[i][k++] = since < 0 ? 30 : Math.min(20, i - since);
      rows[i][k++] = heading < 0 ? -1 : Math.min(200, i - heading);
      rows[i][k++] = heading < 0 ? -1 : BlockFeatures.log(proseAtHeading);
      rows[i][k++] = (float) group.sayers / group.blocks;
      since = sayer ? i : since;
    }
    writeAhead(rows, at + 9);
  }

  /** How far the next such line is, and how many are near. */
  private void writeAhead(float[][] rows, int at) {
    int n = rows.length;
    int since = -1;
    for (int i = n - 1; i >= 0; i--) {
      int near = 0;
      for (int j = Math.max(0, i - 10); j <= Math.min(n - 1, i + 10); j++) {
        near += page.sayer[j] ? 1 : 0;
      }
      rows[i][at] = since < 0 ? 30 : Math.min(20, since - i);
      rows[i][at + 1] = near;
      since = page.sayer[i] ? i : since;
    }
  }
}
