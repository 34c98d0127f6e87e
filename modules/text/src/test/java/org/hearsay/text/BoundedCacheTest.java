package org.hearsay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
  private final List<String> made = new ArrayList<>();
  private final BoundedCache<String, String> cache = new BoundedCache<>(10, String::length);

  private String get(String key) {
    return cache.get(
        key,
        k -> {
          made.add(k);
          return k;
        });
  }

  @Test
  void whatIsRememberedIsNotMadeAgain() {
    assertThat(get("abc")).isSameAs(get("abc"));
    assertThat(made).containsExactly("abc");
  }

  @Test
  void theLeastRecentlyUsedIsForgottenFirstAndTheWeightStaysInItsBound() {
    get("aaaa");
    get("bbbb");
    get("aaaa");
    get("cccc");
    assertThat(cache.size()).isEqualTo(2);
    get("aaaa");
    get("bbbb");
    assertThat(made).containsExactly("aaaa", "bbbb", "cccc", "bbbb");
  }

  @Test
  void whatIsHeavierThanTheBoundIsGivenAndNotKept() {
    assertThat(get("abcdefghijkl")).isEqualTo("abcdefghijkl");
    assertThat(cache.size()).isZero();
    get("abc");
    get("abc");
    assertThat(made).containsExactly("abcdefghijkl", "abc");
  }
}
