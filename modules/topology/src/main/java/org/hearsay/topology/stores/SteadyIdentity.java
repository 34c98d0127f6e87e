package org.hearsay.topology.stores;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A store that keeps nothing, and counts as kept on disk. Kafka Streams keeps a process's id in the
 * state directory of an application with such a store, and makes a new one at every start
 * otherwise. With the same id a process that was killed and starts again takes over its producers,
 * and with that ends the transactions that it left open; with a new one, whatever is written behind
 * them stays hidden from readers of committed records until the transactions' time is over.
 *
 * <p>Not needed once a stage has a store of its own.
 */
public final class SteadyIdentity implements StateStore {
  /** The store's name. */
  public static final String NAME = "steady-identity";

  private boolean open;

  private SteadyIdentity() {}

  /** What a topology adds. */
  public static StoreBuilder<SteadyIdentity> builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException("nothing was kept, so nothing is restored");
        });
    open = true;
  }

  @Override
  public boolean persistent() {
    return true;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  private static final class Builder implements StoreBuilder<SteadyIdentity> {
    @Override
    public StoreBuilder<SteadyIdentity> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<SteadyIdentity> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<SteadyIdentity> withLoggingEnabled(Map<String, String> config) {
      return this;
    }

    @Override
    public StoreBuilder<SteadyIdentity> withLoggingDisabled() {
      return this;
    }

    @Override
    public SteadyIdentity build() {
      return new SteadyIdentity();
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }

    @Override
    public String name() {
      return NAME;
    }
  }
}
