package org.hearsay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * How much of the time that a {@link TimedStage} takes is the stage's own: its processors, their
 * stores, and reading and writing records. The rest is the test driver's, which compiles a pattern
 * for every record that it hands on and commits after each; a deployment has neither. By samples of
 * the stack, every ten milliseconds, so that nothing is timed that would itself take time.
 */
final class StageShare {
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final List<String> SAMPLES =
      List.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

  /** Where Kafka Streams calls what is a stage's own. */
  private static final List<String> OWN =
      List.of(
          "org.apache.kafka.streams.processor.internals.ProcessorNode",
          "org.apache.kafka.streams.processor.internals.SourceNode",
          "org.apache.kafka.streams.processor.internals.RecordDeserializer");

  private final Recording recording = new Recording();

  /** Begins to look. */
  StageShare() {
    for (String samples : SAMPLES) {
      recording.enable(samples).withPeriod(PERIOD);
    }
    recording.start();
  }

  /**
   * Ends.
   *
   * @param stages those that ran meanwhile
   * @return for each 0 to 1; 1 where nothing was seen of it
   */
  List<Double> stop(List<TimedStage> stages) {
    try {
      recording.stop();
      Path file = Files.createTempFile("stage-share", ".jfr");
      try {
        recording.dump(file);
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        return stages.stream().map(stage -> share(events, stage.thread())).toList();
      } finally {
        recording.close();
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double share(List<RecordedEvent> events, String thread) {
    long all = 0;
    long own = 0;
    for (RecordedEvent event : events) {
      @Nullable RecordedStackTrace stack = event.getStackTrace();
      @Nullable RecordedThread sampled = event.getThread("sampledThread");
      if (stack != null && sampled != null && thread.equals(sampled.getJavaName())) {
        all++;
        own += has(stack, OWN) ? 1 : 0;
      }
    }
    return all == 0 ? 1 : (double) own / all;
  }

  private static boolean has(RecordedStackTrace stack, List<String> classes) {
    for (RecordedFrame frame : stack.getFrames()) {
      if (classes.contains(frame.getMethod().getType().getName())) {
        return true;
      }
    }
    return false;
  }
}
