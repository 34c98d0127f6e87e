package org.hearsay.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Answers about where things are named, from one state of the index, with times as texts (ISO 8601,
 * UTC).
 */
public final class MentionSearch {
  private static final String OWN_VOICE = "OUTLET";
  private static final int TONES = 2_000;
  private static final int NAMINGS = 100;
  private static final int OUTLETS = 200;
  private static final int SPOKEN_OF = 20;

  private final IndexSearcher searcher;
  private final MentionIndex index;

  MentionSearch(IndexSearcher searcher, MentionIndex index) {
    this.searcher = searcher;
    this.index = index;
  }

  /** How often, and in which tone where one was found. */
  private static final class Toned {
    private long mentions;
    private long toned;
    private double sum;

    void add(@Nullable Double tone) {
      mentions++;
      if (tone != null) {
        toned++;
        sum += tone;
      }
    }

    void put(Map<String, Object> row) {
      if (toned > 0) {
        row.put("tone", sum / toned);
      }
    }
  }

  /** Where an outlet names it: so often, in these articles; the tone of its own voice. */
  private static final class Naming {
    private final Toned own = new Toned();
    private final Set<Integer> articles = new HashSet<>();
    private long mentions;
  }

  private record Day(int outlet, long at) {}

  private record Called(int text, int outlet, int voice) {}

  /**
   * All that is counted of a thing's mentions, as {@link
   * org.hearsay.store.search.profiles.Entities#whole} has it: mentions, name, type, and the lists
   * tone, naming, voices and outlets.
   */
  public Map<String, Object> entity(String id) {
    Map<Day, Toned> days = new HashMap<>();
    Map<Called, Long> called = new HashMap<>();
    Map<Integer, Toned> voices = new HashMap<>();
    Map<Integer, Naming> outlets = new HashMap<>();
    Mentions mentions =
        new Mentions() {
          @Override
          void mention() throws IOException {
            int voice = code(MentionIndex.VOICE);
            @Nullable Double tone = tone();
            voices.computeIfAbsent(voice, key -> new Toned()).add(tone);
            if (isCommented() || !isKnown()) {
              return;
            }
            int outlet = code(MentionIndex.OUTLET);
            called.merge(new Called(code(MentionIndex.WRITTEN), outlet, voice), 1L, Long::sum);
            if (outlet < 0) {
              return;
            }
            boolean own = index.voices().text(voice).equals(OWN_VOICE);
            Naming naming = outlets.computeIfAbsent(outlet, key -> new Naming());
            naming.mentions++;
            naming.articles.add(code(MentionIndex.ARTICLE));
            if (own && tone != null) {
              naming.own.add(tone);
              days.computeIfAbsent(
                      new Day(outlet, Stretches.start(dated(), "day")), key -> new Toned())
                  .add(tone);
            }
          }
        };
    run(mentions, new TermQuery(new Term(MentionIndex.ENTITY, id)));
    Map<String, Object> out = new LinkedHashMap<>();
    long all = voices.values().stream().mapToLong(voice -> voice.mentions).sum();
    out.put("mentions", all);
    if (all > 0) {
      put(out, "name", index.entities().name(index.entities().code(id, null)));
      put(out, "type", index.types().name(index.types().code(id, null)));
    }
    out.put("tone", tones(days));
    out.put("naming", namings(called));
    out.put("voices", voices(voices));
    out.put("outlets", outlets(outlets));
    return out;
  }

