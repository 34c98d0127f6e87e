package org.hearsay.cli.up;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.pages.PageList.ListedPage;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.page.UnreadablePageException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pages that are dropped into a folder. A page is moved away once it will not be lost any
 * more: whoever is killed between the two takes it again, and what comes of it is the same. One
 * that cannot be read is moved elsewhere, with a file beside it that says why; it is sent, too, so
 * that it stands among the dead letters. Not safe for use by several threads.
 */
final class Inbox {
  /** Pages on their way at once. */
  private static final int IN_FLIGHT = 64;

  /** Nothing longer is looked at, in bytes. */
  private static final long LONGEST = 20_000_000;

  private static final Set<String> ENDINGS = Set.of("html", "htm", "xhtml", "txt", "");
  private static final String WHY = ".why.txt";

  /** Until outlets that were published are in effect, in nanoseconds. */
  private static final long SETTLING = Duration.ofSeconds(3).toNanos();

  private final UpFolder folder;
  private final PageSending sending;
  private final OutletPublishing outlets;
  private final LongSupplier nanos;
  private final DroppedFiles files;
  private final DroppedLists lists;
  private final PageReader reader = new PageReader();
  private final PrintWriter err;

  /** What was said of a file that waits, so that it is said once. */
  private final Map<Path, String> told = new HashMap<>();

  /** The files of outlets that were published, and when they were changed last. */
  private final Map<Path, FileTime> published = new HashMap<>();

  private long settledAt;
  private int taken;
  private int refused;

  /**
   * A page on its way.
   *
   * @param file where it lies
   * @param size its length when it was read, in bytes
   * @param modified its time then
   * @param unreadable why it cannot be read, or null
   * @param sent done once it will not be lost any more
   */
  private record Sent(
      Path file, long size, FileTime modified, @Nullable String unreadable, Future<?> sent) {}

  /** Publishes what a catalogue has beyond the built-in one. */
  @FunctionalInterface
  interface OutletPublishing {
    /** Does it, and waits until it will not be lost any more. */
    void publish(Catalogue catalogue) throws InterruptedException;
  }

  /** Of that folder. */
  Inbox(
      UpFolder folder,
      PageSending sending,
      OutletPublishing outlets,
      LongSupplier nanos,
      PrintWriter err) {
    this.folder = folder;
    this.sending = sending;
    this.outlets = outlets;
    this.nanos = nanos;
    this.settledAt = nanos.getAsLong();
    this.files = new DroppedFiles(folder.inbox(), nanos);
    this.lists = new DroppedLists(folder.inbox());
    this.err = err;
  }

  /** Takes what is complete by now. What goes wrong with one page is told, and the others go on. */
  void look() throws InterruptedException {
    taken = 0;
    refused = 0;
    Deque<Sent> pending = new ArrayDeque<>();
    Set<Path> waiting = new HashSet<>();
    try {
      List<Path> complete = files.complete();
      publish(complete, waiting);
      if (nanos.getAsLong() < settledAt) {
        return;
      }
      for (Path file : complete) {
        if (lists.isPartOfOne(file)) {
          continue;
        }
        send(file, pending, waiting);
        if (pending.size() >= IN_FLIGHT) {
          confirm(pending.remove(), waiting);
        }
      }
    } catch (IOException e) {
      tell(folder.inbox(), "cannot be read: " + UserException.why(e), waiting);
    }
    while (!pending.isEmpty()) {
      confirm(pending.remove(), waiting);
    }
    told.keySet().retainAll(waiting);
    if (taken + refused > 0) {
      err.println(
          "hearsay: "
              + (taken == 1 ? "1 page" : taken + " pages")
              + " taken from "
              + folder.inbox()
              + (refused == 0 ? "" : ", " + refused + " refused: see " + folder.refused()));
    }
  }

