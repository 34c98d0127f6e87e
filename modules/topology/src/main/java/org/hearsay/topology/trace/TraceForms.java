package org.hearsay.topology.trace;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.candidates.Candidate;
import org.hearsay.lineage.candidates.KnownPairs;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.text.Span;
import org.hearsay.topology.stores.PackedForm;
import org.hearsay.topology.stores.VersionedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.hearsay.topology.stores.VersionedForm.Writer;
import org.hearsay.topology.trace.fingerprints.FingerprintForms;
import org.jspecify.annotations.Nullable;

/**
 * The forms of articles and pairs in the trace stage's own stores and internal topics, which nobody
 * else reads. Whoever changes one gives it the next version and keeps the reader of the last one,
 * see {@link VersionedForm}. Those of fingerprints are {@link FingerprintForms}.
 */
final class TraceForms {
  /** The first that is read on; all forms have it. */
  private static final int FIRST = 4;

  private TraceForms() {}

  static Serde<TracedArticle> article() {
    return compressed(TraceForms::write, TraceForms::readArticle);
  }

  static Serde<Candidate> candidate() {
    return compressed(
        (value, out) -> {
          out.writeLong(value.otherSeen());
          write(value.article(), out);
        },
        in -> {
          long otherSeen = in.readLong();
          return new Candidate(readArticle(in), otherSeen);
        });
  }

  static Serde<KnownPairs> pairs() {
    return plain(
        (value, out) -> {
          out.writeLong(value.seen());
          FingerprintForms.writeHits(value.pairs(), out);
        },
        in -> new KnownPairs(in.readLong(), FingerprintForms.readHits(in)));
  }

  private static <T> Serde<T> plain(Writer<T> writer, Reader<T> reader) {
    return VersionedForm.of(TraceStage.NAME, FIRST, writer, reader).serde();
  }

  /** Texts take a third of their length. */
  private static <T> Serde<T> compressed(Writer<T> writer, Reader<T> reader) {
    return plain(VersionedForm.deflated(writer), VersionedForm.inflated(reader));
  }

  private static void write(TracedArticle article, DataOutputStream out) throws IOException {
    Piece piece = article.piece();
    PackedForm.writeString(piece.id(), out);
    PackedForm.writeString(piece.outlet(), out);
    PackedForm.writeString(piece.title(), out);
    PackedForm.writeString(piece.dek(), out);
    PackedForm.writeString(piece.body(), out);
    out.writeInt(piece.paragraphs().size());
    for (Span paragraph : piece.paragraphs()) {
      out.writeInt(paragraph.start());
      out.writeInt(paragraph.end());
    }
    @Nullable Instant published = piece.publishedAt();
    out.writeBoolean(published != null);
    if (published != null) {
      out.writeLong(published.toEpochMilli());
    }
    out.writeLong(piece.firstSeen().toEpochMilli());
    out.writeShort(piece.declared().size());
    for (String declared : piece.declared()) {
      PackedForm.writeString(declared, out);
    }
    PackedForm.writeString(article.outletId(), out);
    PackedForm.writeString(article.outletName(), out);
    PackedForm.writeString(article.url(), out);
  }

  private static TracedArticle readArticle(DataInputStream in) throws IOException {
    String id = PackedForm.string(in);
    @Nullable String outlet = PackedForm.readString(in);
    @Nullable String title = PackedForm.readString(in);
    @Nullable String dek = PackedForm.readString(in);
    String body = PackedForm.string(in);
    List<Span> paragraphs = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      paragraphs.add(new Span(in.readInt(), in.readInt()));
    }
    @Nullable Instant published = in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null;
    Instant seen = Instant.ofEpochMilli(in.readLong());
    List<String> declared = new ArrayList<>();
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      declared.add(PackedForm.string(in));
    }
    Piece piece = new Piece(id, outlet, title, dek, body, paragraphs, published, seen, declared);
    return new TracedArticle(
        piece, PackedForm.readString(in), PackedForm.readString(in), PackedForm.readString(in));
  }
}
