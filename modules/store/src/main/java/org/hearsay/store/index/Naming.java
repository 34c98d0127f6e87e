package org.hearsay.store.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which claims name somebody whom the catalogue does not know: asked of the tables, and known then
 * until something is written, since a page asks for them in a dozen questions. Safe for use by
 * several threads.
 */
final class Naming {
  private static final int MOST = 50;

  private final Function<List<String>, List<String>> asked;
  private final LongSupplier commit;
  private final Map<List<String>, Known> known = new LinkedHashMap<>();

  /** The ids of claims, and of which transaction. */
  private record Known(List<String> claims, long commit) {}

  /**
   * As the tables have it.
   *
   * @param asked the ids of the claims that name one of these
   * @param commit tells the store's last transaction
   */
  Naming(Function<List<String>, List<String>> asked, LongSupplier commit) {
    this.asked = asked;
    this.commit = commit;
  }

  /** The ids of the claims whose content names one of these, each once. */
  List<String> claims(List<String> keys) {
    long now = commit.getAsLong();
    synchronized (known) {
      @Nullable Known there = known.get(keys);
      if (there != null && there.commit() == now) {
        return there.claims();
      }
    }
    List<String> claims = asked.apply(keys);
    synchronized (known) {
      known.put(keys, new Known(claims, now));
      if (known.size() > MOST) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return claims;
  }
}