  /** Whose the addresses in lists are; pages wait until that is in effect. */
  private void publish(List<Path> complete, Set<Path> waiting)
      throws InterruptedException, IOException {
    for (Path file : complete) {
      if (DroppedLists.isOfOutlets(file)) {
        FileTime modified = Files.getLastModifiedTime(file);
        if (!modified.equals(published.get(file))) {
          try {
            outlets.publish(CatalogueOptions.with(List.of(file)));
            settledAt = nanos.getAsLong() + SETTLING;
            published.put(file, modified);
          } catch (UserException e) {
            tell(file, "is not used: " + e.getMessage(), waiting);
          }
        }
      }
    }
  }

  private void send(Path file, Deque<Sent> pending, Set<Path> waiting) throws InterruptedException {
    try {
      Optional<ListedPage> listed = lists.of(file);
      long size = Files.size(file);
      FileTime modified = Files.getLastModifiedTime(file);
      if (size > LONGEST) {
        refuse(file, "too large: " + size + " bytes, the limit is " + LONGEST);
        return;
      }
      if (listed.isEmpty() && !ENDINGS.contains(ending(file))) {
        refuse(file, "no page by its name: a page ends in .html, .htm, .xhtml or .txt");
        return;
      }
      byte[] page = Files.readAllBytes(file);
      String url = listed.map(ListedPage::url).orElse("file:" + name(file));
      @Nullable String type = listed.map(ListedPage::contentType).orElse(null);
      pending.add(
          new Sent(
              file,
              size,
              modified,
              unreadable(page, listed.map(ListedPage::url).orElse(null), type),
              sending.send(url, type, page)));
    } catch (UserException e) {
      tell(file, "waits: " + e.getMessage(), waiting);
    } catch (IOException e) {
      move(file, folder.refused(), "cannot be read: " + UserException.why(e), waiting);
    }
  }

  private @Nullable String unreadable(byte[] page, @Nullable String url, @Nullable String type) {
    try {
      reader.read(page, url, type);
      return null;
    } catch (UnreadablePageException e) {
      return e.getMessage();
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Its path in the inbox, the same on every system. */
  private String name(Path file) {
    return folder.inbox().relativize(file).toString().replace('\\', '/');
  }

  private void confirm(Sent page, Set<Path> waiting) throws InterruptedException {
    @Nullable String reason = page.unreadable();
    try {
      page.sent().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof RecordTooLargeException)) {
        tell(page.file(), "could not be sent, and waits: " + UserException.why(e), waiting);
        return;
      }
      reason = UserException.why(e);
    }
    try {
      if (Files.size(page.file()) != page.size()
          || !Files.getLastModifiedTime(page.file()).equals(page.modified())) {
        // Somebody went on writing: it is taken again, whole.
        return;
      }
    } catch (IOException e) {
      // Gone: what was sent stays sent.
      return;
    }
    move(page.file(), reason == null ? folder.taken() : folder.refused(), reason, waiting);
  }

  private void refuse(Path file, String reason) {
    move(file, folder.refused(), reason, new HashSet<>());
  }

  /**
   * Moves a file out of the inbox, beside those of its name that came before.
   *
   * @param reason why it is refused, or null
   */
  private void move(Path file, Path to, @Nullable String reason, Set<Path> waiting) {
    Path target = to.resolve(folder.inbox().relativize(file));
    try {
      Files.createDirectories(target.getParent());
      String name = target.getFileName().toString();
      String ending = ending(target);
      String stem =
          ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
      for (int i = 2; Files.exists(target); i++) {
        target = target.resolveSibling(stem + "-" + i + (ending.isEmpty() ? "" : "." + ending));
      }
      if (reason != null) {
        // First: a refused page without a reason would be a riddle.
        Files.writeString(
            target.resolveSibling(target.getFileName() + WHY),
            reason + System.lineSeparator(),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
      }
      Files.move(file, target);
    } catch (IOException e) {
      tell(file, "cannot be moved to " + target + ": " + UserException.why(e), waiting);
      return;
    }
    if (reason == null) {
      taken++;
    } else {
      refused++;
      err.println("hearsay: " + name(file) + " refused: " + reason);
    }
  }

  private void tell(Path file, String what, Set<Path> waiting) {
    waiting.add(file);
    if (!what.equals(told.put(file, what))) {
      err.println("hearsay: " + file + " " + what);
    }
  }
}