  private List<Map<String, Object>> tones(Map<Day, Toned> days) {
    List<Map<String, Object>> out = new ArrayList<>();
    days.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Day, Toned>>comparingLong(entry -> entry.getKey().at())
                .thenComparing(entry -> bytes(index.outlets(), entry.getKey().outlet())))
        .limit(TONES)
        .forEach(
            entry -> {
              Map<String, Object> row = outlet(entry.getKey().outlet());
              row.put("at", Instant.EPOCH.plus(entry.getKey().at(), ChronoUnit.MICROS).toString());
              entry.getValue().put(row);
              row.put("mentions", entry.getValue().mentions);
              out.add(row);
            });
    return out;
  }

  private List<Map<String, Object>> namings(Map<Called, Long> called) {
    List<Map<String, Object>> out = new ArrayList<>();
    called.entrySet().stream()
        .sorted(
            Map.Entry.<Called, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> bytes(index.texts(), entry.getKey().text()))
                .thenComparing(
                    entry ->
                        entry.getKey().outlet() < 0
                            ? null
                            : bytes(index.outlets(), entry.getKey().outlet()),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(entry -> bytes(index.voices(), entry.getKey().voice())))
        .limit(NAMINGS)
        .forEach(
            entry -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("text", index.texts().text(entry.getKey().text()));
              if (entry.getKey().outlet() >= 0) {
                row.putAll(outlet(entry.getKey().outlet()));
              }
              row.put("voice", index.voices().text(entry.getKey().voice()));
              row.put("count", entry.getValue());
              out.add(row);
            });
    return out;
  }

  private List<Map<String, Object>> voices(Map<Integer, Toned> voices) {
    List<Map<String, Object>> out = new ArrayList<>();
    voices.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Toned>>comparingLong(entry -> -entry.getValue().mentions)
                .thenComparing(entry -> bytes(index.voices(), entry.getKey())))
        .forEach(
            entry -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("voice", index.voices().text(entry.getKey()));
              row.put("mentions", entry.getValue().mentions);
              entry.getValue().put(row);
              row.put("toned", entry.getValue().toned);
              out.add(row);
            });
    return out;
  }

  private List<Map<String, Object>> outlets(Map<Integer, Naming> outlets) {
    List<Map<String, Object>> out = new ArrayList<>();
    outlets.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Naming>>comparingLong(
                    entry -> -entry.getValue().mentions)
                .thenComparing(entry -> bytes(index.outlets(), entry.getKey())))
        .limit(OUTLETS)
        .forEach(
            entry -> {
              Naming naming = entry.getValue();
              Map<String, Object> row = outlet(entry.getKey());
              row.put("mentions", naming.mentions);
              row.put("articles", (long) naming.articles.size());
              naming.own.put(row);
              row.put("toned", naming.own.toned);
              out.add(row);
            });
    return out;
  }

  /**
   * Which outlets name one of these things in articles of a time: outletId, outletName, articles;
   * in no order.
   *
   * @param from the earliest time
   * @param to the latest
   */
  public List<Map<String, Object>> outletsNaming(List<String> entityIds, Instant from, Instant to) {
    long first = ChronoUnit.MICROS.between(Instant.EPOCH, from);
    long last = ChronoUnit.MICROS.between(Instant.EPOCH, to);
    Map<Integer, Set<Integer>> articles = new HashMap<>();
    Mentions mentions =
        new Mentions() {
          @Override
          void mention() throws IOException {
            int outlet = code(MentionIndex.OUTLET);
            if (outlet >= 0 && !isCommented() && isKnown()) {
              long at = dated();
              if (first <= at && at <= last) {
                articles
                    .computeIfAbsent(outlet, key -> new HashSet<>())
                    .add(code(MentionIndex.ARTICLE));
              }
            }
          }
        };
    run(
        mentions,
        new TermInSetQuery(MentionIndex.ENTITY, entityIds.stream().map(BytesRef::new).toList()));
    List<Map<String, Object>> out = new ArrayList<>();
    articles.forEach(
        (outlet, of) -> {
          Map<String, Object> row = outlet(outlet);
          row.put("articles", (long) of.size());
          out.add(row);
        });
    return out;
  }

  /**
   * What an outlet's articles name most, outside their comments: entityId, name, mentions; as
   * {@link org.hearsay.store.search.profiles.Outlets#spokenOf} has them.
   *
   * @param ownArticles the ids of the articles that count
   */
  public List<Map<String, Object>> spokenOf(String outlet, Iterable<String> ownArticles) {
    Set<Integer> own = new HashSet<>();
    ownArticles.forEach(id -> own.add(index.articles().find(id)));
    Map<Integer, Long> counts = new HashMap<>();
    Mentions mentions =
        new Mentions() {
          @Override
          void mention() throws IOException {
            if (!isCommented() && own.contains(code(MentionIndex.ARTICLE))) {
              counts.merge(code(MentionIndex.ENTITY), 1L, Long::sum);
            }
          }
        };
    run(mentions, new TermQuery(new Term(MentionIndex.OUTLET, outlet)));
    List<Map<String, Object>> out = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> bytes(index.entities(), entry.getKey())))
        .limit(SPOKEN_OF)
        .forEach(
            entry -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("entityId", index.entities().text(entry.getKey()));
              put(row, "name", index.entities().name(entry.getKey()));
              row.put("mentions", entry.getValue());
              out.add(row);
            });
    return out;
  }

  private void run(Mentions mentions, Query query) {
    try {
      mentions.over(searcher, query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> outlet(int code) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("outletId", index.outlets().text(code));
    put(out, "outletName", index.outlets().name(code));
    return out;
  }

  private static void put(Map<String, Object> row, String column, @Nullable Object value) {
    if (value != null) {
      row.put(column, value);
    }
  }

  private static BytesRef bytes(Codes codes, int code) {
    return new BytesRef(codes.text(code));
  }
}
