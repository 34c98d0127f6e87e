package org.hearsay.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void portsFoundTogetherDiffer() {
    assertThat(FreePorts.find(20)).hasSize(20).doesNotHaveDuplicates();
  }
}
