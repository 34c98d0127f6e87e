package org.hearsay.sources.guarded;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Sends bytes to addresses that somebody named: not into one's own network unless that is allowed,
 * nowhere else than said (redirects are answers like others), and for no longer than it may take.
 * Safe for use by several threads.
 */
public final class Poster implements Closeable {
  /** One that does not answer holds a connection, and others must not wait for it. */
  private static final int MOST_CONNECTIONS = 1_000;

  private final AddressGuard guard;
  private final CloseableHttpClient client;
  private final Duration most;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread out = new Thread(work, "post-time-limit");
            out.setDaemon(true);
            return out;
          });

  /**
   * What was answered.
   *
   * @param status the HTTP status
   * @param pause how long the receiver wants to be left alone, where it says so
   */
  public record Reply(int status, Optional<Duration> pause) {}

  /**
   * By those limits.
   *
   * @param privateAddresses whether one's own network may be sent to
   * @param most how long all of one sending may take
   * @param userAgent as whom it sends
   */
  public Poster(boolean privateAddresses, Duration most, String userAgent) {
    this.guard = new AddressGuard(privateAddresses);
    this.most = most;
    this.client = GuardedClients.build(guard, most, userAgent, MOST_CONNECTIONS);
  }

  /**
   * Why nothing is sent there; nothing where it is, or where the host is not known now.
   *
   * @param address with a host
   */
  public Optional<String> refusal(URI address) {
    try {
      InetAddress[] unused = guard.resolve(AddressGuard.bare(address.getHost()));
      return Optional.empty();
    } catch (PrivateAddressException e) {
      return Optional.ofNullable(e.getMessage());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * Sends JSON.
   *
   * @param headers by name
   * @throws IOException when nothing was answered; its message says why
   */
  public Reply post(URI address, Map<String, String> headers, byte[] json) throws IOException {
    HttpPost request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    ScheduledFuture<?> end =
        clock.schedule(request::cancel, most.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(
          request,
          response -> {
            @Nullable Header again = response.getFirstHeader("Retry-After");
            @Nullable Duration wait =
                again == null ? null : RetryAfter.wait(again.getValue(), Instant.now());
            // What else is said is not read: it may be long, or never end.
            request.cancel();
            return new Reply(response.getCode(), Optional.ofNullable(wait));
          });
    } finally {
      end.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    client.close();
  }
}
