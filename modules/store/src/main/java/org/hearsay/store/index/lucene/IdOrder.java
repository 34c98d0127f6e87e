package org.hearsay.store.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Orders by an id that every document has, where what comes before it does not decide. Within a
 * segment numbers are compared; an id is only read where one of another segment is as good, or when
 * it is told. Lucene's own order reads the id of each document that is taken for a moment, which is
 * half of what a page costs.
 */
public final class IdOrder extends FieldComparatorSource {
  @Override
  public FieldComparator<BytesRef> newComparator(
      String field, int hits, Pruning pruning, boolean reversed) {
    return new ByNumber(field, hits);
  }

  private static final class ByNumber extends FieldComparator<BytesRef> {
    private final String field;
    private final List<SortedDocValues> segments = new ArrayList<>();
    private final int[] segmentOf;
    private final int[] numberOf;
    private final @Nullable BytesRef[] idOf;
    private @Nullable BytesRef top;

    /** The worst one so far; it stays so from one segment to the next. */
    private int bottom;

    ByNumber(String field, int hits) {
      this.field = field;
      this.segmentOf = new int[hits];
      this.numberOf = new int[hits];
      this.idOf = new @Nullable BytesRef[hits];
    }

    @Override
    public int compare(int first, int second) {
      return segmentOf[first] == segmentOf[second]
          ? Integer.compare(numberOf[first], numberOf[second])
          : value(first).compareTo(value(second));
    }

    @Override
    public void setTopValue(BytesRef value) {
      top = value;
    }

    @Override
    public BytesRef value(int slot) {
      BytesRef known = idOf[slot];
      if (known == null) {
        try {
          known = BytesRef.deepCopyOf(segments.get(segmentOf[slot]).lookupOrd(numberOf[slot]));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        idOf[slot] = known;
      }
      return known;
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext context) throws IOException {
      SortedDocValues values = DocValues.getSorted(context.reader(), field);
      segments.add(values);
      return new Segment(segments.size() - 1, values);
    }

    /** Compares with the documents of one segment. */
    private final class Segment implements LeafFieldComparator {
      private final int segment;
      private final SortedDocValues values;
      private @Nullable Place bottomPlace;
      private @Nullable Place topPlace;

      Segment(int segment, SortedDocValues values) {
        this.segment = segment;
        this.values = values;
      }

      private int number(int document) throws IOException {
        return values.advanceExact(document) ? values.ordValue() : -1;
      }

      @Override
      public void setBottom(int slot) {
        bottom = slot;
        bottomPlace = null;
      }

      @Override
      public int compareBottom(int document) throws IOException {
        int number = number(document);
        if (segmentOf[bottom] == segment) {
          return Integer.compare(numberOf[bottom], number);
        }
        Place place = bottomPlace;
        if (place == null) {
          place = Place.of(values, value(bottom));
          bottomPlace = place;
        }
        return place.compareTo(number);
      }

      @Override
      public int compareTop(int document) throws IOException {
        Place place = topPlace;
        if (place == null) {
          place = Place.of(values, top == null ? new BytesRef() : top);
          topPlace = place;
        }
        return place.compareTo(number(document));
      }

      @Override
      public void copy(int slot, int document) throws IOException {
        segmentOf[slot] = segment;
        numberOf[slot] = number(document);
        idOf[slot] = null;
      }

      @Override
      public void setScorer(Scorable scorer) {
        // Scores do not count.
      }
    }
  }

  /**
   * Where an id stands among those of a segment.
   *
   * @param number its number, or that of the next greater one
   * @param isThere whether the segment has it
   */
  private record Place(int number, boolean isThere) {
    static Place of(SortedDocValues values, BytesRef id) throws IOException {
      int found = values.lookupTerm(id);
      return found < 0 ? new Place(-1 - found, false) : new Place(found, true);
    }

    int compareTo(int other) {
      int compared = Integer.compare(number, other);
      return compared == 0 && !isThere ? -1 : compared;
    }
  }
}
