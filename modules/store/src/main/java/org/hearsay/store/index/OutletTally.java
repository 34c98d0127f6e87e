package org.hearsay.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.hearsay.store.search.profiles.Outlets;
import org.jspecify.annotations.Nullable;

/** What is counted of an outlet's claims, in one go, as the statements of {@link Outlets} do it. */
final class OutletTally extends Tally {
  private static final int VERBS = 30;
  private static final String NONE = "NONE";
  private static final String CLAIMS = "claims";

  private static final List<String> FIELDS =
      List.of(
          ClaimFields.SPEAKER,
          ClaimFields.VERB,
          ClaimFields.SPEAKER_TYPE,
          "speakerKind",
          "stance",
          "form");

  private final ClaimFields known;
  private final Map<String, SortedNumericDocValues> values = new HashMap<>();
  private final Map<Integer, Count> speakers = new HashMap<>();
  private final Map<Integer, Count> verbs = new HashMap<>();
  private final Map<Integer, Count> kinds = new HashMap<>();
  private final Map<Integer, Count> forms = new HashMap<>();
  private long total;

  /** How often something is there, and with what. */
  private static final class Count {
    private long claims;
    private final Map<String, int[]> with = new HashMap<>();

    void add(String field, int code) {
      if (code >= 0) {
        int[] counts = with.getOrDefault(field, new int[0]);
        if (counts.length <= code) {
          counts = Arrays.copyOf(counts, code + 1);
          with.put(field, counts);
        }
        counts[code]++;
      }
    }

    /** How often that number is there. */
    long with(String field, int code) {
      int[] counts = with.getOrDefault(field, new int[0]);
      return code >= 0 && code < counts.length ? counts[code] : 0;
    }

    /** The number that is there most often, of equals the one that came first; below 0 if none. */
    int most(String field) {
      int[] counts = with.getOrDefault(field, new int[0]);
      int out = -1;
      for (int code = 0; code < counts.length; code++) {
        if (counts[code] > 0 && (out < 0 || counts[code] > counts[out])) {
          out = code;
        }
      }
      return out;
    }
  }

  /** Empty. */
  OutletTally(ClaimFields known) {
    this.known = known;
  }

  @Override
  void begin(LeafReaderContext context) throws IOException {
    for (String field : FIELDS) {
      values.put(field, DocValues.getSortedNumeric(context.reader(), field));
    }
  }

  @Override
  public void collect(int document) throws IOException {
    total++;
    int kind = code("speakerKind", document);
    count(kinds, kind);
    int form = code("form", document);
    count(forms, form);
    @Nullable Count verb = count(verbs, code(ClaimFields.VERB, document));
    if (verb != null) {
      verb.add("stance", code("stance", document));
    }
    @Nullable Count speaker = count(speakers, code(ClaimFields.SPEAKER, document));
    if (speaker != null) {
      speaker.add("speakerKind", kind);
      speaker.add(ClaimFields.SPEAKER_TYPE, code(ClaimFields.SPEAKER_TYPE, document));
      speaker.add("form", form);
    }
  }

  private int code(String field, int document) throws IOException {
    @Nullable SortedNumericDocValues of = values.get(field);
    return of != null && of.advanceExact(document) ? (int) of.nextValue() : -1;
  }

  private static @Nullable Count count(Map<Integer, Count> counts, int code) {
    if (code < 0) {
      return null;
    }
    Count out = counts.computeIfAbsent(code, key -> new Count());
    out.claims++;
    return out;
  }

  /** claims, anonymousShare, directShare, speakers, verbs, speakerKinds. */
  Map<String, Object> told() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(CLAIMS, total);
    if (total > 0) {
      out.put("anonymousShare", of(kinds, "speakerKind", "ANONYMOUS") / (double) total);
      out.put("directShare", of(forms, "form", "DIRECT") / (double) total);
    }
    out.put("speakers", speakers());
    out.put("verbs", verbs());
    out.put("speakerKinds", kinds());
    return out;
  }

  private long of(Map<Integer, Count> counts, String field, String text) {
    @Nullable Count count = counts.get(known.codes(field).find(text));
    return count == null ? 0 : count.claims;
  }

  private List<Map.Entry<Integer, Count>> most(
      Map<Integer, Count> counts, String field, int limit) {
    Codes codes = known.codes(field);
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Count>>comparingLong(entry -> -entry.getValue().claims)
                .thenComparing(entry -> new BytesRef(codes.text(entry.getKey()))))
        .limit(limit)
        .toList();
  }

  private List<Map<String, Object>> speakers() {
    Codes codes = known.codes(ClaimFields.SPEAKER);
    List<Map<String, Object>> out = new ArrayList<>();
    for (Map.Entry<Integer, Count> one :
        most(speakers, ClaimFields.SPEAKER, Outlets.MOST_SPEAKERS)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("key", codes.text(one.getKey()));
      @Nullable String name = codes.name(one.getKey());
      if (name != null) {
        row.put("name", name);
      }
      put(row, "kind", "speakerKind", one.getValue());
      put(row, "type", ClaimFields.SPEAKER_TYPE, one.getValue());
      row.put(CLAIMS, one.getValue().claims);
      Codes forms = known.codes("form");
      row.put("direct", one.getValue().with("form", forms.find("DIRECT")));
      row.put("mixed", one.getValue().with("form", forms.find("MIXED")));
      out.add(row);
    }
    return out;
  }

  private List<Map<String, Object>> verbs() {
    List<Map<String, Object>> out = new ArrayList<>();
    for (Map.Entry<Integer, Count> one : most(verbs, ClaimFields.VERB, VERBS)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("verb", known.codes(ClaimFields.VERB).text(one.getKey()));
      put(row, "stance", "stance", one.getValue());
      row.put("count", one.getValue().claims);
      out.add(row);
    }
    return out;
  }

  private List<Map<String, Object>> kinds() {
    Codes codes = known.codes("speakerKind");
    Map<String, Long> counts = new HashMap<>();
    kinds.forEach((code, count) -> counts.put(codes.text(code), count.claims));
    long without = total - counts.values().stream().mapToLong(Long::longValue).sum();
    if (without > 0) {
      counts.merge(NONE, without, Long::sum);
    }
    List<Map<String, Object>> out = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("kind", entry.getKey());
              row.put(CLAIMS, entry.getValue());
              out.add(row);
            });
    return out;
  }

  private void put(Map<String, Object> row, String column, String field, Count count) {
    int code = count.most(field);
    if (code >= 0) {
      row.put(column, known.codes(field).text(code));
    }
  }
}
