package org.hearsay.topology.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;
import org.hearsay.coverage.profiles.Tally;
import org.hearsay.coverage.profiles.Tally.Kind;
import org.hearsay.coverage.profiles.Tally.Line;
import org.hearsay.topology.stores.UnknownFormException;
import org.junit.jupiter.api.Test;

class TallyFormTest {
  private static byte[] bytes(Tally tally) {
    return TallyForm.serde().serializer().serialize("topic", tally);
  }

  private static Tally tally(byte[] bytes) {
    return TallyForm.serde().deserializer().deserialize("topic", bytes);
  }

  @Property
  void aTallyIsReadAsItWasWritten(@ForAll @Size(max = 20) List<String> names, @ForAll long value) {
    Tally.Builder out = new Tally.Builder();
    names.forEach(name -> out.add(Line.of(Kind.NAMING, null, name, name, null, "OUTLET"), value));
    Tally tally = out.build();
    assertThat(tally(bytes(tally))).isEqualTo(tally);
  }

  /** Some bytes are a tally by chance, such as an empty one. */
  @Property
  void anyBytesAreATallyOrAreRefused(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
    Throwable thrown = catchThrowable(() -> tally(bytes));
    if (thrown != null) {
      assertThat(thrown).isInstanceOfAny(SerializationException.class, UnknownFormException.class);
    }
    bytes[0] = 2;
    Throwable ofVersion = catchThrowable(() -> tally(bytes));
    if (ofVersion != null) {
      assertThat(ofVersion)
          .satisfiesAnyOf(
              broken -> assertThat(broken).isInstanceOf(SerializationException.class),
              newer ->
                  assertThat(newer)
                      .isInstanceOf(UnknownFormException.class)
                      .hasMessageContaining("lines of the kind "));
    }
  }

  private static byte[] ofKind(String name) {
    Tally.Builder out = new Tally.Builder();
    out.add(Line.of(Kind.NAMING, null, "the lake", "the lake", null, "OUTLET"), 3);
    String written = new String(bytes(out.build()), StandardCharsets.ISO_8859_1);
    byte[] other = written.replace(Kind.NAMING.name(), name).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(other).isNotEqualTo(bytes(out.build()));
    return other;
  }

  @Test
  void aKindOfANewerProgramIsRefusedWithWhatToDo() {
    byte[] bytes = ofKind("COLOUR");
    assertThatThrownBy(() -> tally(bytes))
        .isInstanceOf(UnknownFormException.class)
        .hasMessage(
            "topic holds lines of the kind COLOUR, which this program does not know: a newer"
                + " program wrote them. Run that one again; or, to stay with this one, stop the"
                + " profile stage, reset its application with kafka-streams-application-reset, and"
                + " start it again: it then begins without what it had kept");
  }

  @Test
  void whatIsNotWrittenAsKindsAreIsABrokenTally() {
    byte[] bytes = ofKind("\u0001colou");
    assertThatThrownBy(() -> tally(bytes)).isInstanceOf(SerializationException.class);
  }

  @Test
  void aTallyThatIsCutOffIsRefused() {
    Tally.Builder out = new Tally.Builder();
    out.add(Line.of(Kind.NAMING, null, "the lake", "the lake", null, "OUTLET"), 3);
    byte[] bytes = bytes(out.build());
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    assertThatThrownBy(() -> tally(cut)).isInstanceOf(SerializationException.class);
  }
}
