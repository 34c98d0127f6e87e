package org.hearsay.systemtests;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/** A store that is restored no further than it is allowed to be. */
record HeldStore(String name, CountDownLatch restoring, CountDownLatch goOn) implements StateStore {
  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(
        root,
        (key, value) -> {
          restoring.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {}

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** Builds it, with a changelog under the name of the store that was before. */
  record Builder(String name, CountDownLatch restoring, CountDownLatch goOn)
      implements StoreBuilder<HeldStore> {
    @Override
    public StoreBuilder<HeldStore> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<HeldStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<HeldStore> withLoggingEnabled(Map<String, String> config) {
      return this;
    }

    @Override
    public StoreBuilder<HeldStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public HeldStore build() {
      return new HeldStore(name, restoring, goOn);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return true;
    }
  }
}
