package org.hearsay.web.live;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import org.hearsay.web.http.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One open answer, written to without a thread that waits: what was given is on its way until the
 * client took it, and nothing more is taken meanwhile. Safe for use by several threads.
 */
final class EventStream implements WriteListener {
  private final ServletOutputStream out;
  private final Runnable taken;
  private final Runnable ended;

  /** Since when something is on its way, by the machine's clock; null where nothing is. */
  private @Nullable Long busySince;

  private boolean unflushed;
  private boolean over;

  /**
   * Over that answer; it has to be begun with {@link #begin}.
   *
   * @param taken is run whenever more can be given; by a thread that must not wait
   * @param ended is run once, when the client is gone or the stream was ended
   */
  EventStream(ServletOutputStream out, Runnable taken, Runnable ended) {
    this.out = out;
    this.taken = taken;
    this.ended = ended;
    this.busySince = System.nanoTime();
  }

  /** Begins. */
  void begin() {
    out.setWriteListener(this);
  }

  /** Gives bytes; false where something is still on its way, or the stream is over. */
  boolean give(Bytes bytes) {
    boolean failed = false;
    synchronized (this) {
      if (over || busySince != null) {
        return false;
      }
      busySince = System.nanoTime();
      unflushed = true;
      try {
        out.write(bytes.array());
        settle();
      } catch (IOException | IllegalStateException e) {
        failed = true;
      }
    }
    if (failed) {
      end();
    }
    return !failed;
  }

  /** Whether more can be given. */
  synchronized boolean isFree() {
    return !over && busySince == null;
  }

  /** Whether something is on its way that was not taken. */
  synchronized boolean isTaking() {
    return busySince != null;
  }

  /** Whether what was given is on its way for longer than that. */
  synchronized boolean isStuck(Duration most) {
    return !over && busySince != null && System.nanoTime() - busySince > most.toNanos();
  }

  /** Ends it, where it is not over. */
  void end() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    ended.run();
  }

  @Override
  public void onWritePossible() throws IOException {
    boolean free;
    synchronized (this) {
      settle();
      free = !over && busySince == null;
    }
    if (free) {
      taken.run();
    }
  }

  /** Sends on what lies in the buffer, and finds out whether all of it is taken. */
  private void settle() throws IOException {
    while (!over && out.isReady()) {
      if (!unflushed) {
        busySince = null;
        return;
      }
      unflushed = false;
      out.flush();
    }
  }

  @Override
  public void onError(Throwable error) {
    end();
  }
}
