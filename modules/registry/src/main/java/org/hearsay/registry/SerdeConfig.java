package org.hearsay.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of the serdes, read from a configuration with the Confluent keys. */
record SerdeConfig(
    List<String> addresses,
    boolean autoRegister,
    boolean useLatest,
    String compatibility,
    SubjectNames keySubjects,
    SubjectNames valueSubjects,
    Patience patience) {

  static final String NONE = "NONE";

  private static final Set<String> LEVELS =
      Set.of(
          NONE,
          "BACKWARD",
          "BACKWARD_TRANSITIVE",
          "FORWARD",
          "FORWARD_TRANSITIVE",
          "FULL",
          "FULL_TRANSITIVE");

  static SerdeConfig of(Map<String, ?> given) {
    Map<String, @Nullable Object> config = new HashMap<>(given);
    return new SerdeConfig(
        addresses(config.get("schema.registry.url")),
        flag(config, "auto.register.schemas", true),
        flag(config, "use.latest.version", false),
        compatibility(config),
        subjects(config, "key.subject.name.strategy"),
        subjects(config, "value.subject.name.strategy"),
        patience(config));
  }

  private static List<String> addresses(@Nullable Object value) {
    Collection<?> parts =
        value instanceof Collection<?> list ? list : List.of(value == null ? "" : value.toString());
    List<String> addresses = new ArrayList<>();
    for (Object part : parts) {
      for (String address : part.toString().split(",", -1)) {
        if (!address.isBlank()) {
          addresses.add(address.strip());
        }
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(
          "schema.registry.url is not set: give the address of the schema registry.");
    }
    return List.copyOf(addresses);
  }

  private static boolean flag(Map<String, @Nullable Object> config, String key, boolean fallback) {
    Object value = config.get(key);
    if (value == null) {
      return fallback;
    }
    return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(key + " is " + value + ", but must be true or false");
    };
  }

  private static String compatibility(Map<String, @Nullable Object> config) {
    Object value = config.get(AvroSerdes.COMPATIBILITY);
    String level = value == null ? "FULL_TRANSITIVE" : value.toString().strip();
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException(
          AvroSerdes.COMPATIBILITY
              + " is "
              + level
              + ", but must be one of "
              + LEVELS.stream().sorted().toList());
    }
    return level;
  }

  private static Patience patience(Map<String, @Nullable Object> config) {
    Object value = config.get(AvroSerdes.PATIENCE);
    if (value == null) {
      return Patience.NONE;
    }
    try {
      long milliseconds = Long.parseLong(value.toString().strip());
      if (milliseconds >= 0) {
        return new Patience(Duration.ofMillis(milliseconds));
      }
    } catch (NumberFormatException e) {
      // Told below, as a negative number is.
    }
    throw new IllegalArgumentException(
        AvroSerdes.PATIENCE + " is " + value + ", but must be a number of milliseconds");
  }

  private static SubjectNames subjects(Map<String, @Nullable Object> config, String key) {
    Object value = config.get(key);
    return value == null ? SubjectNames.TOPIC : SubjectNames.of(key, value);
  }
}
