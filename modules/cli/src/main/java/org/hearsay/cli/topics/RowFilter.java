package org.hearsay.cli.topics;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.claims.LinkRole;
import org.hearsay.records.topics.Topic;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are shown, by fields that records of several topics have: an id, which has to be the
 * one that is looked for, or a name, of which a part does that begins where a word does, whatever
 * its case and diacritics.
 *
 * <p>Fields are found in the record's schema, so that a new topic with the same fields is filtered
 * like the others.
 */
final class RowFilter {
  private static final Pair OUTLET = new Pair("outletId", "outletName");
  private static final Pair SPEAKER = new Pair("speakerId", "speakerName");
  private static final Pair ENTITY = new Pair("entityId", "name");
  private static final Pair LINK = new Pair("id", "name");

  private static final String CHAIN = "chain";
  private static final String REPORTS = "reports";

  private RowFilter() {}

  /** Two fields of a record that name one thing. */
  private record Pair(String id, String name) {
    boolean is(String wanted, IndexedRecord record) {
      @Nullable Object thatId = value(record, id);
      @Nullable Object thatName = value(record, name);
      return (thatId != null && wanted.equalsIgnoreCase(thatId.toString()))
          || (thatName != null && isPartOf(thatName.toString(), wanted));
    }

    List<String> of(IndexedRecord record) {
      return Stream.of(id, name)
          .map(field -> value(record, field))
          .filter(Objects::nonNull)
          .map(Object::toString)
          .toList();
    }
  }

  /** Whether a name has a part that is wanted, beginning where one of its words does. */
  static boolean isPartOf(String name, String wanted) {
    String folded = Fold.name(name);
    String part = Fold.name(wanted);
    for (int at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(folded.codePointBefore(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows of the topic name a speaker. */
  static boolean namesSpeakers(Topic<?> topic) {
    return has(topic, SPEAKER.id());
  }

  /** Whether rows of the topic name an entity, or links that may be one. */
  static boolean namesEntities(Topic<?> topic) {
    return has(topic, ENTITY.id()) || has(topic, CHAIN);
  }

  private static boolean has(Topic<?> topic, String field) {
    @Nullable Class<? extends SpecificRecord> type = topic.value();
    return type != null && SpecificData.get().getSchema(type).getField(field) != null;
  }

  /** Whether a row is of the outlet: its own, that of a report in it, or the chain's publisher. */
  static boolean isFrom(String outlet, IndexedRecord row) {
    return OUTLET.is(outlet, row)
        || parts(row, REPORTS).stream().anyMatch(report -> OUTLET.is(outlet, report))
        || parts(row, CHAIN).stream()
            .anyMatch(
                link ->
                    LinkRole.PUBLISHER.name().equals(value(link, "role")) && LINK.is(outlet, link));
  }

  /** Whether a row is what the speaker said. */
  static boolean isBy(String speaker, IndexedRecord row) {
    return SPEAKER.is(speaker, row);
  }

  /** Whether a row is of the entity, or has it in its chain. */
  static boolean concerns(String entity, IndexedRecord row) {
    // A field of that name alone may name anything: an outlet has one, too.
    boolean isOfOne = row.getSchema().getField(ENTITY.id()) != null;
    return (isOfOne && ENTITY.is(entity, row))
        || parts(row, CHAIN).stream().anyMatch(link -> LINK.is(entity, link));
  }

  /** The outlets that a row names: ids and names. */
  static List<String> outlets(IndexedRecord row) {
    Stream<IndexedRecord> publishers =
        parts(row, CHAIN).stream()
            .filter(link -> LinkRole.PUBLISHER.name().equals(value(link, "role")));
    return Stream.of(
            OUTLET.of(row).stream(),
            parts(row, REPORTS).stream().flatMap(report -> OUTLET.of(report).stream()),
            publishers.flatMap(link -> LINK.of(link).stream()))
        .flatMap(names -> names)
        .toList();
  }

  /** The speaker that a row names: id and name. */
  static List<String> speakers(IndexedRecord row) {
    return SPEAKER.of(row);
  }

  /** The entities that a row names: ids and names. */
  static List<String> entities(IndexedRecord row) {
    Stream<String> own =
        row.getSchema().getField(ENTITY.id()) == null ? Stream.of() : ENTITY.of(row).stream();
    return Stream.concat(own, parts(row, CHAIN).stream().flatMap(link -> LINK.of(link).stream()))
        .toList();
  }

  private static @Nullable Object value(IndexedRecord record, String name) {
    Schema.@Nullable Field field = record.getSchema().getField(name);
    return field == null ? null : record.get(field.pos());
  }

  private static List<IndexedRecord> parts(IndexedRecord record, String name) {
    return value(record, name) instanceof List<?> list
        ? list.stream()
            .filter(IndexedRecord.class::isInstance)
            .map(IndexedRecord.class::cast)
            .toList()
        : List.of();
  }
}
