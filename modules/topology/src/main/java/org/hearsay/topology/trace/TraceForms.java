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
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.lineage.fingerprints.PlacedFingerprint;
import org.hearsay.lineage.fingerprints.Shard;
import org.hearsay.lineage.fingerprints.Sighting;
import org.hearsay.text.Span;
import org.hearsay.topology.stores.PackedForm;
import org.hearsay.topology.stores.VersionedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.hearsay.topology.stores.VersionedForm.Writer;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the trace stage's own stores and internal topics, which nobody else reads. Whoever
 * changes one gives it the next version and keeps the reader of the last one, see {@link
 * VersionedForm}; the lists of fingerprints, too: their version is one byte of sixty, and a look at
 * it costs nothing beside reading the list.
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

  static Serde<Shard> shard() {
    return plain(
        (value, out) -> {
          write(value.article(), out);
          PackedForm.writeCount(value.fingerprints().size(), out);
          for (PlacedFingerprint some : value.fingerprints()) {
            out.writeLong(some.value());
            out.writeInt(some.beside());
          }
        },
        in -> {
          Sighting article = readSighting(in);
          int n = PackedForm.count(in);
          List<PlacedFingerprint> some = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            some.add(new PlacedFingerprint(in.readLong(), in.readInt()));
          }
          return new Shard(article, some);
        });
  }

  static Serde<List<Listing>> lists() {
    return plain(
        (value, out) -> {
          PackedForm.writeCount(value.size(), out);
          for (Listing listing : value) {
            write(listing.article(), out);
            out.writeInt(listing.beside());
          }
        },
        in -> {
          int n = PackedForm.count(in);
          List<Listing> list = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            list.add(new Listing(readSighting(in), in.readInt()));
          }
          return list;
        });
  }

  static Serde<Hits> hits() {
    return plain(
        (value, out) -> {
          PackedForm.writeName(value.id(), out);
          out.writeLong(value.seen());
          write(value.hits(), out);
        },
        in -> new Hits(PackedForm.name(in), in.readLong(), readHits(in)));
  }

  static Serde<KnownPairs> pairs() {
    return plain(
        (value, out) -> {
          out.writeLong(value.seen());
          write(value.pairs(), out);
        },
        in -> new KnownPairs(in.readLong(), readHits(in)));
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

  private static void write(Sighting sighting, DataOutputStream out) throws IOException {
    PackedForm.writeName(sighting.id(), out);
    out.writeLong(sighting.seen());
    PackedForm.writeName(sighting.outlet(), out);
    PackedForm.writeCount(sighting.fingerprints(), out);
  }

  private static Sighting readSighting(DataInputStream in) throws IOException {
    return new Sighting(
        PackedForm.name(in), in.readLong(), PackedForm.name(in), PackedForm.count(in));
  }

  private static void write(List<Hit> hits, DataOutputStream out) throws IOException {
    PackedForm.writeCount(hits.size(), out);
    for (Hit hit : hits) {
      PackedForm.writeName(hit.id(), out);
      out.writeLong(hit.seen());
      out.writeLong(hit.fingerprint());
      out.writeBoolean(hit.enough());
    }
  }

  private static List<Hit> readHits(DataInputStream in) throws IOException {
    int n = PackedForm.count(in);
    List<Hit> hits = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      hits.add(new Hit(PackedForm.name(in), in.readLong(), in.readLong(), in.readBoolean()));
    }
    return hits;
  }
}
