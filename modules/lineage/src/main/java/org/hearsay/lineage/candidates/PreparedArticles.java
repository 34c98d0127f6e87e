package org.hearsay.lineage.candidates;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.masks.MaskWords;
import org.jspecify.annotations.Nullable;

/**
 * Articles whose words were masked and fingerprinted not long ago: an article is prepared to tell
 * its fingerprints, and is compared soon after; those of one family come together. A bounded cache
 * of what can be made again at any time. One instance may be shared by threads.
 */
public final class PreparedArticles {
  private final MaskWords words;
  private final Map<String, Prepared> recent;

  /**
   * An empty one.
   *
   * @param most how many articles it remembers; some 30 KB each
   * @param words by what is told which of their words are not their writers' own
   */
  public PreparedArticles(int most, MaskWords words) {
    this.words = words;
    recent =
        new LinkedHashMap<>(most, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
            return size() > most;
          }
        };
  }

  /** The article prepared. */
  public Prepared of(Piece piece) {
    @Nullable Prepared known = get(piece.id());
    if (known != null && known.piece().equals(piece)) {
      return known;
    }
    // Not under the lock: two threads may at worst do the same work.
    Prepared made = Prepared.of(piece, words);
    put(piece.id(), made);
    return made;
  }

  private synchronized @Nullable Prepared get(String id) {
    return recent.get(id);
  }

  private synchronized void put(String id, Prepared made) {
    recent.put(id, made);
  }
}
