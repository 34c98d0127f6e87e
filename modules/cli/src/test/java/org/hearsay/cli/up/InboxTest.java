package org.hearsay.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hearsay.entities.Catalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that are dropped. Time goes on when the test says so. */
class InboxTest {
  private static final String PAGE =
      "<html><head><title>A bridge</title></head><body><article><p>The bridge over the Drava will"
          + " stay closed until spring, the minister Mara Lind said on Monday after engineers had"
          + " found cracks in two of its pillars.</p></article></body></html>";

  private static final String LIST = "file\turl\tcontent-type\n";

  private final List<String> sent = new ArrayList<>();
  private final List<Catalogue> published = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @TempDir Path temporary;
  private Path inbox;
  private UpFolder folder;
  private Inbox taking;
  private long now;
  private @Nullable Exception failing;

  @BeforeEach
  void open() {
    folder = UpFolder.open(temporary.resolve("data"));
    inbox = folder.inbox();
    taking = new Inbox(folder, this::send, published::add, () -> now, new PrintWriter(err, true));
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private Future<?> send(String url, @Nullable String type, byte[] page) {
    sent.add(url + " " + type + " " + page.length);
    return failing == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(failing);
  }

  private Path drop(String name, String text) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void look(long seconds) throws InterruptedException {
    now += seconds * 1_000_000_000L;
    taking.look();
  }

  /** Sees what is there, and looks again when it has been quiet. */
  private void settle() throws InterruptedException {
    look(1);
    look(3);
  }

  @Test
  void aFileIsTakenOnceItStaysAsItIs() throws Exception {
    Path file = drop("bridge.html", PAGE.substring(0, 100));
    look(1);
    look(1);
    Files.writeString(file, PAGE.substring(100), StandardOpenOption.APPEND);
    look(1);
    assertThat(sent).as("it is still written").isEmpty();
    look(3);
    assertThat(sent).containsExactly("file:bridge.html null " + PAGE.length());
    assertThat(inbox).isEmptyDirectory();
    assertThat(folder.taken().resolve("bridge.html")).hasContent(PAGE);
    assertThat(err.toString()).contains("1 page taken from");
    look(5);
    assertThat(sent).as("once").hasSize(1);
  }

  @Test
  void aFileDoesNotWaitForOthersForEver() throws Exception {
    drop("bridge.html", PAGE);
    for (int i = 0; i < 12; i++) {
      drop("growing.html", PAGE.repeat(i + 1));
      look(1);
    }
    assertThat(sent).containsExactly("file:bridge.html null " + PAGE.length());
    assertThat(inbox.resolve("growing.html")).exists();
  }

  @Test
  void whatProgramsHaveNotFinishedOrHideIsLeftAlone() throws Exception {
    for (String name :
        List.of(".bridge.html.x7", "bridge.html.part", "a.crdownload", ".d/a.html")) {
      drop(name, PAGE);
    }
    settle();
    assertThat(sent).isEmpty();
    assertThat(inbox.resolve("bridge.html.part")).exists();
  }

  @Test
  void aListSaysWhereThePagesBesideAndUnderItWereFetchedAndStays() throws Exception {
    drop("day/bridge.html", PAGE);
    drop("day/under/school.html", PAGE);
    drop("day/other.html", PAGE);
    drop(
        "day/pages.tsv",
        LIST
            + "bridge.html\thttps://brod.example/bridge\ttext/html\n"
            + "under/school.html\thttps://brod.example/school\ttext/html; charset=utf-8\n"
            + "gone.html\thttps://brod.example/gone\ttext/html\n");
    settle();
    assertThat(sent)
        .containsExactly(
            "https://brod.example/bridge text/html " + PAGE.length(),
            "file:day/other.html null " + PAGE.length(),
            "https://brod.example/school text/html; charset=utf-8 " + PAGE.length());
    assertThat(folder.taken().resolve("day/under/school.html")).exists();
    assertThat(inbox.resolve("day/pages.tsv")).exists();
  }

  @Test
  void pagesWaitUntilAListThatCannotBeReadIsMended() throws Exception {
    drop("bridge.html", PAGE);
    drop("pages.tsv", "file,url\n");
    settle();
    look(5);
    assertThat(sent).isEmpty();
    assertThat(err.toString().lines()).as("said once").hasSize(1);
    assertThat(err.toString()).contains("pages.tsv:1: needs the words file, url and content-type");
    drop("pages.tsv", LIST + "bridge.html\thttps://brod.example/bridge\ttext/html\n");
    settle();
    assertThat(sent).containsExactly("https://brod.example/bridge text/html " + PAGE.length());
  }

  @Test
  void theOutletsBesideAListArePublishedBeforeItsPagesAreSent() throws Exception {
    drop("bridge.html", PAGE);
    drop("pages.tsv", LIST + "bridge.html\thttps://brod.example/bridge\ttext/html\n");
    drop(
        "catalogue/outlets.yaml",
        "outlets:\n  - id: brod-herald\n    name: Brod Herald\n    hosts: [brod.example]\n");
    settle();
    assertThat(published).hasSize(1);
    assertThat(published.get(0).outlet("brod-herald")).isPresent();
    assertThat(sent).as("the stages do not know it yet").isEmpty();
    look(4);
    assertThat(sent).hasSize(1);
    look(4);
    assertThat(published).as("once").hasSize(1);
    assertThat(inbox.resolve("catalogue/outlets.yaml")).exists();
  }

  @Test
  void whatIsNoPageIsRefusedWithTheReasonBesideIt() throws Exception {
    drop("empty.html", "");
    drop("notes.md", "# Notes");
    drop("deep/binary.html", "\0\0\0\1\2\3\0\0");
    settle();
    assertThat(folder.refused().resolve("empty.html")).exists();
    assertThat(folder.refused().resolve("empty.html.why.txt"))
        .content()
        .contains("empty page: no bytes");
    assertThat(folder.refused().resolve("notes.md.why.txt")).content().contains(".html");
    assertThat(folder.refused().resolve("deep/binary.html.why.txt")).exists();
    assertThat(sent).as("what was read stands among the dead letters").hasSize(2);
    assertThat(err.toString()).contains("empty.html refused: empty page").contains("3 refused");
  }

  @Test
  void aNameThatWasTakenBeforeGetsANumber() throws Exception {
    for (int i = 0; i < 3; i++) {
      drop("bridge.html", PAGE);
      settle();
    }
    assertThat(folder.taken().resolve("bridge.html")).exists();
    assertThat(folder.taken().resolve("bridge-2.html")).exists();
    assertThat(folder.taken().resolve("bridge-3.html")).exists();
    assertThat(sent).hasSize(3);
  }

  @Test
  void whatCouldNotBeSentStaysAndIsTriedAgain() throws Exception {
    drop("bridge.html", PAGE);
    failing = new TimeoutException("no broker");
    settle();
    look(3);
    assertThat(inbox.resolve("bridge.html")).exists();
    assertThat(err.toString().lines()).as("said once").hasSize(1);
    assertThat(err.toString()).contains("could not be sent, and waits: no broker");
    failing = null;
    look(3);
    assertThat(folder.taken().resolve("bridge.html")).exists();
  }

  @Test
  void whatTheBrokerWillNeverTakeIsRefused() throws Exception {
    drop("bridge.html", PAGE);
    failing = new RecordTooLargeException("too large for a record");
    settle();
    assertThat(folder.refused().resolve("bridge.html.why.txt"))
        .content()
        .contains("too large for a record");
  }

  @Test
  void aFileThatIsWrittenOnWhileItIsSentIsTakenAgainWhole() throws Exception {
    Path file = drop("bridge.html", PAGE);
    Inbox slow =
        new Inbox(
            folder,
            (url, type, page) -> {
              sent.add(url + " " + page.length);
              return append(file);
            },
            published::add,
            () -> now,
            new PrintWriter(err, true));
    slow.look();
    now += 3_000_000_000L;
    slow.look();
    assertThat(sent).hasSize(1);
    assertThat(file).exists();
  }

  private static Future<?> append(Path file) {
    try {
      Files.writeString(file, "more", StandardOpenOption.APPEND);
      return CompletableFuture.completedFuture(null);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
