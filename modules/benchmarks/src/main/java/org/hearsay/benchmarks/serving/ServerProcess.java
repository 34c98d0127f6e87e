package org.hearsay.benchmarks.serving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;

/** A server of a store in a JVM of its own, so that what is measured beside it costs it nothing. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String origin;

  private ServerProcess(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param file of the store
   * @throws IOException when it ends instead; it has said why
   */
  public static ServerProcess start(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx448m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = said.readLine();
    if (port == null) {
      throw new IOException("the server of " + file + " ended before it answered");
    }
    return new ServerProcess(process, "http://127.0.0.1:" + port);
  }

  /** The server itself: says its port, and serves the store of that file until it is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (QueryStore store = QueryStore.open(Path.of(arguments[0]), Limits.served());
        WebServer server = WebServer.start(store, WebSettings.local(0))) {
      server.awaitIndex(Duration.ofMinutes(5));
      out.println(server.port());
      new CountDownLatch(1).await();
    }
  }

  /** Scheme, host and port. */
  public String origin() {
    return origin;
  }

  /** Its number in the system. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
