package org.hearsay.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.cli.options.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders are taken. */
class UpFolderTest {
  @TempDir Path folder;

  private void refused(Path path, String... said) {
    assertThatThrownBy(() -> UpFolder.open(path).close())
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(said)
        .hasMessageStartingWith(path.toString());
  }

  @Test
  void aNewFolderHasPlacesForPages() {
    try (UpFolder made = UpFolder.open(folder.resolve("deep/data"))) {
      assertThat(made.inbox()).isEmptyDirectory();
      assertThat(made.taken()).isEmptyDirectory();
      assertThat(made.refused()).isEmptyDirectory();
    }
    UpFolder.open(folder.resolve("deep/data")).close();
  }

  @Test
  void whatPeoplePutThereBeforeTheFirstStartMayBeThere() throws IOException {
    Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(folder.resolve("inbox/a.html"), "a page");
    Files.writeString(folder.resolve("feeds.txt"), "# none\n");
    UpFolder.open(folder).close();
    assertThat(folder.resolve("inbox/a.html")).exists();
  }

  @Test
  void aFolderOfOtherThingsIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("pages.tsv"), "");
    Files.writeString(folder.resolve("thesis.odt"), "");
    refused(folder, "not of hearsay up (pages.tsv and 1 more)", "inbox");
    assertThat(folder.resolve("inbox")).doesNotExist();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    refused(Files.writeString(folder.resolve("file"), ""), "is a file");
  }

  @Test
  void oneAtATimeHasIt() {
    try (UpFolder first = UpFolder.open(folder)) {
      refused(
          first.path(),
          "another hearsay up",
          "process " + ProcessHandle.current().pid(),
          "stop it");
    }
    UpFolder.open(folder).close();
  }

  @Test
  void aFolderOfAnotherVersionIsRefused() throws IOException {
    UpFolder.open(folder).close();
    Files.writeString(folder.resolve("hearsay-up"), "2\n");
    refused(folder, "another version", "form 2");
    Files.writeString(folder.resolve("hearsay-up"), "1\n");
    UpFolder.open(folder).close();
  }
}
