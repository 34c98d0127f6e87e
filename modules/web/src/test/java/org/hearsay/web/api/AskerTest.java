package org.hearsay.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.hearsay.records.Outlet;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.search.Statement;
import org.hearsay.store.tables.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions to the store. */
class AskerTest {
  private static final Statement COUNT =
      new Statement("SELECT count(*) AS outlets FROM outlets", Map.of());

  private final QueryStore store = QueryStore.inMemory();
  private final Asker asker = new Asker(store, Duration.ofSeconds(20));

  @AfterEach
  void close() {
    asker.close();
    store.close();
  }

  private void write(String id) {
    Batch batch = store.batch();
    batch.add(Outlet.newBuilder().setId(id).setName(id).build(), Instant.EPOCH);
    store.write(batch, Map.of());
  }

  private long outlets() {
    return ((Number) asker.first(COUNT).orElseThrow().getOrDefault("outlets", -1)).longValue();
  }

  @Test
  void whatIsAskedTogetherIsOfOneStateOfTheStore() {
    write("ledger");

    asker.together(
        () -> {
          assertThat(outlets()).isEqualTo(1);
          write("observer");
          assertThat(asker.together(this::outlets)).isEqualTo(1);
          return outlets();
        });

    assertThat(outlets()).isEqualTo(2);
  }

  @Test
  void aWrongQuestionEndsOnlyWhatIsAskedTogetherWithIt() {
    write("ledger");
    Statement wrong = new Statement("SELECT shoe FROM outlets", Map.of());

    assertThatThrownBy(() -> asker.together(() -> asker.rows(wrong)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("shoe");

    assertThat(asker.together(this::outlets)).isEqualTo(1);
  }
}
