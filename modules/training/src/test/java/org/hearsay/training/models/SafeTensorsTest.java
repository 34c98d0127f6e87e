package org.hearsay.training.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.hearsay.training.TrainingException;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
  private static final Architecture SMALL = new Architecture(11, 7, 4, 2, 1, 8);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Weights weights = Weights.random(SMALL, 3);
    Path file = folder.resolve("model.safetensors");
    new SafeTensors(weights, Map.of("base", "none")).write(file);
    SafeTensors read = SafeTensors.read(file, SMALL);
    assertThat(read.facts()).containsExactly(Map.entry("base", "none"));
    SMALL
        .parameters()
        .keySet()
        .forEach(name -> assertThat(read.weights().get(name)).isEqualTo(weights.get(name)));
  }

  @Test
  void anotherArchitectureIsRefusedByTheNameOfWhatDoesNotFit() throws IOException {
    Path file = folder.resolve("model.safetensors");
    new SafeTensors(Weights.random(SMALL, 3), Map.of()).write(file);
    assertThatThrownBy(() -> SafeTensors.read(file, SMALL.withLayers(2)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("layer.1.qkv.weight");
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    Path file = folder.resolve("model.safetensors");
    new SafeTensors(Weights.random(SMALL, 3), Map.of()).write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> SafeTensors.read(file, SMALL))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("ends within");
    Files.writeString(file, "no model");
    assertThatThrownBy(() -> SafeTensors.read(file, SMALL))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("not a safetensors file");
  }
}
