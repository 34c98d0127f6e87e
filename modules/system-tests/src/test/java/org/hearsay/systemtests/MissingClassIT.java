package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that lacks a class when it comes to need it. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class MissingClassIT {
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void itEndsWithTheReasonThoughItsOtherThreadsGoOn() throws Exception {
    List<String> command =
        List.of("up", folder.resolve("data").toString(), "--port", "0", "--threads", "1");
    try (StageProcess up = StageProcess.hearsayWithout("onnxruntime", folder, command)) {
      assertThat(up.endsWithin(SOON)).as(up::log).isTrue();
      assertThat(up.await()).as(up::log).isEqualTo(1);
      assertThat(up.log()).contains("hearsay: a fault in Hearsay: ai/onnxruntime/");
    }
  }
}
