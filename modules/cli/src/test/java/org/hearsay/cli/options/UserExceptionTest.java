package org.hearsay.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
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
  void aRightThatIsMissingIsToldWithWhatItIsMissingOn() {
    assertThat(
            UserException.why(
                new ExecutionException(new TopicAuthorizationException(Set.of("b", "a")))))
        .startsWith("the user has no right to this on the topic a, b: an ACL is missing");
    assertThat(UserException.why(GroupAuthorizationException.forGroupId("hearsay-read")))
        .contains("on the group hearsay-read:");
    assertThat(UserException.why(new ClusterAuthorizationException("Cluster authorization failed")))
        .contains("on the cluster: an ACL is missing (Cluster authorization failed)");
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
