package org.hearsay.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class PackedFormPropertiesTest {
  @Property
  void aNameIsReadAsItWasWritten(
      @ForAll @StringLength(max = 40) @Chars({'0', '9', 'a', 'f', 'A', 'g', 'é', ' '}) String name)
      throws IOException {
    assertThat(PackedForm.name(in(bytes(name)))).isEqualTo(name);
  }

  @Property
  void aCountIsReadAsItWasWritten(@ForAll @IntRange(min = 0) int count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackedForm.writeCount(count, new DataOutputStream(out));
    assertThat(PackedForm.count(in(out.toByteArray()))).isEqualTo(count);
  }

  @Example
  void anIdInHexadecimalDigitsTakesHalfAByteADigit() throws IOException {
    assertThat(bytes("c786c10c4a8dc2de51d3706a")).hasSize(1 + 12);
  }

  @Example
  void aNameCutShortIsRefused() throws IOException {
    byte[] whole = bytes("outlet-17");
    assertThatThrownBy(() -> PackedForm.name(in(Arrays.copyOf(whole, whole.length - 1))))
        .isInstanceOf(IOException.class)
        .hasMessage("a text of 9 bytes ends after 8");
  }

  private static byte[] bytes(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackedForm.writeName(name, new DataOutputStream(out));
    return out.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
