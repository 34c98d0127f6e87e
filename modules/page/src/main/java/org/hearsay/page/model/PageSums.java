package org.hearsay.page.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearsay.page.block.Block;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Element;

/**
 * What the numbers of one page's blocks are made of: each block's words, the sums over the blocks
 * under one element, and over those whose markup is alike. Not for threads.
 */
final class PageSums {
  /** How many names of the way to a block make markup alike. */
  private static final int PATH = 4;

  private static final Set<String> COUNTING = PageLexicon.markupNames("counting");

  final List<Block> blocks;

  /** How many words each block has. */
  final int[] count;

  /** Whether each block says who wrote what stands next to it, and when. */
  final boolean[] sayer;

  final Sum all = new Sum();
  final Map<Element, Sum> sums = new HashMap<>();

  /** By block: those whose path has the same names. */
  final List<Alike> alike;

  /** Sums over the blocks under one element. */
  static final class Sum {
    int blocks;
    int chars;
    int linked;
    int prose;

    void add(Block block, int ofProse) {
      blocks++;
      chars += block.text().length();
      linked += Math.min(block.linked(), block.text().length());
      prose += ofProse;
    }
  }

  /** Sums over the blocks whose path has the same names. */
  static final class Alike {
    int blocks;
    double words;
    double squares;
    int first = -1;
    int last;
    int sayers;

    void add(int block, int count, boolean sayer) {
      blocks++;
      words += count;
      squares += (double) count * count;
      first = first < 0 ? block : first;
      last = block;
      sayers += sayer ? 1 : 0;
    }
  }

  PageSums(List<Block> blocks, LineKinds words) {
    int n = blocks.size();
    this.blocks = blocks;
    this.count = new int[n];
    this.sayer = new boolean[n];
    this.alike = new ArrayList<>(n);
    Map<String, Alike> groups = new HashMap<>();
    Map<String, String> classes = new HashMap<>();
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      count[i] = TextShape.count(block.text());
      sayer[i] = isSayer(block.text(), words);
      Alike group = groups.computeIfAbsent(addToSums(i, classes), k -> new Alike());
      group.add(i, count[i], sayer[i]);
      alike.add(group);
    }
  }

  /** Adds the block to the sums of its ancestors, and returns the names on the way to it. */
  private String addToSums(int i, Map<String, String> classes) {
    Block block = blocks.get(i);
    int prose = prose(i);
    all.add(block, prose);
    StringBuilder path = new StringBuilder();
    int level = 0;
    for (Element e = block.element();
        e != null && level < BlockFeatures.LEVELS;
        e = e.parent(), level++) {
      sums.computeIfAbsent(e, k -> new Sum()).add(block, prose);
      if (level < PATH) {
        path.append(e.normalName()).append('.').append(kind(e.className(), classes)).append('/');
      }
    }
    return path.toString();
  }

  /** How many characters of prose the block is. */
  int prose(int i) {
    Block block = blocks.get(i);
    return block.linkDensity() < 0.35 && count[i] >= 12 ? block.text().length() : 0;
  }

  private static boolean isSayer(String text, LineKinds words) {
    return text.length() < 120 && (BlockFeatures.TIME.matcher(text).find() || words.isSayer(text));
  }

  /** A class without what tells one item of a list from the next. */
  private static String kind(String className, Map<String, String> known) {
    return className.isEmpty()
        ? className
        : known.computeIfAbsent(
            className,
            all -> {
              StringBuilder out = new StringBuilder();
              for (String name : all.split("\\s+", 20)) {
                boolean counts =
                    name.chars().anyMatch(Character::isDigit)
                        || COUNTING.contains(name.toLowerCase(Locale.ROOT));
                if (!counts && name.length() < 60) {
                  out.append(name).append(' ');
                }
              }
              return out.toString();
            });
  }
}
