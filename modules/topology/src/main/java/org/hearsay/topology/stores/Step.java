package org.hearsay.topology.stores;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.topology.RejectedRecordException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A processor of records that have values; it holds context and stores for its subclass. */
public abstract class Step<V, R> implements Processor<String, @Nullable V, String, R> {
  private static final String RECORD = "record";

  private final List<RetainedStore<?, ?>> stores = new ArrayList<>();
  private @Nullable ProcessorContext<String, R> context;
  private @Nullable RecordsAtWork atWork;

  /** For subclasses. */
  protected Step() {}

  /**
   * A store of this step, for its constructor; it opens when the step is initialised. The topology
   * has to connect the two.
   */
  protected final <K, W> RetainedStore<K, W> store(StoreDefinition<K, W> definition) {
    RetainedStore<K, W> store = new RetainedStore<>(definition);
    stores.add(store);
    return store;
  }

  @Override
  public final void init(ProcessorContext<String, R> given) {
    context = given;
    atWork =
        given.appConfigs().get(RecordsAtWork.SETTING) instanceof RecordsAtWork kept ? kept : null;
    // Of the thread, which has the tasks of one application alone.
    MDC.put("stage", given.applicationId());
    stores.forEach(store -> store.open(given));
  }

  @Override
  public final void process(Record<String, @Nullable V> record) {
    @Nullable V value = record.value();
    if (value == null) {
      throw new RejectedRecordException("a record without a value");
    }
    @Nullable RecordsAtWork kept = atWork;
    boolean begun = kept != null && kept.begin(record.key(), context().recordMetadata());
    // The log says of which record it speaks; a step may be called by another, with what that made.
    @Nullable String outer = MDC.get(RECORD);
    MDC.put(RECORD, record.key());
    try {
      process(record.key(), value, record);
    } finally {
      if (outer == null) {
        MDC.remove(RECORD);
      } else {
        MDC.put(RECORD, outer);
      }
      if (begun && kept != null) {
        kept.end();
      }
    }
  }

  /** One record. */
  protected abstract void process(String key, V value, Record<String, @Nullable V> record);

  /** Where results go. */
  protected final ProcessorContext<String, R> context() {
    if (context == null) {
      throw new IllegalStateException("process before init");
    }
    return context;
  }

  /** Sends a result on, at the time of the record that caused it. */
  protected final void send(String key, R value, long time) {
    context().forward(new Record<>(key, value, time));
  }

  /** Sends a result with its headers on to one of several nodes, at the time of that record. */
  protected final void send(
      String node, String key, R value, Headers headers, Record<String, ?> cause) {
    context().forward(new Record<>(key, value, cause.timestamp(), headers), node);
  }
}
