package org.hearsay.topology.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
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
import org.junit.jupiter.api.Test;

/**
 * Values as programs have written them. Whoever changes a form adds a version and its bytes here,
 * and leaves these: they lie in somebody's stores.
 */
class TraceFormsTest {
  private static final String ARTICLE_4 =
      "047801636060904836b7304b3634483649b44849364a4935354c313637304b64606010c849cc4e2d"
          + "ce4c49d54dce2f2dca4c2d028ab13b2a946496e4a4fe07022057c33f2f55212db5a8a8528f8b2ba4"
          + "3c1fccce4c2d5678d4300588e7946414a5a63e6a98ab0754cb04c420c005c43c40acc4c8c0c03867"
          + "adad9b03982e3139c00014616029cf2c4a05d2d86c17f081ba48c119ee22e18c929282622b7dfd44"
          + "bdd48ac4dc829c54fd0a00972a3ec0";

  private static final String CANDIDATE_4 =
      "0478016360609cb3b6c4e42003038344b2b98559b2a141b249a2454ab2514aaaa9618ab1b9815922"
          + "504e2027313bb5383325553739bfb42833b50828c6eea85092599293fa1f08805c0dffbc5485b4d4"
          + "a2a24a3d2eae90f27c303b33b558e151c314209e539251949afaa861ae1e502d131083001710f300"
          + "b1122303c81db66e0e60bac4e40003508481a53cb328154863b35dc007ea220567b88b84334a4a0a"
          + "8aadf4f513f5522b12730b7252f52b00e9564173";

  private static final String SHARD_4 =
      "0419c786c10c4a8dc2de51d3706a0000019cad7434c0206c616b65736964652d636f75726965726e"
          + "02fffffffffffffff901020304000000000000000900000000";

  private static final String LISTS_4 =
      "040219c786c10c4a8dc2de51d3706a0000019cad7434c0206c616b65736964652d636f7572696572"
          + "6e01020304190123456789abcdef012345670000019cad7434c10103ffffffff";

  private static final String HITS_4 =
      "0419c786c10c4a8dc2de51d3706a0000019cad7434c001190123456789abcdef0123456700000000"
          + "00000001fffffffffffffff901";

  private static final String PAIRS_4 =
      "040000019cad7434c001190123456789abcdef012345670000000000000001fffffffffffffff900";

  private static final String ID = "c786c10c4a8dc2de51d3706a";
  private static final String OTHER_ID = "0123456789abcdef01234567";
  private static final long SEEN = 1_772_436_600_000L;

  private static final TracedArticle ARTICLE =
      new TracedArticle(
          new Piece(
              ID,
              "lakeside-courier",
              "A title",
              null,
              "One ferry.\n\nTwo ferries — “three”.",
              List.of(new Span(0, 10), new Span(12, 34)),
              Instant.ofEpochMilli(1_772_433_000_000L),
              Instant.ofEpochMilli(SEEN),
              List.of("wire")),
          "lakeside-courier",
          "Lakeside Courier",
          "https://a.example/x");

  private static final Sighting SIGHTING = new Sighting(ID, SEEN, "lakeside-courier", 110);

  private static <T> T read(Serde<T> form, String hex) {
    return form.deserializer().deserialize("store", HexFormat.of().parseHex(hex));
  }

  private static <T> String write(Serde<T> form, T value) {
    return HexFormat.of().formatHex(form.serializer().serialize("store", value));
  }

  @Test
  void whatVersion4WroteIsRead() {
    assertThat(read(TraceForms.article(), ARTICLE_4)).isEqualTo(ARTICLE);
    assertThat(read(TraceForms.candidate(), CANDIDATE_4))
        .isEqualTo(new Candidate(ARTICLE, SEEN + 1));
    assertThat(read(TraceForms.shard(), SHARD_4)).isEqualTo(shard());
    assertThat(read(TraceForms.lists(), LISTS_4)).isEqualTo(lists());
    assertThat(read(TraceForms.hits(), HITS_4)).isEqualTo(hits());
    assertThat(read(TraceForms.pairs(), PAIRS_4)).isEqualTo(pairs());
  }

  /** Compressed ones are not compared: another JDK may compress otherwise. */
  @Test
  void aFormIsNotChangedWithoutANewVersion() {
    assertThat(write(TraceForms.shard(), shard())).isEqualTo(SHARD_4);
    assertThat(write(TraceForms.lists(), lists())).isEqualTo(LISTS_4);
    assertThat(write(TraceForms.hits(), hits())).isEqualTo(HITS_4);
    assertThat(write(TraceForms.pairs(), pairs())).isEqualTo(PAIRS_4);
    assertThat(read(TraceForms.article(), write(TraceForms.article(), ARTICLE))).isEqualTo(ARTICLE);
  }

  private static Shard shard() {
    return new Shard(
        SIGHTING, List.of(new PlacedFingerprint(-7, 0x01020304), new PlacedFingerprint(9, 0)));
  }

  private static List<Listing> lists() {
    return List.of(
        new Listing(SIGHTING, 0x01020304),
        new Listing(new Sighting(OTHER_ID, SEEN + 1, "", 3), -1));
  }

  private static Hits hits() {
    return new Hits(ID, SEEN, List.of(new Hit(OTHER_ID, 1, -7, true)));
  }

  private static KnownPairs pairs() {
    return new KnownPairs(SEEN, List.of(new Hit(OTHER_ID, 1, -7, false)));
  }
}
