package org.hearsay.lineage;

import java.util.List;

/**
 * Keys of what belongs to an article, such as its claims: the article's id and the part's own, both
 * in lower-case hexadecimal digits. All of one article's lie together.
 */
public final class OwnedKeys {
  /** Before every digit. */
  private static final String FIRST = "/";

  /** After every digit. */
  private static final String LAST = "g";

  private OwnedKeys() {}

  /** The key of a part. */
  public static String key(String owner, String part) {
    return owner + part;
  }

  /** Everything that belongs to the owner, in no promised order. */
  public static <V> List<V> of(TimedStore<String, V> store, String owner) {
    return store.range(owner + FIRST, owner + LAST);
  }
}
