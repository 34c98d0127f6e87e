package org.hearsay.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/** What can be counted of chosen claims. */
final class Tallies {
  private Tallies() {}

  /** How often each number of a field is there. */
  static final class Counts extends Tally {
    private final String field;
    private final int[] counts;
    private SortedNumericDocValues values = DocValues.emptySortedNumeric();

    /**
     * Counts.
     *
     * @param size the numbers of the field are below it
     */
    Counts(String field, int size) {
      this.field = field;
      this.counts = new int[size];
    }

    @Override
    void begin(LeafReaderContext context) throws IOException {
      values = DocValues.getSortedNumeric(context.reader(), field);
    }

    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextValue()]++;
        }
      }
    }

    /** How often a number is there. */
    int of(int code) {
      return counts[code];
    }

    /** The numbers are below it. */
    int size() {
      return counts.length;
    }
  }

  /** How many there are, and of how many outlets, articles and speakers. */
  static final class Sums extends Tally {
    private final String[] fields = {ClaimFields.OUTLET, ClaimFields.ARTICLE, ClaimFields.SPEAKER};
    private final FixedBitSet[] seen = new FixedBitSet[fields.length];
    private final SortedNumericDocValues[] values = new SortedNumericDocValues[fields.length];
    private long total;

    Sums(ClaimFields known) {
      for (int i = 0; i < fields.length; i++) {
        seen[i] = new FixedBitSet(Math.max(1, known.codes(fields[i]).size()));
      }
    }

    @Override
    void begin(LeafReaderContext context) throws IOException {
      for (int i = 0; i < fields.length; i++) {
        values[i] = DocValues.getSortedNumeric(context.reader(), fields[i]);
      }
    }

    @Override
    public void collect(int document) throws IOException {
      total++;
      for (int i = 0; i < fields.length; i++) {
        if (values[i].advanceExact(document)) {
          seen[i].set((int) values[i].nextValue());
        }
      }
    }

    long total() {
      return total;
    }

    long outlets() {
      return seen[0].cardinality();
    }

    long articles() {
      return seen[1].cardinality();
    }

    long speakers() {
      return seen[2].cardinality();
    }
  }

  /** What their ids are. */
  static final class Ids extends Tally {
    private final List<String> all = new ArrayList<>();
    private SortedDocValues values = DocValues.emptySorted();

    @Override
    void begin(LeafReaderContext context) throws IOException {
      values = DocValues.getSorted(context.reader(), ClaimFields.ID);
    }

    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) {
        all.add(values.lookupOrd(values.ordValue()).utf8ToString());
      }
    }

    List<String> all() {
      return all;
    }
  }

  /** From when to when they are, and how many say no time. */
  static final class Span extends Tally {
    private NumericDocValues dated = DocValues.emptyNumeric();
    private NumericDocValues undated = DocValues.emptyNumeric();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long without;

    @Override
    void begin(LeafReaderContext context) throws IOException {
      dated = DocValues.getNumeric(context.reader(), ClaimFields.DATED);
      undated = DocValues.getNumeric(context.reader(), ClaimFields.UNDATED);
    }

    @Override
    public void collect(int document) throws IOException {
      if (dated.advanceExact(document)) {
        first = Math.min(first, dated.longValue());
        last = Math.max(last, dated.longValue());
      }
      without += undated.advanceExact(document) ? 1 : 0;
    }

    boolean isEmpty() {
      return first > last;
    }

    long first() {
      return first;
    }

    long last() {
      return last;
    }

    long undated() {
      return without;
    }
  }

  /** How many there are in each stretch of time. */
  static final class Series extends Tally {
    private final String by;
    private final Map<Long, Long> counts = new HashMap<>();
    private NumericDocValues dated = DocValues.emptyNumeric();

    Series(String by) {
      this.by = by;
    }

    @Override
    void begin(LeafReaderContext context) throws IOException {
      dated = DocValues.getNumeric(context.reader(), ClaimFields.DATED);
    }

    @Override
    public void collect(int document) throws IOException {
      if (dated.advanceExact(document)) {
        counts.merge(Stretches.start(dated.longValue(), by), 1L, Long::sum);
      }
    }

    /** By the beginning of the stretch, in microseconds. */
    Map<Long, Long> counts() {
      return counts;
    }
  }
}
