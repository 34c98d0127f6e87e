package org.hearsay.cli.ask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.Said;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the same store of the samples to all test classes: it takes half a minute to make. */
final class OneSampleStore implements ParameterResolver {
  /** For JUnit. */
  OneSampleStore() {}

  /** The store of the samples. */
  record Asked(Path store) implements AutoCloseable {
    /** Runs a command that asks it. */
    Said ask(String... arguments) {
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--store", store.toString()));
      return Said.by(all.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(store.getParent())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Asked.class;
  }

  @Override
  public Asked resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(OneSampleStore.class, key -> make(), Asked.class);
  }

  private static Asked make() {
    try {
      Path folder = Files.createTempDirectory("hearsay-samples");
      Path store = folder.resolve("samples.duckdb");
      SampleStore.make(folder.resolve("samples"), store);
      return new Asked(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
