package org.hearsay.registry;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a subject gets its name: the strategies of the Confluent serializers. */
enum SubjectNames {
  TOPIC("TopicNameStrategy") {
    @Override
    String subject(String topic, boolean key, String record) {
      return topic + (key ? "-key" : "-value");
    }
  },
  RECORD("RecordNameStrategy") {
    @Override
    String subject(String topic, boolean key, String record) {
      return record;
    }
  },
  TOPIC_RECORD("TopicRecordNameStrategy") {
    @Override
    String subject(String topic, boolean key, String record) {
      return topic + "-" + record;
    }
  };

  private final String className;

  SubjectNames(String className) {
    this.className = className;
  }

  abstract String subject(String topic, boolean key, String record);

  /** The strategy named by a class, its name or its full name. */
  static SubjectNames of(String configKey, Object value) {
    String name = value instanceof Class<?> type ? type.getName() : value.toString();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(strategy -> strategy.className.equals(simple))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    configKey
                        + " is "
                        + name
                        + ", but must be one of "
                        + Arrays.stream(values())
                            .map(strategy -> strategy.className)
                            .collect(Collectors.joining(", "))));
  }
}
