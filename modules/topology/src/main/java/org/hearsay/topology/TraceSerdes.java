package org.hearsay.topology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.lineage.Piece;
import org.hearsay.text.Span;
import org.hearsay.topology.TracedArticle.Candidate;
import org.hearsay.topology.TracedArticle.Fingerprinted;
import org.hearsay.topology.TracedArticle.Hit;
import org.hearsay.topology.TracedArticle.Hits;
import org.hearsay.topology.TracedArticle.Pair;
import org.hearsay.topology.TracedArticle.Posting;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the trace stage's own stores and internal topics, which nobody else reads. Each
 * begins with {@link #VERSION}: a stage that finds another says so, and has to start anew.
 */
final class TraceSerdes {
  private static final int VERSION = 2;

  private TraceSerdes() {}

  static Serde<TracedArticle> article() {
    return serde(TraceSerdes::write, TraceSerdes::readArticle, true);
  }

  static Serde<Candidate> candidate() {
    return serde(
        (value, out) -> {
          out.writeLong(value.otherSeen());
          write(value.article(), out);
        },
        in -> {
          long otherSeen = in.readLong();
          return new Candidate(readArticle(in), otherSeen);
        },
        true);
  }

  static Serde<Fingerprinted> fingerprinted() {
    return serde(
        (value, out) -> {
          write(value.article(), out);
          write(value.fingerprints(), out);
        },
        in -> new Fingerprinted(readPosting(in), readLongs(in)),
        false);
  }

  static Serde<List<Posting>> postings() {
    return serde(
        (value, out) -> {
          out.writeShort(value.size());
          for (Posting posting : value) {
            write(posting, out);
          }
        },
        in -> {
          int n = in.readUnsignedShort();
          List<Posting> list = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            list.add(readPosting(in));
          }
          return list;
        },
        false);
  }

  static Serde<Hits> hits() {
    return serde(
        (value, out) -> {
          out.writeInt(value.hits().size());
          for (Hit hit : value.hits()) {
            write(hit.owner(), out);
            write(hit.other(), out);
            write(hit.fingerprints(), out);
          }
        },
        in -> {
          List<Hit> hits = new ArrayList<>();
          for (int n = in.readInt(); n > 0; n--) {
            hits.add(new Hit(readPosting(in), readPosting(in), readLongs(in)));
          }
          return new Hits(hits);
        },
        false);
  }

  static Serde<Pair> pair() {
    return serde(
        (value, out) -> {
          write(value.fingerprints(), out);
          out.writeLong(value.ownerSeen());
          out.writeLong(value.otherSeen());
        },
        in -> new Pair(readLongs(in), in.readLong(), in.readLong()),
        false);
  }

  private static <T> Serde<T> serde(
      PackedForm.Writer<T> writer, PackedForm.Reader<T> reader, boolean deflated) {
    return PackedForm.serde(TraceStage.NAME, VERSION, deflated, writer, reader);
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

  private static void write(Posting posting, DataOutputStream out) throws IOException {
    PackedForm.writeString(posting.id(), out);
    out.writeLong(posting.seen());
    PackedForm.writeString(posting.outlet(), out);
    out.writeInt(posting.fingerprints());
  }

  private static Posting readPosting(DataInputStream in) throws IOException {
    return new Posting(PackedForm.string(in), in.readLong(), PackedForm.string(in), in.readInt());
  }

  private static void write(List<Long> values, DataOutputStream out) throws IOException {
    out.writeInt(values.size());
    for (long value : values) {
      out.writeLong(value);
    }
  }

  private static List<Long> readLongs(DataInputStream in) throws IOException {
    List<Long> values = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      values.add(in.readLong());
    }
    return values;
  }
}
