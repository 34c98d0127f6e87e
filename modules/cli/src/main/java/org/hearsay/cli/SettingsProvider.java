package org.hearsay.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option's value comes from when it is not given: the environment ({@code --state-dir} is
 * {@code HEARSAY_STATE_DIR}), then the properties file that {@code HEARSAY_CONFIG} names ({@code
 * state-dir=…}), else {@code hearsay.properties} in the working folder.
 */
final class SettingsProvider implements IDefaultValueProvider {
  private final Environment environment;
  private final Properties file;

  /** Looks a variable up; null where it is not set. */
  @FunctionalInterface
  interface Environment {
    @Nullable String get(String name);
  }

  SettingsProvider(Environment environment) {
    this.environment = environment;
    this.file = load(environment.get("HEARSAY_CONFIG"));
  }

  private static Properties load(@Nullable String named) {
    Properties out = new Properties();
    Path path = Path.of(named == null ? "hearsay.properties" : named);
    if (named == null && !Files.exists(path)) {
      return out;
    }
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      out.load(reader);
    } catch (IOException e) {
      throw new UserException("cannot read the settings file " + path + ": " + e.getMessage(), e);
    }
    return out;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().replaceFirst("^-+", "");
    @Nullable String value =
        environment.get("HEARSAY_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return value == null ? file.getProperty(name) : value;
  }
}
