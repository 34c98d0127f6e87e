package org.hearsay.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
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

  @FunctionalInterface
  private interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

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

  private static <T> Serde<T> serde(Writer<T> writer, Reader<T> reader, boolean deflated) {
    return Serdes.serdeFrom(
        (topic, value) -> {
          if (value == null) {
            return null;
          }
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          bytes.write(VERSION);
          Deflater deflater = new Deflater(Deflater.BEST_SPEED);
          try (DataOutputStream out =
              new DataOutputStream(deflated ? new DeflaterOutputStream(bytes, deflater) : bytes)) {
            writer.write(value, out);
          } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
          } finally {
            deflater.end();
          }
          return bytes.toByteArray();
        },
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new SerializationException(
                topic
                    + ": written by another version of the trace stage; stop it, reset its"
                    + " application with kafka-streams-application-reset, and start it again");
          }
          ByteArrayInputStream in = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
          try (DataInputStream data =
              new DataInputStream(deflated ? new InflaterInputStream(in) : in)) {
            return reader.read(data);
          } catch (IOException e) {
            throw new SerializationException(topic + ": not a record of the trace stage", e);
          }
        });
  }

  private static void write(TracedArticle article, DataOutputStream out) throws IOException {
    Piece piece = article.piece();
    write(piece.id(), out);
    write(piece.outlet(), out);
    write(piece.title(), out);
    write(piece.dek(), out);
    write(piece.body(), out);
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
      write(declared, out);
    }
    write(article.outletId(), out);
    write(article.outletName(), out);
    write(article.url(), out);
  }

  private static TracedArticle readArticle(DataInputStream in) throws IOException {
    String id = string(in);
    @Nullable String outlet = readString(in);
    @Nullable String title = readString(in);
    @Nullable String dek = readString(in);
    String body = string(in);
    List<Span> paragraphs = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      paragraphs.add(new Span(in.readInt(), in.readInt()));
    }
    @Nullable Instant published = in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null;
    Instant seen = Instant.ofEpochMilli(in.readLong());
    List<String> declared = new ArrayList<>();
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      declared.add(string(in));
    }
    Piece piece = new Piece(id, outlet, title, dek, body, paragraphs, published, seen, declared);
    return new TracedArticle(piece, readString(in), readString(in), readString(in));
  }

  private static void write(Posting posting, DataOutputStream out) throws IOException {
    write(posting.id(), out);
    out.writeLong(posting.seen());
    write(posting.outlet(), out);
    out.writeInt(posting.fingerprints());
  }

  private static Posting readPosting(DataInputStream in) throws IOException {
    return new Posting(string(in), in.readLong(), string(in), in.readInt());
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

  /** Longer than {@link DataOutputStream#writeUTF} allows; -1 stands for null. */
  private static void write(@Nullable String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String string(DataInputStream in) throws IOException {
    @Nullable String text = readString(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}
