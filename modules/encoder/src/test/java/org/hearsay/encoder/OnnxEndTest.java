package org.hearsay.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of models that run when they, or the process, are to end. */
class OnnxEndTest {
  @TempDir Path folder;

  @Test
  void aProcessThatIsToldToStopWhileModelsRunEndsAsItWasTold()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StopsWhileRunning.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(StopsWhileRunning.STATUS);
  }

  @Test
  void aModelThatIsClosedRefusesToRunAndMayBeClosedAgain() {
    MeaningEncoder encoder = MeaningEncoder.load();
    encoder.close();
    encoder.close();
    assertThatThrownBy(() -> encoder.meaning("Mara Lind arrived."))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  /** Ends while two threads run a model, and has them run it on for a while. */
  static final class StopsWhileRunning {
    static final int STATUS = 42;

    private static final int RUNS = 60;
    private static final int LENGTHS = 20;

    private StopsWhileRunning() {}

    public static void main(String[] arguments) throws InterruptedException {
      ToneTagger tagger = ToneTagger.load();
      Semaphore runs = new Semaphore(0);
      for (int i = 0; i < 2; i++) {
        Thread runner =
            new Thread(
                () -> {
                  // A length that it has not had yet makes the runtime ask its environment.
                  for (int more = 0; true; more = (more + 1) % LENGTHS) {
                    String text = "The minister lied" + " to the council".repeat(more) + ".";
                    Span all = new Span(0, text.length());
                    tagger.tones(text, List.of(new ToneTagger.Request(all, new Span(4, 12))));
                    runs.release();
                  }
                });
        runner.setDaemon(true);
        runner.start();
      }
      runs.acquire();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> runs.acquireUninterruptibly(RUNS)));
      System.exit(STATUS);
    }
  }
}
