package org.hearsay.benchmarks.up;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long {@code bin/hearsay up} takes, built and with its files in the system's memory: from the
 * command to a dashboard that answers, to pages being read, and to the first claim of a page that
 * lies in the inbox from the start; on a new folder, and on the same one again. Beside each stands
 * the processor time that all its processes had taken by then: on a machine that does other work,
 * too, that divided by the cores is what the time would be.
 *
 * <p>Arguments: the project's root (default: here), how often (default 2).
 */
public final class UpCost {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SAMPLE = "stonegate-review/krelani-answers.html";
  private static final Pattern SOME = Pattern.compile("\"claims\":[1-9]");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Path root;
  private final PrintStream out;

  private UpCost(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath().normalize();
    int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf("%d cores%n", Runtime.getRuntime().availableProcessors());
    UpCost cost = new UpCost(root, out);
    for (int i = 0; i < times; i++) {
      Path folder = Files.createTempDirectory("hearsay-up-cost").resolve("data");
      cost.measure("new folder", folder, true);
      cost.measure("next start", folder, false);
    }
  }

  private void measure(String what, Path folder, boolean page)
      throws IOException, InterruptedException {
    if (page) {
      Path inbox = Files.createDirectories(folder.resolve("inbox"));
      Files.copy(root.resolve("samples/pages").resolve(SAMPLE), inbox.resolve("sample.html"));
    }
    int port = freePort();
    Path log = folder.resolveSibling("log.txt");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                root.resolve("bin/hearsay").toString(),
                "up",
                folder.toString(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      String at = "http://localhost:" + port;
      await(process, at + "/api/claims?limit=20", answer -> true);
      await(process, at + "/", answer -> true);
      tell(what + ": the dashboard answers", began, process);
      while (!Files.readString(log).contains("pages are read after")) {
        requireAlive(process, log);
      }
      tell(what + ": pages are read", began, process);
      await(process, at + "/api/about", SOME.asPredicate());
      tell(what + ": the first claim is shown", began, process);
    } finally {
      long ending = System.nanoTime();
      process.destroy();
      process.waitFor();
      out.printf("%s: stopped in %.1f s%n", what, (System.nanoTime() - ending) / 1e9);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void requireAlive(Process process, Path log)
      throws IOException, InterruptedException {
    if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
      throw new IOException("it ended: " + Files.readString(log));
    }
  }

  private void await(Process process, String address, Predicate<String> enough)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && enough.test(answer.body())) {
          return;
        }
      } catch (ConnectException e) {
        // Not yet.
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("it ended before " + address + " answered");
      }
    }
    throw new IOException(address + " did not answer in " + PATIENCE);
  }

  private void tell(String what, long began, Process process) {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    try (Stream<ProcessHandle> others = process.descendants()) {
      others.forEach(all::add);
    }
    double taken =
        all.stream()
            .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToDouble(Duration::toMillis)
            .sum();
    out.printf(
        "%s after %.1f s, of the processor %.1f s%n",
        what, (System.nanoTime() - began) / 1e9, taken / 1e3);
  }
}
