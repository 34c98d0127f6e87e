package org.hearsay.server.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.hearsay.topology.RejectedRecordException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class BlameTest {
  private static final String FULL = "No space left on device";

  private static StreamsException wrapped(Throwable cause) {
    return new StreamsException("exception caught in process", cause);
  }

  @Test
  void diskStoreMemoryBrokerAndLibrariesAreTheMachines() {
    List<Throwable> troubles =
        List.of(
            new InvalidStateStoreException("Store trace-postings-store is currently closed."),
            new ProcessorStateException("Error while executing put", new RocksDBException(FULL)),
            new ProcessorStateException("Error opening store"),
            new RocksDBException("While appending to file: " + FULL),
            new LockException("unable to lock"),
            new TaskCorruptedException(Set.of(new TaskId(0, 0))),
            new IOException(FULL),
            new UncheckedIOException(new IOException(FULL)),
            new UncheckedIOException("no address", new ConnectException("refused")),
            new TimeoutException("60000 ms has passed"),
            new DisconnectException(),
            new ClusterAuthorizationException("not allowed"),
            new AuthorizationException("not allowed"),
            new InterruptException("stopped"),
            new CancellationException("the model is closed"),
            new RuntimeException(new OutOfMemoryError("Java heap space")),
            new OutOfMemoryError("Java heap space"),
            new NoClassDefFoundError("org/hearsay/Something"),
            new UnsatisfiedLinkError("rocksdbjni"));
    assertThat(troubles)
        .allSatisfy(
            trouble -> {
              assertThat(Blame.of(trouble)).isEqualTo(Blame.MACHINE);
              assertThat(Blame.of(wrapped(trouble))).isEqualTo(Blame.MACHINE);
            });
  }

  @Test
  void whatComesOfTheTextIsTheRecords() {
    List<Throwable> faults =
        List.of(
            new RejectedRecordException("a record without a value"),
            new RejectedRecordException("unreadable", new IOException("no page")),
            new SerializationException("cut short"),
            new NullPointerException(),
            new IllegalArgumentException("no such kind"),
            new IndexOutOfBoundsException(7),
            new ClassCastException(),
            new PatternSyntaxException("unclosed", "(", 0),
            new UncheckedIOException(new EOFException()),
            new UncheckedIOException(new MalformedInputException(1)),
            new RuntimeException(new StackOverflowError()));
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(Blame.of(fault)).isEqualTo(Blame.RECORD);
              assertThat(Blame.of(wrapped(fault))).isEqualTo(Blame.RECORD);
            });
  }
}
