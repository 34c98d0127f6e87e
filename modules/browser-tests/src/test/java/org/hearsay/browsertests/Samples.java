package org.hearsay.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sample pages, served by {@code hearsay serve --pages} in a process of its own. */
final class Samples implements AutoCloseable {
  /** Files of a checkout are of any time: here they all are of this one. */
  private static final Instant WRITTEN = Instant.parse("2026-02-01T00:00:00Z");

  private static final Pattern ADDRESS = Pattern.compile("hearsay: (http://\\S+) until Ctrl-C");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final String origin;
  private final HttpClient client = HttpClient.newHttpClient();

  private Samples(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @throws IllegalStateException with what it said, when it ends instead
   */
  static Samples serve() throws IOException {
    Path folder = Files.createTempDirectory("hearsay-browser-tests");
    copy(root().resolve("samples"), folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.hearsay.cli.Hearsay",
                "serve",
                "--pages",
                folder.resolve("pages").toString(),
                "--port",
                "0",
                "--sql")
            .redirectErrorStream(true)
            .start();
    return new Samples(process, awaitAddress(process));
  }

  private static String awaitAddress(Process process) throws IOException {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread reader = new Thread(() -> lines.lines().forEach(said::add), "served samples");
        reader.setDaemon(true);
        reader.start();
        return address.group(1);
      }
    }
    throw new IllegalStateException("hearsay serve ended: " + said);
  }

  /** The project's root, given by the build. */
  static Path root() {
    return Path.of(System.getProperty("hearsay.root", "../.."));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            Files.setLastModifiedTime(target, FileTime.from(WRITTEN));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Scheme, host and port. */
  String origin() {
    return origin;
  }

  /** An answer of the API. */
  JsonNode get(String path) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(origin + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The id of the first row of a list. */
  String firstId(String path) {
    JsonNode row = get(path).path("rows").path(0);
    if (row.isMissingNode()) {
      throw new IllegalStateException(path + ": there is no row");
    }
    return row.path("id").asText();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
