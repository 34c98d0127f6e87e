package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.lineage.TimedStore.Entry;

class MemoryStorePropertiesTest {
  private static final long HOUR = 3_600_000;

  @Property
  void anEntryIsFoundByAnyTimeInItsBucketAndInNoOther(
      @ForAll @IntRange(max = 100_000_000) int put, @ForAll @IntRange(max = 100_000_000) int got) {
    MemoryStore<String, String> store = MemoryStore.retaining(Duration.ofHours(1));
    store.put("key", "value", put);
    boolean same = put / HOUR == got / HOUR;
    assertThat(store.get("key", got)).isEqualTo(same ? "value" : null);
  }

  @Property
  void anEntryLivesForTheRetentionAndNotForTwice(@ForAll @IntRange(max = 20_000_000) int later) {
    MemoryStore<String, String> store = MemoryStore.retaining(Duration.ofHours(1));
    store.put("key", "value", HOUR + 1_000);
    store.advance(HOUR + 1_000 + later);
    if (later <= HOUR) {
      assertThat(store.all("key")).containsExactly(new Entry<>(HOUR, "value"));
      assertThat(store.range("a", "z")).containsExactly("value");
    } else if (later > 2 * HOUR) {
      assertThat(store.all("key")).isEmpty();
      assertThat(store.range("a", "z")).isEmpty();
      assertThat(store.get("key", HOUR + 1_000)).isNull();
    }
  }

  @Property
  void anEndlessStoreForgetsNothing(@ForAll @IntRange int first, @ForAll @IntRange int last) {
    MemoryStore<String, String> store = MemoryStore.endless();
    store.put("key", "value", Math.abs((long) first));
    store.advance(Long.MAX_VALUE / 8 + last);
    assertThat(store.latest("key")).isEqualTo("value");
  }

  @Example
  void theNewestBucketComesFirstAndIsTheOneReplaced() {
    MemoryStore<String, String> store = MemoryStore.retaining(Duration.ofHours(1));
    store.put("key", "old", HOUR);
    store.put("key", "new", 2 * HOUR);
    assertThat(store.all("key")).extracting(Entry::value).containsExactly("new", "old");
    assertThat(store.latest("key")).isEqualTo("new");
    store.replace("key", "newer", HOUR);
    assertThat(store.all("key")).extracting(Entry::value).containsExactly("newer", "old");
    store.replace("key", null, HOUR);
    assertThat(store.all("key")).extracting(Entry::value).containsExactly("old");
  }

  @Example
  void theOnlyEntryLiesInTheBucketOfItsTime() {
    MemoryStore<String, String> store = MemoryStore.retaining(Duration.ofHours(1));
    store.put("key", "old", HOUR);
    store.put("key", "new", 2 * HOUR);
    store.putOnly("key", "only", HOUR + 5);
    assertThat(store.all("key")).containsExactly(new Entry<>(HOUR, "only"));
    store.putOnly("key", "later", 2 * HOUR);
    assertThat(store.all("key")).containsExactly(new Entry<>(2 * HOUR, "later"));
    store.putOnly("key", null, HOUR);
    assertThat(store.all("key")).isEmpty();
  }

  @Example
  void whatBelongsToAnArticleIsItsOwnAlone() {
    MemoryStore<String, String> store = MemoryStore.endless();
    List<String> owners = List.of("0a", "0b", "0c");
    for (String owner : owners) {
      store.put(OwnedKeys.key(owner, "00"), owner + " first", 1);
      store.put(OwnedKeys.key(owner, "ff"), owner + " last", 2);
    }
    assertThat(OwnedKeys.of(store, "0b")).containsExactlyInAnyOrder("0b first", "0b last");
  }
}
