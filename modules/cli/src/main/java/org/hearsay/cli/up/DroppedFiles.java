package org.hearsay.cli.up;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Which files of a folder that others write to are complete: those that stay as they are for a
 * while, and, so that a list comes before the pages that it names, while nothing else changes; but
 * for that they do not wait for ever. Not safe for use by several threads.
 */
final class DroppedFiles {
  /** How long a file stays the same before it is complete. */
  static final Duration QUIET = Duration.ofSeconds(2);

  /** How long it waits for the others at most. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final Path folder;
  private final LongSupplier nanos;
  private Map<Path, Seen> seen = new HashMap<>();
  private long changedAt;

  /**
   * A file at one moment.
   *
   * @param size in bytes
   * @param modified its time, in milliseconds
   * @param since when it was first seen so
   */
  private record Seen(long size, long modified, long since) {}

  /** Of that folder, and of those under it. */
  DroppedFiles(Path folder, LongSupplier nanos) {
    this.folder = folder;
    this.nanos = nanos;
    this.changedAt = nanos.getAsLong();
  }

  /**
   * Looks; what is hidden, or called as programs call what they have not finished, is not there.
   *
   * @return the complete ones, by name
   * @throws IOException when the folder cannot be read
   */
  List<Path> complete() throws IOException {
    long now = nanos.getAsLong();
    Map<Path, Seen> found = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(folder) && isHidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && !isUnfinished(file)) {
              found.put(file, seen(file, attributes, now));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            // Gone since; or nobody may look at it, which reading it will say.
            return FileVisitResult.CONTINUE;
          }
        });
    if (!found.equals(seen)) {
      changedAt = now;
    }
    seen = new HashMap<>(found);
    boolean still = now - changedAt >= QUIET.toNanos();
    List<Path> out = new ArrayList<>();
    found.forEach(
        (file, how) -> {
          long same = now - how.since();
          if (same >= LONGEST.toNanos() || (still && same >= QUIET.toNanos())) {
            out.add(file);
          }
        });
    return out;
  }

  private Seen seen(Path file, BasicFileAttributes attributes, long now) {
    long modified = attributes.lastModifiedTime().toMillis();
    Seen before = seen.get(file);
    return before != null && before.size() == attributes.size() && before.modified() == modified
        ? before
        : new Seen(attributes.size(), modified, now);
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static boolean isUnfinished(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith("~")
        || name.endsWith(".part")
        || name.endsWith(".tmp")
        || name.endsWith(".crdownload")
        || name.endsWith(".download");
  }
}
