package org.hearsay.store.index;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for texts, from 0 up in the order in which they come, so that occurrences can be counted
 * in an array. One thread adds; others read what was added before the documents that they see.
 */
final class Codes {
  private static final int FIRST_SIZE = 64;

  private final Map<String, Integer> codes = new ConcurrentHashMap<>();
  private volatile String[] texts = new String[FIRST_SIZE];
  private volatile @Nullable String[] names = new @Nullable String[FIRST_SIZE];

  /**
   * The number of a text.
   *
   * @param name what people call it; the last one that is given counts
   */
  int code(String text, @Nullable String name) {
    Integer known = codes.get(text);
    int code = known == null ? next(text) : known;
    if (name != null && !name.equals(names[code])) {
      names[code] = name;
    }
    return code;
  }

  private int next(String text) {
    int code = codes.size();
    if (code == texts.length) {
      texts = Arrays.copyOf(texts, code * 2);
      names = Arrays.copyOf(names, code * 2);
    }
    texts[code] = text;
    codes.put(text, code);
    return code;
  }

  /** The number of a text; below 0 where it has none. */
  int find(String text) {
    return codes.getOrDefault(text, -1);
  }

  /** How many there are. */
  int size() {
    return codes.size();
  }

  /** The text of a number. */
  String text(int code) {
    return texts[code];
  }

  /** What people call it; null where nobody said. */
  @Nullable String name(int code) {
    return names[code];
  }
}
