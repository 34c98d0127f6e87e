package org.hearsay.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserExceptionTest {
  @TempDir Path folder;

  @Test
  void aFailureIsToldWithTheFilesNameAndWithoutJavasWords() {
    assertThat(UserException.told(new NoSuchFileException("own.yaml")))
        .isEqualTo("own.yaml: no such file");
    assertThat(
            UserException.told(
                new UncheckedIOException(
                    new FileSystemException("a.csv", null, "No space left on device"))))
        .isEqualTo("a.csv: No space left on device");
    assertThat(UserException.why(new IOException("first\n  second"))).isEqualTo("first second");
  }

  @Test
  void aNameThatTheLocaleCannotSpellSaysWhatToSet() {
    assertThat(UserException.why(new InvalidPathException("M\uFFFDller.html", "unmappable")))
        .contains("ller.html")
        .contains("LC_ALL=C.UTF-8");
  }

  @Test
  void aTemporaryFolderWithoutRoomIsToldBeforeAnythingIsPutThere() {
    assertThatThrownBy(() -> TemporaryFolder.require(folder, Integer.MAX_VALUE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("TMPDIR");
    assertThatThrownBy(() -> TemporaryFolder.require(folder.resolve("none"), 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot be written");
    TemporaryFolder.require(folder, 0);
  }
}
