package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.coverage.sameness.Statement;
import org.hearsay.lineage.TimedStore;
import org.hearsay.lineage.TimedStore.Entry;
import org.jspecify.annotations.Nullable;

/** One speaker's wordings by the keys that those meet under which may say the same. */
final class KeyIndex {
  /** Wordings remembered under one key: more have a stock phrase in common. */
  private static final int MOST_POSTINGS = 128;

  private final TimedStore<String, List<Posting>> store;
  private final String speaker;

  KeyIndex(TimedStore<String, List<Posting>> store, String speaker) {
    this.store = store;
    this.speaker = speaker;
  }

  /** The wordings to hold a new one against; it is found itself by those that come later. */
  Set<String> add(ClusterNode node, long time) {
    Posting own = new Posting(node.id(), node.statement().signature());
    Set<String> candidates = new TreeSet<>();
    keys(node.statement())
        .forEach(
            (key, byWords) -> {
              for (Entry<List<Posting>> bucket : store.all(key)) {
                for (Posting posting : bucket.value()) {
                  if (byWords || Statement.mayMean(own.signature(), posting.signature())) {
                    candidates.add(posting.node());
                  }
                }
              }
              put(key, own, time);
            });
    candidates.remove(node.id());
    return candidates;
  }

  private void put(String key, Posting own, long time) {
    @Nullable List<Posting> before = store.get(key, time);
    List<Posting> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
    if (after.size() >= MOST_POSTINGS) {
      // The oldest gives way: what was said long ago is repeated less.
      after.remove(0);
    }
    after.add(own);
    store.put(key, after, time);
  }

  /** Forgets a wording. */
  void remove(ClusterNode node) {
    for (String key : keys(node.statement()).keySet()) {
      for (Entry<List<Posting>> bucket : store.all(key)) {
        List<Posting> after = new ArrayList<>(bucket.value());
        if (after.removeIf(posting -> posting.node().equals(node.id()))) {
          store.put(key, after.isEmpty() ? null : after, bucket.bucket());
        }
      }
    }
  }

  /** The keys that a wording meets others under, and whether by its words. */
  private Map<String, Boolean> keys(Statement statement) {
    Map<String, Boolean> out = new LinkedHashMap<>();
    for (long key : statement.meaningKeys()) {
      out.put(speaker + "/m" + Long.toHexString(key), false);
    }
    for (long key : statement.wordKeys()) {
      out.put(speaker + "/w" + Long.toHexString(key), true);
    }
    return out;
  }
}
