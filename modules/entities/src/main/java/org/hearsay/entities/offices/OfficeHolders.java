package org.hearsay.entities.offices;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.Holder;
import org.hearsay.entities.reading.Reading;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** Links offices that stand without a name to their holders, where it is known who that is. */
public final class OfficeHolders {
  private static final double HOLDER = 0.7;
  private static final double NAMED_HOLDER = 0.75;

  private final Catalogue catalogue;
  private final OfficeWords words;

  /** The holders that a catalogue knows. */
  public OfficeHolders(Catalogue catalogue, OfficeWords words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /**
   * Adds a mention of the holder to each such office of a text.
   *
   * @param date the day on which it was written, or null where that is not known
   */
  public void find(Reading reading, @Nullable LocalDate date) {
    List<EntityMention> people = List.copyOf(reading.mentions());
    SpanIndex places = SpanIndex.of(people, EntityMention::span);
    List<EntityMention> offices =
        people.stream().filter(m -> m.type() == EntityType.TITLE).toList();
    for (EntityMention office : offices) {
      @Nullable Entity entity =
          office.entityId() == null ? null : catalogue.entity(office.entityId()).orElse(null);
      if (entity == null
          || entity.holders().isEmpty()
          || Reading.besideName(
              office.span(), places.overlapping(Reading.around(office.span()), people))
          || words.ofSomeone(reading.text(), office.span())) {
        continue;
      }
      @Nullable Entity holder = holder(entity, reading, date);
      if (holder != null) {
        double confidence = isNamed(holder.id(), reading) ? NAMED_HOLDER : HOLDER;
        reading.addLoose(reading.mention(office.span(), holder, confidence));
      }
    }
  }

  /** Who held an office on the article's date; without a date, the only holder whom it names. */
  private @Nullable Entity holder(Entity office, Reading reading, @Nullable LocalDate date) {
    Set<String> found = new LinkedHashSet<>();
    for (Holder holder : office.holders()) {
      if (date == null ? isNamed(holder.id(), reading) : holder.isOn(date)) {
        found.add(holder.id());
      }
    }
    return found.size() == 1 ? catalogue.entity(found.iterator().next()).orElse(null) : null;
  }

  private static boolean isNamed(String id, Reading reading) {
    return reading.isMentioned(id);
  }
}
