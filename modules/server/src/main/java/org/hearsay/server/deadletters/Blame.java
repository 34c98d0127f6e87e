package org.hearsay.server.deadletters;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.hearsay.registry.RegistryException;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.stores.UnknownFormException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * Who is to blame for what failed while a record was read or processed. Only what fails for the
 * record's own sake goes to the dead letters: whatever else fails would fail for the next record,
 * too, so that all of them would go there, one after the other.
 */
public enum Blame {
  /** The record: it fails whenever it comes, on whatever machine. */
  RECORD,
  /** Disk, store, memory, broker or registry: it goes through once that is mended. */
  MACHINE,
  /** The program, which is not the one that can go on here. */
  PROGRAM;

  /** By the outermost failure that says who. */
  public static Blame of(Throwable failure) {
    if (UnknownFormException.isCauseOf(failure)) {
      return PROGRAM;
    }
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      @Nullable Blame blame = byClass(e);
      if (blame != null) {
        return blame;
      }
    }
    return RECORD;
  }

  /** Null where the cause says more. */
  private static @Nullable Blame byClass(Throwable e) {
    if (e instanceof RegistryException answer) {
      return answer.isFaultOfTheRecord() ? RECORD : MACHINE;
    }
    if (e instanceof RejectedRecordException || e instanceof SerializationException) {
      return RECORD;
    }
    if (isOfAStore(e)) {
      return MACHINE;
    }
    if (e instanceof KafkaException) {
      // Kafka Streams wraps in it what a step has thrown.
      return e instanceof StreamsException && e.getCause() != null ? null : MACHINE;
    }
    if (e instanceof UncheckedIOException) {
      return null;
    }
    if (e instanceof IOException) {
      // Of bytes in memory, which are the record's.
      return e instanceof CharacterCodingException
              || e instanceof EOFException
              || e instanceof ZipException
          ? RECORD
          : MACHINE;
    }
    if (e instanceof Error) {
      // A text may be nested too deep; memory, a library or a class that is missing is no text's.
      return e instanceof StackOverflowError ? RECORD : MACHINE;
    }
    // Whoever stops the process closes what a record is still worked on with.
    return e instanceof InterruptedException || e instanceof CancellationException ? MACHINE : null;
  }

  private static boolean isOfAStore(Throwable e) {
    return e instanceof InvalidStateStoreException
        || e instanceof ProcessorStateException
        || e instanceof LockException
        || e instanceof TaskCorruptedException
        || e instanceof TaskMigratedException
        || e instanceof RocksDBException;
  }
}
