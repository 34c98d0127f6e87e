package org.hearsay.analysis.mentions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/**
 * Mentions in the order in which they came to be known, and the questions that are asked of them.
 */
final class KnownMentions {
  private final List<EntityMention> all = new ArrayList<>();
  private final SpanIndex places = new SpanIndex();
  private final Map<String, EntityType> first = new HashMap<>();
  private final Map<String, EntityType> last = new HashMap<>();

  /** Where the first person's name ends. */
  private int firstPerson = Integer.MAX_VALUE;

  KnownMentions(List<EntityMention> named) {
    named.forEach(this::add);
  }

  void add(EntityMention mention) {
    places.add(all.size(), mention.span());
    all.add(mention);
    first.putIfAbsent(mention.name(), mention.type());
    last.put(mention.name(), mention.type());
    if (mention.type() == EntityType.PERSON) {
      firstPerson = Math.min(firstPerson, mention.span().end());
    }
  }

  List<EntityMention> all() {
    return all;
  }

  /** Those of which a part lies in a span, in the order of all. */
  List<EntityMention> in(Span span) {
    return places.overlapping(span, all);
  }

  boolean overlap(Span span) {
    return places.overlaps(span);
  }

  boolean namesNobodyBefore(int at) {
    return firstPerson > at;
  }

  /** What the first of a name is; null where none has it. */
  @Nullable EntityType firstType(String name) {
    return first.get(name);
  }

  /** What the last of a name is; null where none has it. */
  @Nullable EntityType lastType(String name) {
    return last.get(name);
  }
}
