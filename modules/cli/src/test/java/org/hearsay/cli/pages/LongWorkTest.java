package org.hearsay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearsay.cli.Hearsay;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Work on one input that does not end soon. */
class LongWorkTest {
  /** What is told, and when that was. */
  private static final class Told extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch first = new CountDownLatch(1);

    @Override
    public synchronized void write(char[] letters, int offset, int length) {
      text.append(letters, offset, length);
      if (text.indexOf(" s" + System.lineSeparator()) >= 0) {
        first.countDown();
      }
    }

    @Override
    public synchronized String toString() {
      return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void analyzeTellsWhatItIsAtAfterAFewSeconds() throws Exception {
    InputStream before = System.in;
    Told told = new Told();
    try (PipedInputStream in = new PipedInputStream()) {
      System.setIn(in);
      CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
      line.setOut(new PrintWriter(Writer.nullWriter(), true));
      line.setErr(new PrintWriter(told, true));
      CompletableFuture<Integer> status;
      try (PipedOutputStream page = new PipedOutputStream(in)) {
        status =
            CompletableFuture.supplyAsync(() -> line.execute("analyze", "--extract-only", "-"));
        page.write("A long page\n\nIt does not end yet.\n".getBytes(StandardCharsets.UTF_8));
        assertThat(told.first.await(30, TimeUnit.SECONDS)).as(told.toString()).isTrue();
      }
      assertThat(status.get(30, TimeUnit.SECONDS)).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(told.toString()).matches("hearsay: 0 done, at work on standard input for \\d s\\R");
  }
}
