package org.hearsay.topology.trace.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.lineage.fingerprints.PlacedFingerprint;
import org.hearsay.lineage.fingerprints.Shard;
import org.hearsay.lineage.fingerprints.Sighting;
import org.junit.jupiter.api.Test;

/**
 * Values as programs have written them. Whoever changes a form adds a version and its bytes here,
 * and leaves these: they lie in somebody's stores.
 */
class FingerprintFormsTest {
  private static final String SHARD_4 =
      "0419c786c10c4a8dc2de51d3706a0000019cad7434c0206c616b65736964652d636f75726965726e"
          + "02fffffffffffffff901020304000000000000000900000000";

  private static final String LISTS_4 =
      "040219c786c10c4a8dc2de51d3706a0000019cad7434c0206c616b65736964652d636f7572696572"
          + "6e01020304190123456789abcdef012345670000019cad7434c10103ffffffff";

  private static final String HITS_4 =
      "0419c786c10c4a8dc2de51d3706a0000019cad7434c001190123456789abcdef0123456700000000"
          + "00000001fffffffffffffff901";

  private static final String STAGE = "trace";
  private static final String ID = "c786c10c4a8dc2de51d3706a";
  private static final String OTHER_ID = "0123456789abcdef01234567";
  private static final long SEEN = 1_772_436_600_000L;

  private static final Sighting SIGHTING = new Sighting(ID, SEEN, "lakeside-courier", 110);

  private static <T> T read(Serde<T> form, String hex) {
    return form.deserializer().deserialize("store", HexFormat.of().parseHex(hex));
  }

  private static <T> String write(Serde<T> form, T value) {
    return HexFormat.of().formatHex(form.serializer().serialize("store", value));
  }

  @Test
  void whatVersion4WroteIsRead() {
    assertThat(read(FingerprintForms.shard(STAGE), SHARD_4)).isEqualTo(shard());
    assertThat(read(FingerprintForms.lists(STAGE), LISTS_4)).isEqualTo(lists());
    assertThat(read(FingerprintForms.hits(STAGE), HITS_4)).isEqualTo(hits());
  }

  @Test
  void aFormIsNotChangedWithoutANewVersion() {
    assertThat(write(FingerprintForms.shard(STAGE), shard())).isEqualTo(SHARD_4);
    assertThat(write(FingerprintForms.lists(STAGE), lists())).isEqualTo(LISTS_4);
    assertThat(write(FingerprintForms.hits(STAGE), hits())).isEqualTo(HITS_4);
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
}
