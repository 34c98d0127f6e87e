package org.hearsay.web.names;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hearsay.store.search.figures.Names;
import org.hearsay.web.api.Asker;
import org.jspecify.annotations.Nullable;

/**
 * The names of outlets, entities, speakers and relays that are used, in memory: people type faster
 * than tables are gone over. They are read anew when something was written, but not all the time,
 * and whoever asks meanwhile gets those from before. Safe for use by several threads.
 */
final class NameIndex {
  private static final Duration LEAST_BETWEEN = Duration.ofSeconds(20);

  private final Asker asker;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile @Nullable Read last;

  /** Those that were read, the most used first; up to which transaction, and when. */
  private record Read(List<Name> names, long commit, long nanos) {}

  /**
   * A name.
   *
   * @param kind a NameKind
   * @param id what rows are asked for by
   * @param folded as {@link FoldedName}, with other spellings
   * @param count how often it is used
   */
  record Name(String kind, String id, String name, String folded, long count) {}

  NameIndex(Asker asker) {
    this.asker = asker;
  }

  /** Those of the kinds that have all of the words: those of which they begin words first. */
  List<Name> find(Set<String> kinds, List<String> words, int limit) {
    List<Name> first = new ArrayList<>();
    List<Name> others = new ArrayList<>();
    for (Name name : current().names()) {
      if (!kinds.contains(name.kind()) || !words.stream().allMatch(name.folded()::contains)) {
        continue;
      }
      if (words.stream().allMatch(word -> name.folded().contains(" " + word))) {
        first.add(name);
      } else if (others.size() < limit) {
        others.add(name);
      }
      if (first.size() == limit) {
        return first;
      }
    }
    first.addAll(others);
    return first.subList(0, Math.min(limit, first.size()));
  }

  private Read current() {
    @Nullable Read there = last;
    if (there == null) {
      return read();
    }
    boolean old = System.nanoTime() - there.nanos() > LEAST_BETWEEN.toNanos();
    if (old && there.commit() != asker.commit() && reading.compareAndSet(false, true)) {
      Thread reader =
          new Thread(
              () -> {
                try {
                  read();
                } finally {
                  reading.set(false);
                }
              },
              "web-names");
      reader.setDaemon(true);
      reader.start();
    }
    return there;
  }

  private synchronized Read read() {
    long commit = asker.commit();
    @Nullable Read there = last;
    if (there != null && there.commit() == commit) {
      return there;
    }
    List<Name> names = asker.rows(Names.USED).stream().map(NameIndex::name).toList();
    Read out = new Read(names, commit, System.nanoTime());
    last = out;
    return out;
  }

  private static Name name(Map<String, Object> row) {
    String name = String.valueOf(row.get("name"));
    StringBuilder spellings = new StringBuilder(name);
    if (row.get("aliases") instanceof List<?> aliases) {
      aliases.forEach(alias -> spellings.append(' ').append(alias));
    }
    return new Name(
        String.valueOf(row.get("kind")),
        String.valueOf(row.get("id")),
        name,
        FoldedName.of(spellings.toString()),
        row.get("count") instanceof Number count ? count.longValue() : 0);
  }
}
