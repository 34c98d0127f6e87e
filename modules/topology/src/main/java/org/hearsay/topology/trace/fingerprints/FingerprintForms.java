package org.hearsay.topology.trace.fingerprints;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.lineage.fingerprints.PlacedFingerprint;
import org.hearsay.lineage.fingerprints.Shard;
import org.hearsay.lineage.fingerprints.Sighting;
import org.hearsay.topology.stores.PackedForm;
import org.hearsay.topology.stores.VersionedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.hearsay.topology.stores.VersionedForm.Writer;

/**
 * The forms of fingerprints, of the lists of who has them and of what is found there, which nobody
 * else reads. Whoever changes one gives it the next version and keeps the reader of the last one,
 * see {@link VersionedForm}; the lists, too: their version is one byte of sixty, and a look at it
 * costs nothing beside reading the list.
 */
public final class FingerprintForms {
  /** The first that is read on; all forms have it. */
  private static final int FIRST = 4;

  private FingerprintForms() {}

  /**
   * What travels to the store: some of an article's fingerprints.
   *
   * @param stage whose it is, for messages
   */
  public static Serde<Shard> shard(String stage) {
    return form(
        stage,
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

  /** Who has a fingerprint. */
  static Serde<List<Listing>> lists(String stage) {
    return form(
        stage,
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

  /**
   * What travels from it: what an article shares with earlier ones.
   *
   * @param stage whose it is, for messages
   */
  public static Serde<Hits> hits(String stage) {
    return form(
        stage,
        (value, out) -> {
          PackedForm.writeName(value.id(), out);
          out.writeLong(value.seen());
          writeHits(value.hits(), out);
        },
        in -> new Hits(PackedForm.name(in), in.readLong(), readHits(in)));
  }

  private static <T> Serde<T> form(String stage, Writer<T> writer, Reader<T> reader) {
    return VersionedForm.of(stage, FIRST, writer, reader).serde();
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

  /** Writes hits in a row. */
  public static void writeHits(List<Hit> hits, DataOutputStream out) throws IOException {
    PackedForm.writeCount(hits.size(), out);
    for (Hit hit : hits) {
      PackedForm.writeName(hit.id(), out);
      out.writeLong(hit.seen());
      out.writeLong(hit.fingerprint());
      out.writeBoolean(hit.enough());
    }
  }

  /** Reads such hits. */
  public static List<Hit> readHits(DataInputStream in) throws IOException {
    int n = PackedForm.count(in);
    List<Hit> hits = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      hits.add(new Hit(PackedForm.name(in), in.readLong(), in.readLong(), in.readBoolean()));
    }
    return hits;
  }
}
