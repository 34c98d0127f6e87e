package org.hearsay.cli.up;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.cli.options.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code hearsay up}: what is for people in it, and what is the program's own. One
 * process at a time has it.
 */
final class UpFolder implements AutoCloseable {
  /** Changes when a program of before could not go on with what is there. */
  private static final String FORM = "1";

  private static final String MARK = "hearsay-up";
  private static final String LOCK = "hearsay-up.lock";
  private static final String FEEDS = "feeds.txt";

  /** What people may have put there before the first start. */
  private static final Set<String> OF_PEOPLE = Set.of("inbox", "taken", "refused", FEEDS, LOCK);

  /** What the broker begins with, and some pages. */
  private static final int MEGABYTES = 200;

  private static final int LONGEST_MARK = 64;

  private final Path path;
  private final FileChannel lock;

  private UpFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes the folder; made where there is none.
   *
   * @throws UserException when another process has it, it is none of this program's, or it has no
   *     room
   */
  static UpFolder open(Path path) {
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new UserException(path + ": is a file: name a folder");
      }
      Files.createDirectories(path);
      requireOwn(path);
      requireRoom(path);
      UpFolder out = new UpFolder(path, lock(path));
      out.mark();
      for (String part : List.of("inbox", "taken", "refused")) {
        Files.createDirectories(path.resolve(part));
      }
      return out;
    } catch (IOException e) {
      throw new UserException(path + ": cannot be used: " + UserException.told(e), e);
    }
  }

  private static void requireOwn(Path path) throws IOException {
    if (Files.exists(path.resolve(MARK))) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      List<String> others =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !OF_PEOPLE.contains(name))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        throw new UserException(
            path
                + ": has files that are not of hearsay up ("
                + others.get(0)
                + (others.size() > 1 ? " and " + (others.size() - 1) + " more" : "")
                + "): name a folder of its own; pages go into the folder inbox in it");
      }
    }
  }

  private static void requireRoom(Path path) throws IOException {
    long room = Files.getFileStore(path).getUsableSpace() >> 20;
    if (room < MEGABYTES) {
      throw new UserException(
          "the disk of "
              + path
              + " has room for "
              + room
              + " MB, and "
              + MEGABYTES
              + " are needed: make room, or name a folder elsewhere");
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      String holder = text(channel);
      channel.close();
      throw new UserException(
          path
              + ": another hearsay up runs on this folder"
              + (holder.isEmpty() ? "" : " (process " + holder + ")")
              + ": stop it first, or name another folder");
    }
    channel.truncate(0);
    channel.write(bytes(Long.toString(ProcessHandle.current().pid())), 0);
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      // This JVM has it.
      return true;
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(LONGEST_MARK);
    channel.read(out, 0);
    return new String(out.array(), 0, out.position(), StandardCharsets.UTF_8).strip();
  }

  private void mark() throws IOException {
    Path mark = path.resolve(MARK);
    if (!Files.exists(mark)) {
      Files.writeString(mark, FORM + System.lineSeparator());
      return;
    }
    String form = Files.readString(mark).strip();
    if (!form.equals(FORM)) {
      lock.close();
      throw new UserException(
          path
              + ": was made by another version of Hearsay (form "
              + form
              + ", this one has form "
              + FORM
              + "): use that version, or name another folder");
    }
  }

  /** The folder itself. */
  Path path() {
    return path;
  }

  /** Where people drop pages. */
  Path inbox() {
    return path.resolve("inbox");
  }

  /** Where pages go that were taken. */
  Path taken() {
    return path.resolve("taken");
  }

  /** Where pages go that cannot be read, each with the reason. */
  Path refused() {
    return path.resolve("refused");
  }

  /** Addresses of feeds, a line each; need not be there. */
  Path feeds() {
    return path.resolve(FEEDS);
  }

  /** Which pages of feeds were fetched. */
  Path fetched() {
    return path.resolve("fetched.txt");
  }

  /** The store. */
  Path store() {
    return path.resolve("store.duckdb");
  }

  /** Lets others have it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UserException(path + ": cannot be given back: " + UserException.why(e), e);
    }
  }
}
