package org.hearsay.store.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** Is shown mentions, one after the other. */
abstract class Mentions extends Tally {
  private static final List<String> CODED =
      List.of(
          MentionIndex.ENTITY,
          MentionIndex.ARTICLE,
          MentionIndex.OUTLET,
          MentionIndex.WRITTEN,
          MentionIndex.VOICE);

  private final Map<String, SortedNumericDocValues> codes = new HashMap<>();
  private NumericDocValues tones = DocValues.emptyNumeric();
  private NumericDocValues dates = DocValues.emptyNumeric();
  private NumericDocValues commented = DocValues.emptyNumeric();
  private NumericDocValues known = DocValues.emptyNumeric();
  private int document;

  /** One is shown: what is asked for is of that one. */
  abstract void mention() throws IOException;

  @Override
  void begin(LeafReaderContext context) throws IOException {
    for (String field : CODED) {
      codes.put(field, DocValues.getSortedNumeric(context.reader(), field));
    }
    tones = DocValues.getNumeric(context.reader(), MentionIndex.TONE);
    dates = DocValues.getNumeric(context.reader(), MentionIndex.DATED);
    commented = DocValues.getNumeric(context.reader(), MentionIndex.COMMENTED);
    known = DocValues.getNumeric(context.reader(), MentionIndex.KNOWN);
  }

  @Override
  public final void collect(int next) throws IOException {
    document = next;
    mention();
  }

  /** The number of a text; below 0 where there is none. Asked for once of each. */
  final int code(String field) throws IOException {
    @Nullable SortedNumericDocValues values = codes.get(field);
    return values != null && values.advanceExact(document) ? (int) values.nextValue() : -1;
  }

  final @Nullable Double tone() throws IOException {
    return tones.advanceExact(document)
        ? NumericUtils.sortableLongToDouble(tones.longValue())
        : null;
  }

  /** When its article was published, else recorded, in microseconds; 0 where nobody knows. */
  final long dated() throws IOException {
    return dates.advanceExact(document) ? dates.longValue() : 0;
  }

  final boolean isCommented() throws IOException {
    return commented.advanceExact(document);
  }

  final boolean isKnown() throws IOException {
    return known.advanceExact(document);
  }
}
