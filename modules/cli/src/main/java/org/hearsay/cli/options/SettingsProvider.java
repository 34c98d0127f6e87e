package org.hearsay.cli.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option's value comes from when it is not given: the environment ({@code --state-dir} is
 * {@code HEARSAY_STATE_DIR}), then the properties file that {@code HEARSAY_CONFIG} names ({@code
 * state-dir=…}), else {@code hearsay.properties} in the working folder.
 *
 * <p>What {@code --set KEY=VALUE} passes through is {@code HEARSAY_SET_KEY} in the environment,
 * with underscores for the dots, and {@code set.KEY} in the file.
 */
public final class SettingsProvider implements IDefaultValueProvider {
  private static final String VARIABLE = "HEARSAY_";
  private static final String PASSED_VARIABLE = VARIABLE + "SET_";
  private static final String PASSED = "set.";

  private final Map<String, String> environment;
  private final Path path;
  private final Properties file;

  /**
   * Reads the properties file, if there is one.
   *
   * @throws UserException when the file cannot be read
   */
  public SettingsProvider(Map<String, String> environment) {
    this.environment = environment;
    @Nullable String named = environment.get(VARIABLE + "CONFIG");
    this.path = Path.of(named == null ? "hearsay.properties" : named);
    this.file = named == null && !Files.exists(path) ? new Properties() : load(path);
  }

  private static Properties load(Path path) {
    Properties out = new Properties();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      out.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          "cannot read the settings file " + path + " (HEARSAY_CONFIG): " + UserException.why(e),
          e);
    }
    return out;
  }

  /**
   * Refuses a file with a key that is no option of any command: it would be ignored in silence.
   *
   * @throws UserException naming the file and the key
   */
  public void requireKnownKeys(CommandLine root) {
    Set<String> known = new TreeSet<>();
    for (CommandLine command : root.getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        known.add(name(option));
      }
    }
    for (String key : file.stringPropertyNames()) {
      if (!known.contains(key) && !key.startsWith(PASSED)) {
        throw new UserException(
            path
                + ": "
                + key
                + " is no option; a Kafka or registry setting is written "
                + PASSED
                + key
                + ", and the options are "
                + known);
      }
    }
  }

  /**
   * The settings that are passed through to Kafka and the registry, unless the command has them.
   */
  public Map<String, String> passedThrough() {
    Map<String, String> out = new LinkedHashMap<>();
    for (String key : new TreeSet<>(file.stringPropertyNames())) {
      if (key.startsWith(PASSED)) {
        out.put(key.substring(PASSED.length()), file.getProperty(key));
      }
    }
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(PASSED_VARIABLE)) {
            String key = variable.substring(PASSED_VARIABLE.length());
            out.put(key.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return out;
  }

  /** What a command line or a file would show to others: it is looked for in HEARSAY_NAME alone. */
  public Optional<String> secret(String name) {
    return Optional.ofNullable(environment.get(VARIABLE + name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** How wide the terminal says that it is. */
  public @Nullable String columns() {
    return environment.get("COLUMNS");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = name(option);
    @Nullable String value =
        environment.get(VARIABLE + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return value == null ? file.getProperty(name) : value;
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }
}
