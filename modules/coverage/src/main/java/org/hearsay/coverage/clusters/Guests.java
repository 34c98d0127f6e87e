package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.coverage.sameness.Sameness;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.lineage.TimedStore;
import org.hearsay.lineage.TimedStore.Entry;
import org.hearsay.lineage.fingerprints.Shard;
import org.jspecify.annotations.Nullable;

/**
 * Brings claims whose speaker is not named to the speakers who are said to have said much the same:
 * they are guests in those speakers' clusters. Whichever comes first, both meet under the runs of
 * words that they share.
 */
public final class Guests {
  /** Claims remembered under one key: more have a stock phrase in common. */
  private static final int MOST = 48;

  private final TimedStore<String, List<Said>> said;
  private final TimedStore<String, List<ClaimReport>> unnamed;
  private final SamenessLanguage language;

  /**
   * A report on its way to a speaker.
   *
   * @param speaker as {@link ClaimReport#speakerKey}
   * @param change what it was and is
   */
  public record Invitation(String speaker, ReportChange change) {}

  /**
   * In the given stores.
   *
   * @param said what named speakers have said, by runs of words
   * @param unnamed reports that name nobody, by runs of words
   * @param language the language that they are in
   */
  public Guests(
      TimedStore<String, List<Said>> said,
      TimedStore<String, List<ClaimReport>> unnamed,
      SamenessLanguage language) {
    this.language = language;
    this.said = said;
    this.unnamed = unnamed;
  }

  /**
   * The keys that they are told of a report under, by shard, ascending. None where a change tells
   * them nothing: of a claim whose speaker is named, all that is kept is what is said by whom.
   *
   * @param speaker as {@link ClaimReport#speakerKey}
   * @param shards how many places there are, see {@link Shard#place}
   * @param language the language that it is in
   */
  public static Map<Integer, List<Long>> byShard(
      String speaker, ReportChange change, int shards, SamenessLanguage language) {
    Map<Integer, List<Long>> keys = new TreeMap<>();
    if (ClaimReport.isNamed(speaker) && change.before() != null) {
      return keys;
    }
    for (long key : change.either().wording(language).runKeys()) {
      keys.computeIfAbsent(Shard.place(key, shards), shard -> new ArrayList<>()).add(key);
    }
    return keys;
  }

  /**
   * Takes a report.
   *
   * @param speaker as {@link ClaimReport#speakerKey}
   * @param keys some of its {@link Wording#runKeys}
   * @param time when it came, in milliseconds
   * @return the report where it names nobody, to each who may have said it; else the reports that
   *     name nobody, to its speaker
   */
  public List<Invitation> take(String speaker, ReportChange change, List<Long> keys, long time) {
    List<Invitation> out = new ArrayList<>();
    @Nullable ClaimReport after = change.after();
    if (!ClaimReport.isNamed(speaker)) {
      speakers(keys, change, time).forEach(one -> out.add(new Invitation(one, change)));
    } else if (after != null) {
      guests(speaker, keys, after.wording(language), time)
          .forEach(guest -> out.add(new Invitation(speaker, new ReportChange(null, guest))));
    }
    return out;
  }

  /** Who is said to have said it; it is kept for those who will be. */
  private Set<String> speakers(List<Long> keys, ReportChange change, long time) {
    Wording wording = change.either().wording(language);
    Set<String> out = new TreeSet<>();
    Set<Said> asked = new HashSet<>();
    for (long key : keys) {
      String name = Long.toHexString(key);
      for (Entry<List<Said>> bucket : said.all(name)) {
        for (Said words : bucket.value()) {
          if (asked.add(words) && Sameness.maybe(wording, words.wording(language))) {
            out.add(words.speaker());
          }
        }
      }
      keep(name, change, time);
    }
    return out;
  }

  /** In place of its earlier state, wherever that is. */
  private void keep(String name, ReportChange change, long time) {
    @Nullable ClaimReport after = change.after();
    String claim = change.either().claimId();
    boolean kept = false;
    for (Entry<List<ClaimReport>> bucket : unnamed.all(name)) {
      List<ClaimReport> list = new ArrayList<>(bucket.value());
      if (list.removeIf(report -> report.claimId().equals(claim))) {
        if (after != null) {
          list.add(after);
          kept = true;
        }
        unnamed.put(name, list.isEmpty() ? null : list, bucket.bucket());
      }
    }
    if (after != null && !kept) {
      add(unnamed, name, after, time);
    }
  }

  /** What nobody by name is said to have said like it; who said it is kept for what comes. */
  private List<ClaimReport> guests(String speaker, List<Long> keys, Wording wording, long time) {
    Said words = new Said(speaker, wording.text(), wording.denied());
    Map<String, ClaimReport> out = new TreeMap<>();
    Set<ClaimReport> asked = new HashSet<>();
    for (long key : keys) {
      String name = Long.toHexString(key);
      if (said.all(name).stream().anyMatch(bucket -> bucket.value().contains(words))) {
        continue;
      }
      add(said, name, words, time);
      for (Entry<List<ClaimReport>> bucket : unnamed.all(name)) {
        for (ClaimReport report : bucket.value()) {
          if (!out.containsKey(report.claimId())
              && asked.add(report)
              && Sameness.maybe(wording, report.wording(language))) {
            out.put(report.claimId(), report);
          }
        }
      }
    }
    return List.copyOf(out.values());
  }

  private static <T> void add(TimedStore<String, List<T>> store, String key, T value, long time) {
    @Nullable List<T> before = store.get(key, time);
    List<T> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
    if (after.size() < MOST) {
      after.add(value);
      store.put(key, after, time);
    }
  }
}
