package org.hearsay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceNameTest {
  private static final String KEY = "main.consumer.group.instance.id";

  @TempDir Path folder;

  private Properties named(Path stateDirectory, String... given) {
    Properties out = new Properties();
    for (int i = 0; i < given.length; i += 2) {
      out.put(given[i], given[i + 1]);
    }
    InstanceName.addTo(out, stateDirectory);
    return out;
  }

  @Test
  void aStateDirectoryKeepsItsNameAndNoTwoHaveTheSame() {
    String name = named(folder.resolve("a/state")).getProperty(KEY);
    assertThat(name).isNotBlank();
    assertThat(named(folder.resolve("a/state")).getProperty(KEY)).isEqualTo(name);
    assertThat(named(folder.resolve("b")).getProperty(KEY)).isNotBlank().isNotEqualTo(name);
  }

  @Test
  void whatTheUserSaysOfMembershipStands() {
    assertThat(named(folder, "group.instance.id", "pod-3")).doesNotContainKey(KEY);
    assertThat(named(folder, KEY, "pod-3")).containsEntry(KEY, "pod-3");
    assertThat(named(folder, "consumer.group.instance.id", "pod-3")).doesNotContainKey(KEY);
    assertThat(named(folder, "group.protocol", "streams")).doesNotContainKey(KEY);
  }
}
