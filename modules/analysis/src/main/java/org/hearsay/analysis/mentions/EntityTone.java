package org.hearsay.analysis.mentions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.entities.EntityMention;
import org.hearsay.framing.Voice;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of one thing in one voice.
 *
 * @param entity the first of them, which says what the thing is
 * @param voice whose words they stand in
 * @param mentions how many there are
 * @param toned how many of them have a tone
 * @param tone their mean, -1 to 1; null where none has one
 */
public record EntityTone(
    EntityMention entity, Voice voice, int mentions, int toned, @Nullable Double tone) {

  private record Spoken(String thing, Voice voice) {}

  /** What a text's mentions name, one entry a thing and voice, in the order of first mention. */
  public static List<EntityTone> of(List<ArticleMention> mentions) {
    Map<Spoken, List<ArticleMention>> groups = new LinkedHashMap<>();
    for (ArticleMention mention : mentions) {
      groups
          .computeIfAbsent(
              new Spoken(mention.mention().clusterId(), mention.voice()), k -> new ArrayList<>())
          .add(mention);
    }
    return groups.values().stream().map(EntityTone::ofOne).toList();
  }

  private static EntityTone ofOne(List<ArticleMention> group) {
    ArticleMention first = group.get(0);
    List<Double> tones = group.stream().map(ArticleMention::tone).filter(Objects::nonNull).toList();
    @Nullable Double mean =
        tones.isEmpty()
            ? null
            : Double.valueOf(tones.stream().mapToDouble(Double::doubleValue).sum() / tones.size());
    return new EntityTone(first.mention(), first.voice(), group.size(), tones.size(), mean);
  }
}
