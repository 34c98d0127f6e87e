package org.hearsay.entities.nominals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.names.FoundNames;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.names.OwnedName;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * "The alliance", where an article names one thing that the catalogue says is called so. Where two
 * could be meant, neither is.
 */
final class Anaphors {
  private static final double CONFIDENCE = 0.7;

  /** The widest gap between two words that still stand beside each other. */
  private static final int BESIDE = 2;

  private final Reading reading;
  private final NameFinder anaphors;
  private final NominalWords language;

  /** The catalogue's words for things in one article. */
  Anaphors(Reading reading, NameFinder anaphors, NominalWords language) {
    this.reading = reading;
    this.anaphors = anaphors;
    this.language = language;
  }

  void find() {
    Map<String, Integer> named = firstNamed();
    if (named.isEmpty()) {
      return;
    }
    List<FoldedWord> words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      @Nullable FoundNames found = anaphors.longest(reading.text(), words, i);
      if (found == null || language.isTheGroup(words.subList(i, i + found.size()))) {
        continue;
      }
      int last = i + found.size() - 1;
      Span span = new Span(words.get(i).span().start(), words.get(last).span().end());
      @Nullable Entity owner = owner(found, named, span);
      if (owner != null && !goesOn(last)) {
        add(span, owner);
      }
    }
  }

  /** Where each thing is named first. */
  private Map<String, Integer> firstNamed() {
    Map<String, Integer> named = new HashMap<>();
    for (EntityMention mention : reading.mentions()) {
      if (mention.entityId() != null) {
        named.merge(mention.entityId(), mention.span().start(), Math::min);
      }
    }
    return named;
  }

  /** The one thing that is called so and named before, else anywhere; null for none or several. */
  private static @Nullable Entity owner(FoundNames found, Map<String, Integer> named, Span span) {
    @Nullable Entity owner = null;
    int before = 0;
    int anywhere = 0;
    for (OwnedName name : found.names()) {
      @Nullable Integer at = named.get(name.owner().id());
      if (at != null) {
        anywhere++;
        if (at < span.start()) {
          before++;
          owner = name.owner();
        } else if (before == 0) {
          owner = name.owner();
        }
      }
    }
    boolean one = before == 1 || (before == 0 && anywhere == 1);
    return one ? owner : null;
  }

  private void add(Span span, Entity owner) {
    EntityMention mention = reading.mention(span, owner, CONFIDENCE);
    if (reading.free(span)) {
      reading.add(mention);
    } else if (reading.holdsOnlyShorter(span)) {
      // "the NATO-led force" names NATO besides.
      reading.addLoose(mention);
    }
  }

  /** Whether what follows makes the words those for something else: "the alliance of mayors". */
  private boolean goesOn(int last) {
    List<FoldedWord> words = reading.words();
    if (last + 1 >= words.size()) {
      return false;
    }
    FoldedWord next = words.get(last + 1);
    int end = words.get(last).span().end();
    boolean beside =
        next.span().start() - end <= BESIDE && reading.blankBetween(end, next.span().start());
    if (beside && language.goesOn().beforeCapital().contains(next.folded())) {
      // "The Alliance for Progress"; but one asks the alliance for troops.
      return last + 2 < words.size() && words.get(last + 2).capitalised();
    }
    return beside && language.goesOn().always().contains(next.folded());
  }
}
