package org.hearsay.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** The sample pages, served by {@code hearsay serve --pages} in a process of its own. */
final class Samples implements AutoCloseable {
  /** Files of a checkout are of any time: here they all are of this one. */
  private static final Instant WRITTEN = Instant.parse("2026-02-01T00:00:00Z");

  private final ServingProcess process;

  private Samples(ServingProcess process) {
    this.process = process;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @throws IllegalStateException with what it said, when it ends instead
   */
  static Samples serve() throws IOException {
    Path folder = Files.createTempDirectory("hearsay-browser-tests");
    copy(root().resolve("samples"), folder);
    return new Samples(
        ServingProcess.start(
            List.of(
                "serve", "--pages", folder.resolve("pages").toString(), "--port", "0", "--sql")));
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
    return process.origin();
  }

  /** An answer of the API. */
  JsonNode get(String path) {
    return process.get(path);
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
    process.close();
  }
}
