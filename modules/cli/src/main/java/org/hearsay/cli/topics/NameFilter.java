package org.hearsay.cli.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One of the filters that watch has.
 *
 * @param kind what is named
 * @param wanted its id, or a part of its name
 */
record NameFilter(Kind kind, String wanted) {
  private static final String OUTLET_HEADER = "outlet";

  /** What rows name. */
  enum Kind {
    OUTLET,
    SPEAKER,
    ENTITY;

    /** The option that filters by it. */
    String option() {
      return "--" + label();
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a row is shown; one that is no Avro record may be of an outlet, by its header. */
  boolean matches(ConsumerRecord<String, byte[]> record, @Nullable IndexedRecord row) {
    return switch (kind) {
      case OUTLET ->
          wanted.equalsIgnoreCase(TopicReader.header(record, OUTLET_HEADER))
              || (row != null && RowFilter.isFrom(wanted, row));
      case SPEAKER -> row != null && RowFilter.isBy(wanted, row);
      case ENTITY -> row != null && RowFilter.concerns(wanted, row);
    };
  }

  /** The names that would have matched the row. */
  List<String> names(ConsumerRecord<String, byte[]> record, @Nullable IndexedRecord row) {
    if (row == null) {
      @Nullable String outlet =
          kind == Kind.OUTLET ? TopicReader.header(record, OUTLET_HEADER) : null;
      return outlet == null ? List.of() : List.of(outlet);
    }
    return switch (kind) {
      case OUTLET -> RowFilter.outlets(row);
      case SPEAKER -> RowFilter.speakers(row);
      case ENTITY -> RowFilter.entities(row);
    };
  }

  /** The filters of those options that are given. */
  static List<NameFilter> given(
      @Nullable String outlet, @Nullable String speaker, @Nullable String entity) {
    List<NameFilter> out = new ArrayList<>();
    if (outlet != null) {
      out.add(new NameFilter(Kind.OUTLET, outlet));
    }
    if (speaker != null) {
      out.add(new NameFilter(Kind.SPEAKER, speaker));
    }
    if (entity != null) {
      out.add(new NameFilter(Kind.ENTITY, entity));
    }
    return out;
  }
}
