package org.hearsay.web.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the header Host, and whether this machine alone can be meant. */
class AuthorityTest {
  private static boolean isLoopback(String host) {
    return Authority.parse(host).map(Authority::isLoopback).orElse(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8089",
        "localhost.",
        "localhost.:8089",
        "127.0.0.1",
        "127.255.0.9:1",
        "127.0.0.1.",
        "[::1]",
        "[::1]:8089",
        "[0:0:0:0:0:0:0:1]",
        "[::FFFF:127.0.0.1]"
      })
  void thisMachineAloneIsMeant(String host) {
    assertThat(isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        ":",
        ":8089",
        "localhost:",
        "localhost:x",
        "localhost:99999",
        "localhost..",
        ".localhost",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "notlocalhost",
        "localhost,evil.example",
        "localhost evil.example",
        "localhost@evil.example",
        "evil.example#localhost",
        "http://localhost",
        "localhost/",
        "lоcalhost",
        "127.0.0.1x",
        "127.1",
        "127.0.0.256",
        "127.0.0.01",
        "2130706433",
        "0x7f.0.0.1",
        "0.0.0.0",
        "128.0.0.1",
        "::1",
        "[::1",
        "[::2]",
        "[::1]x",
        "[::1%25lo]",
        "[localhost]",
        "[127.0.0.1]",
        "[.:]",
        "[fe80::1]",
        "localhost\u0000",
        "localhost\r\n"
      })
  void anotherMayBeMeantOrNobody(String host) {
    assertThat(isLoopback(host)).isFalse();
  }

  @Property
  void whatWasReadIsReadAgainAsTheSame(@ForAll("almostNames") String text) {
    Optional<Authority> read = Authority.parse(text);
    if (read.isPresent()) {
      String host = read.get().host();
      String written = host.indexOf(':') < 0 ? host : "[" + host + "]";
      assertThat(host).isEqualTo(host.toLowerCase(Locale.ROOT)).isNotEmpty();
      assertThat(Authority.parse(written)).contains(new Authority(host, -1));
    }
  }

  @Provide
  Arbitrary<String> almostNames() {
    return Arbitraries.strings().withChars("aZ0127.:[]- f").ofMaxLength(20);
  }

  @Property
  void theWholeNetworkOfLoopbackAddressesIsThisMachine(
      @ForAll @IntRange(max = 255) int first,
      @ForAll @IntRange(max = 255) int second,
      @ForAll @IntRange(max = 255) int third,
      @ForAll @IntRange(max = 255) int last,
      @ForAll @IntRange(max = 65_535) int port) {
    String address = first + "." + second + "." + third + "." + last + ":" + port;
    assertThat(isLoopback(address)).isEqualTo(first == 127);
    assertThat(Authority.parse(address).orElseThrow().port()).isEqualTo(port);
  }

  @Example
  void aServerIsAskedByItsAddressAndByTheNamesThatItWasGiven() {
    OwnNames names = OwnNames.of("2001:db8::7", List.of("Desk.example.", "192.0.2.4"));
    for (String own :
        List.of(
            "[2001:DB8:0:0::7]:80",
            "desk.EXAMPLE:443",
            "desk.example.",
            "192.0.2.4",
            "localhost")) {
      assertThat(names.has(Authority.parse(own).orElseThrow())).as(own).isTrue();
    }
    for (String other : List.of("[2001:db8::8]", "x.desk.example", "example", "192.0.2.5")) {
      assertThat(names.has(Authority.parse(other).orElseThrow())).as(other).isFalse();
    }
    assertThat(OwnNames.of("0.0.0.0", List.of()).has(new Authority("evil.example", -1))).isFalse();
    assertThatThrownBy(() -> OwnNames.of("127.0.0.1", List.of("https://desk.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OwnNames.of("127.0.0.1", List.of("desk.example:80")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aPageIsTheServersOwnWhereItsOriginIsTheNameThatWasAsked() {
    OwnNames names = OwnNames.of("127.0.0.1", List.of("desk.example"));
    Authority local = new Authority("localhost", 8089);
    assertThat(names.isOwn("http://localhost:8089", "http", local)).isTrue();
    assertThat(names.isOwn("http://LOCALHOST.:8089", "http", local)).isTrue();
    for (String other :
        List.of(
            "null",
            "",
            "http://localhost",
            "http://localhost:8090",
            "http://127.0.0.1:8089",
            "https://localhost:8089",
            "http://localhost:8089.evil.example",
            "file://localhost:8089")) {
      assertThat(names.isOwn(other, "http", local)).as(other).isFalse();
    }
    Authority named = new Authority("desk.example", -1);
    assertThat(names.isOwn("http://desk.example:80", "http", named)).isTrue();
    assertThat(names.isOwn("https://desk.example", "http", named)).as("a proxy's").isTrue();
    assertThat(names.isOwn("http://desk.example", "https", named)).isFalse();
  }
}
