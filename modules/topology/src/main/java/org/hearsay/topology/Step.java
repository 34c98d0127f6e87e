package org.hearsay.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A processor of records that have values; it holds the context for its subclass. */
abstract class Step<V, R> implements Processor<String, @Nullable V, String, R> {
  private @Nullable ProcessorContext<String, R> context;

  @Override
  public final void init(ProcessorContext<String, R> given) {
    context = given;
    open(given);
  }

  /** Takes its stores. */
  void open(ProcessorContext<String, R> given) {}

  @Override
  public final void process(Record<String, @Nullable V> record) {
    @Nullable V value = record.value();
    if (value == null) {
      throw new RejectedRecordException("a record without a value");
    }
    process(record.key(), value, record);
  }

  /** One record. */
  abstract void process(String key, V value, Record<String, @Nullable V> record);

  final ProcessorContext<String, R> context() {
    if (context == null) {
      throw new IllegalStateException("process before init");
    }
    return context;
  }
}
