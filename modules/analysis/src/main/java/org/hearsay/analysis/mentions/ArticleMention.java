package org.hearsay.analysis.mentions;

import org.hearsay.entities.EntityMention;
import org.hearsay.framing.Voice;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A mention with the voice that it stands in. Spans count from the start of the text that it stands
 * in: the article's body, or the comment's text.
 *
 * @param mention as found
 * @param voice whose words it is part of
 * @param sentence the span of its sentence
 * @param tone how its sentence speaks of it, from -1, badly, to 1, well; null where that is not
 *     read
 * @param claimId the claim in whose content or source it stands, the innermost; null for none
 */
public record ArticleMention(
    EntityMention mention,
    Voice voice,
    Span sentence,
    @Nullable Double tone,
    @Nullable String claimId) {}
