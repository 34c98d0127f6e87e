package org.hearsay.records.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Topics by the order in which a subclass declares them: whatever is declared is found here. */
abstract class Declared {
  private final String prefix;
  private final int partitions;
  private final Map<String, Integer> counted;
  private final List<Topic<? extends SpecificRecord>> all = new ArrayList<>();

  /**
   * None yet.
   *
   * @param prefix what the topics' names start with
   * @param partitions how many partitions a topic has, unless {@code counted} or its declaration
   *     says otherwise
   * @param counted the partitions of topics that a cluster has, by the whole name
   */
  Declared(String prefix, int partitions, Map<String, Integer> counted) {
    this.prefix = prefix;
    this.partitions = partitions;
    this.counted = Map.copyOf(counted);
  }

  /** Every topic, in the order of the stream. */
  public final List<Topic<? extends SpecificRecord>> all() {
    return Collections.unmodifiableList(all);
  }

  /** The topic of that name, with or without the prefix. */
  public final Optional<Topic<? extends SpecificRecord>> named(String name) {
    return all.stream()
        .filter(topic -> topic.name().equals(name) || topic.name().equals(prefix + name))
        .findFirst();
  }

  /** The topics that a stage writes, its own and those that it adds to. */
  public final List<Topic<? extends SpecificRecord>> writtenBy(Stage stage) {
    return all.stream().filter(topic -> topic.writers().contains(stage)).toList();
  }

  /** The topics that a stage reads. */
  public final List<Topic<? extends SpecificRecord>> readBy(Stage stage) {
    return all.stream().filter(topic -> topic.readers().contains(stage)).toList();
  }

  /** What the topics' names start with. */
  public final String prefix() {
    return prefix;
  }

  /** Begins the declaration of a topic of Avro records. */
  final <V extends SpecificRecord> Declaration<V> records(Class<V> value, String name) {
    return new Declaration<>(name, value);
  }

  /** Begins the declaration of a topic of raw bytes. */
  final Declaration<SpecificRecord> bytes(String name) {
    return new Declaration<>(name, null);
  }

  /** A topic of which all is said but what it holds. */
  final class Declaration<V extends SpecificRecord> {
    private final String name;
    private final @Nullable Class<V> value;
    private String key = "";
    private List<Stage> writers = List.of();
    private List<Stage> readers = List.of();
    private int count = partitions;
    private Keeping keeping = Keeping.days(30);

    private Declaration(String name, @Nullable Class<V> value) {
      this.name = prefix + name;
      this.value = value;
    }

    /** What its keys are, in Markdown. */
    Declaration<V> keyed(String by) {
      key = by;
      return this;
    }

    /** The stages that write it, its owner first; without this, users do. */
    Declaration<V> writtenBy(Stage... stages) {
      writers = List.of(stages);
      return this;
    }

    /** The stages that read it; without this, none does. */
    Declaration<V> readBy(Stage... stages) {
      readers = List.of(stages);
      return this;
    }

    /** How long records are kept; 30 days unless this is said. */
    Declaration<V> keptDays(int days) {
      keeping = Keeping.days(days);
      return this;
    }

    /** A table: compacted. Every process reads it whole, so that one partition is enough. */
    Declaration<V> table() {
      keeping = Keeping.last();
      count = 1;
      return this;
    }

    /** What it holds, one line of Markdown; with this the topic is declared. */
    Topic<V> holding(String doc) {
      int own = counted.getOrDefault(name, count);
      Topic<V> out = new Topic<>(name, key, value, writers, readers, own, keeping, doc);
      all.add(out);
      return out;
    }
  }
}
