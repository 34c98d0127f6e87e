package org.hearsay.store.index.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Chooses what holds some text anywhere, inside words too, as {@code contains} of SQL does. */
public final class HoldsText extends Query {
  /** Comparing some bytes with each place of a text costs about as much as so many other checks. */
  private static final float COST = 50;

  private final String field;
  private final BytesRef wanted;

  /** Both as they are compared: folded alike. */
  public HoldsText(String field, String wanted) {
    this.field = field;
    this.wanted = new BytesRef(wanted);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable Scorer scorer(LeafReaderContext context) throws IOException {
        @Nullable BinaryDocValues texts = context.reader().getBinaryDocValues(field);
        return texts == null
            ? null
            : new ConstantScoreScorer(this, score(), mode, new Holding(texts));
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  /** Looks into a text only where everything else that was asked for holds. */
  private final class Holding extends TwoPhaseIterator {
    private final BinaryDocValues texts;

    Holding(BinaryDocValues texts) {
      super(texts);
      this.texts = texts;
    }

    @Override
    public boolean matches() throws IOException {
      return holds(texts.binaryValue());
    }

    @Override
    public float matchCost() {
      return COST;
    }
  }

  private boolean holds(BytesRef text) {
    int last = text.length - wanted.length;
    for (int at = 0; at <= last; at++) {
      int same = 0;
      while (same < wanted.length
          && text.bytes[text.offset + at + same] == wanted.bytes[wanted.offset + same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String defaultField) {
    return field + " holds " + wanted.utf8ToString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HoldsText that
        && field.equals(that.field)
        && wanted.equals(that.wanted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, wanted);
  }
}
