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
    assertThat(read(TraceForms.pairs(), PAIRS_4)).isEqualTo(pairs());
  }

  /** Compressed ones are not compared: another JDK may compress otherwise. */
  @Test
  void aFormIsNotChangedWithoutANewVersion() {
    assertThat(write(TraceForms.pairs(), pairs())).isEqualTo(PAIRS_4);
    assertThat(read(TraceForms.article(), write(TraceForms.article(), ARTICLE))).isEqualTo(ARTICLE);
  }

  private static KnownPairs pairs() {
    return new KnownPairs(SEEN, List.of(new Hit(OTHER_ID, 1, -7, false)));
  }
}
