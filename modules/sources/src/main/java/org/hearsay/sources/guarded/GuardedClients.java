package org.hearsay.sources.guarded;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** HTTP clients that go where they are told to, and nowhere else. */
public final class GuardedClients {
  private GuardedClients() {}

  /**
   * A client that looks names up by a guard, keeps no cookies, follows no redirects and tries
   * nothing twice.
   *
   * @param wait how long a connection, and then each part of an answer, is waited for
   * @param connections how many it has at once at most, to one host or to many
   */
  public static CloseableHttpClient build(
      AddressGuard guard, Duration wait, String userAgent, int connections) {
    Timeout timeout = Timeout.of(wait);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAutomaticRetries()
        .build();
  }
}
