package org.hearsay.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

class VersionedFormPropertiesTest {
  private static final String TOPIC = "app-posts-store-changelog";

  /** A name and, since version 2, a place. */
  private record Post(String name, int place) {}

  private static final VersionedForm<Post> FIRST =
      VersionedForm.of(
          "post",
          1,
          (post, out) -> PackedForm.writeName(post.name, out),
          in -> new Post(PackedForm.name(in), 0));

  private static final VersionedForm<Post> SECOND =
      VersionedForm.<Post>of(
              "post",
              2,
              VersionedForm.deflated(
                  (post, out) -> {
                    PackedForm.writeName(post.name, out);
                    PackedForm.writeCount(post.place, out);
                  }),
              VersionedForm.inflated(in -> new Post(PackedForm.name(in), PackedForm.count(in))))
          .reading(1, in -> new Post(PackedForm.name(in), 0));

  private static Post read(VersionedForm<Post> form, byte[] bytes) {
    return form.serde().deserializer().deserialize(TOPIC, bytes);
  }

  private static byte[] write(VersionedForm<Post> form, Post post) {
    return form.serde().serializer().serialize(TOPIC, post);
  }

  @Property
  void whatAnEarlierVersionWroteIsReadByTheNewerOne(@ForAll String name) {
    // A lone surrogate is no text that UTF-8 can write.
    String written =
        new String(
            name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(read(SECOND, write(FIRST, new Post(written, 7)))).isEqualTo(new Post(written, 0));
  }

  @Property
  void whatTheNewestVersionWroteIsReadAsItWas(@ForAll @IntRange(min = 0) int place) {
    Post post = new Post("outlet-17", place);
    byte[] bytes = write(SECOND, post);
    assertThat(bytes[0]).isEqualTo((byte) 2);
    assertThat(read(SECOND, bytes)).isEqualTo(post);
  }

  @Property
  void everyOtherVersionIsRefusedByItsNumber(@ForAll @IntRange(min = 3, max = 255) int version) {
    byte[] bytes = write(SECOND, new Post("outlet-17", 3));
    bytes[0] = (byte) version;
    assertThatThrownBy(() -> read(SECOND, bytes))
        .isInstanceOf(UnknownFormException.class)
        .hasMessage(
            TOPIC
                + " holds values in version "
                + version
                + " of their form, and this program reads 1 to 2: a newer program wrote them. Run"
                + " that one again; or, to stay with this one, stop the post stage, reset its"
                + " application with kafka-streams-application-reset, and start it again: it then"
                + " begins without what it had kept");
  }

  @Example
  void whatIsTooOldIsRefusedWithWhatToDo() {
    byte[] bytes = write(SECOND, new Post("outlet-17", 3));
    bytes[0] = 0;
    assertThatThrownBy(() -> read(SECOND, bytes))
        .isInstanceOf(UnknownFormException.class)
        .hasMessageContaining("a program too old to be read on wrote them. Stop the post stage");
  }

  @Property
  void bytesCutShortAreABrokenValueAndNoOtherForm(@ForAll @IntRange(min = 0, max = 10) int length) {
    byte[] whole = write(FIRST, new Post("outlet-17!", 0));
    byte[] cut = java.util.Arrays.copyOf(whole, length);
    assertThatThrownBy(() -> read(FIRST, cut)).isInstanceOf(SerializationException.class);
  }

  @Example
  void aVersionHasOneReaderAndNoneIsAheadOfTheNewest() {
    assertThatThrownBy(() -> SECOND.reading(1, in -> new Post("", 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SECOND.reading(3, in -> new Post("", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void nothingIsNothing() {
    Serde<Post> serde = SECOND.serde();
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }
}
