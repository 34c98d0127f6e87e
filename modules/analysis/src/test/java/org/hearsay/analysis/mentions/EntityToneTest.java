package org.hearsay.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.Voice;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityToneTest {
  private static ArticleMention mention(
      String text, @Nullable String id, String name, Voice voice, @Nullable Double tone) {
    Span span = new Span(0, text.length());
    return new ArticleMention(
        new EntityMention(span, text, EntityType.ORGANIZATION, id, name, .9),
        voice,
        span,
        tone,
        null);
  }

  @Test
  void aThingHasAnEntryInEachVoiceInTheOrderOfFirstMention() {
    List<EntityTone> tones =
        EntityTone.of(
            List.of(
                mention("NATO", "nato", "NATO", Voice.QUOTED, null),
                mention("the alliance", "nato", "NATO", Voice.OUTLET, null),
                mention("NATO", "nato", "NATO", Voice.OUTLET, null)));

    assertThat(tones).extracting(EntityTone::voice).containsExactly(Voice.QUOTED, Voice.OUTLET);
    assertThat(tones).extracting(EntityTone::mentions).containsExactly(1, 2);
    assertThat(tones.get(1).entity().text()).isEqualTo("the alliance");
  }

  @Test
  void theToneIsTheMeanOfTheMentionsThatHaveOne() {
    EntityTone tone =
        EntityTone.of(
                List.of(
                    mention("NATO", "nato", "NATO", Voice.OUTLET, -1.0),
                    mention("NATO", "nato", "NATO", Voice.OUTLET, null),
                    mention("NATO", "nato", "NATO", Voice.OUTLET, 0.5)))
            .get(0);

    assertThat(tone.mentions()).isEqualTo(3);
    assertThat(tone.toned()).isEqualTo(2);
    assertThat(tone.tone()).isEqualTo(-0.25);
  }

  @Test
  void whereNoMentionHasAToneThereIsNone() {
    EntityTone tone =
        EntityTone.of(List.of(mention("NATO", "nato", "NATO", Voice.OUTLET, null))).get(0);

    assertThat(tone.toned()).isZero();
    assertThat(tone.tone()).isNull();
  }

  @Test
  void whatTheCatalogueDoesNotKnowIsOneThingByItsName() {
    List<EntityTone> tones =
        EntityTone.of(
            List.of(
                mention("Lake Guild", null, "Lake Guild", Voice.OUTLET, null),
                mention("the guild", null, "Lake Guild", Voice.OUTLET, null),
                mention("Mill Guild", null, "Mill Guild", Voice.OUTLET, null)));

    assertThat(tones).extracting(EntityTone::mentions).containsExactly(2, 1);
  }
}
