package org.hearsay.entities.nominals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Whom "the group", "the party", "the company" and the like mean: the one body that the article
 * introduced as such, by its name ("Lake Party"), in an apposition ("Hamas, a militant group", "the
 * mining company Rio Tinto") or in the catalogue's words for it. Where two were introduced, one
 * without a name among them, or where another body that might be one was named since, nobody is
 * meant.
 */
final class GroupNouns {
  private static final double NOMINAL = 0.6;

  /** How many words an apposition may have before it says what the body is. */
  private static final int APPOSITION = 7;

  /** How many UTF-16 code units a body may be away from the words that mean it. */
  private static final int FAR = 700;

  private final Reading reading;
  private final Catalogue catalogue;
  private final NominalWords language;
  private final BodyWords bodyWords;
  private final String text;
  private final List<FoldedWord> words;

  /** The bodies that the article names, in its order. */
  private final List<EntityMention> bodies;

  /** Kind, to who was introduced as such, to where first. */
  private final Map<String, Map<String, Integer>> introduced = new HashMap<>();

  /** The words that introduce a body which has a name. */
  private final BitSet used = new BitSet();

  GroupNouns(Reading reading, Catalogue catalogue, NominalWords language) {
    this.reading = reading;
    this.language = language;
    this.bodyWords = language.bodies();
    this.catalogue = catalogue;
    this.text = reading.text();
    this.words = reading.words();
    this.bodies =
        reading.mentions().stream()
            .filter(m -> m.type() == EntityType.ORGANIZATION || m.type() == EntityType.MISSION)
            .sorted(Comparator.comparing(EntityMention::span))
            .toList();
  }

  void find() {
    List<Integer> nominals = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (language.isTheGroup(words.subList(i, i + 2))) {
        nominals.add(i);
      }
    }
    if (nominals.isEmpty() || bodies.isEmpty()) {
      return;
    }
    for (EntityMention body : bodies) {
      for (String kind : kinds(body)) {
        introduce(kind, body.clusterId(), body.span().start());
      }
    }
    nameless();
    for (int i : nominals) {
      nominal(i);
    }
  }

  private void introduce(String kind, String who, int at) {
    introduced.computeIfAbsent(kind, k -> new HashMap<>()).merge(who, at, Math::min);
  }

  /** What a body is, by its name, the catalogue and the words beside it. */
  private Set<String> kinds(EntityMention body) {
    Set<String> kinds = new LinkedHashSet<>();
    for (FoldedWord word : FoldedWords.of(body.name())) {
      @Nullable String kind = bodyWords.groupByName().get(word.folded());
      if (kind != null) {
        kinds.add(kind);
      }
    }
    if (body.entityId() != null) {
      catalogue.entity(body.entityId()).map(Entity::anaphors).orElse(List.of()).stream()
          .map(this::withoutArticle)
          .filter(bodyWords.groups()::contains)
          .forEach(word -> kinds.add(bodyWords.group(word)));
    }
    before(body.span(), kinds);
    after(body.span(), kinds);
    return kinds;
  }

  private String withoutArticle(String anaphor) {
    String small = anaphor.toLowerCase(Locale.ROOT);
    int space = small.indexOf(' ');
    return space > 0 && language.definite().contains(small.substring(0, space))
        ? small.substring(space + 1)
        : small;
  }

  /** "The militant group Hamas". */
  private void before(Span name, Set<String> kinds) {
    int at = reading.word(name.start()) - 1;
    if (at >= 0 && bodyWords.groups().contains(words.get(at).folded()) && blank(at, name.start())) {
      used.set(at);
      kinds.add(bodyWords.group(words.get(at).folded()));
    }
  }

  /** "Hamas, a militant group", "Hamas (a militant group)", "Hamas is a militant group". */
  private void after(Span name, Set<String> kinds) {
    int next = reading.word(name.end());
    if (next >= words.size()) {
      return;
    }
    String gap = text.substring(name.end(), words.get(next).span().start());
    int first = next;
    if (gap.isBlank() && bodyWords.apposition().says().contains(words.get(next).folded())) {
      first = next + 1;
    } else if (!gap.matches("\\s?[,(–—-]\\s?")) {
      return;
    }
    if (first >= words.size()
        || !bodyWords.apposition().articles().contains(words.get(first).folded())) {
      return;
    }
    for (int i = first + 1; i < Math.min(words.size(), first + APPOSITION); i++) {
      String word = words.get(i).folded();
      String between = text.substring(words.get(i - 1).span().end(), words.get(i).span().start());
      if (!(between.isBlank() || between.matches("[-’']"))
          || bodyWords.apposition().ends().contains(word)) {
        return;
      }
      if (bodyWords.groups().contains(word)) {
        // "A party to the agreement" is none.
        boolean to =
            i + 1 < words.size()
                && bodyWords.apposition().noGroupBefore().contains(words.get(i + 1).folded());
        if (!to) {
          used.set(i);
          kinds.add(bodyWords.group(word));
        }
        return;
      }
    }
  }

  /** What is introduced without a name: "a small group". */
  private void nameless() {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i).folded();
      if (!bodyWords.groups().contains(word) || used.get(i)) {
        continue;
      }
      Span span = words.get(i).span();
      boolean named = bodies.stream().anyMatch(b -> b.span().overlaps(span));
      for (int j = i - 1; !named && j >= Math.max(0, i - 4); j--) {
        if (!blank(j, words.get(j + 1).span().start())) {
          break;
        }
        if (bodyWords.apposition().indefinite().contains(words.get(j).folded())) {
          introduce(bodyWords.group(word), "nameless at " + i, span.start());
          break;
        }
      }
    }
  }

  private void nominal(int at) {
    FoldedWord noun = words.get(at + 1);
    String kind = bodyWords.group(noun.folded());
    Span span = new Span(words.get(at).span().start(), noun.span().end());
    boolean whole = blank(at, noun.span().start());
    if (!whole || used.get(at + 1) || !reading.free(span) || language.isModified(reading, at + 1)) {
      return;
    }
    List<String> candidates =
        introduced.getOrDefault(kind, Map.of()).entrySet().stream()
            .filter(e -> e.getValue() < span.start())
            .map(Map.Entry::getKey)
            .toList();
    if (candidates.size() != 1) {
      return;
    }
    @Nullable EntityMention last = null;
    for (EntityMention body : bodies) {
      if (body.span().end() > span.start()) {
        break;
      }
      if (body.clusterId().equals(candidates.get(0))) {
        last = body;
      } else if (last != null && body.entityId() == null && !isOther(body)) {
        // It might be one as well.
        last = null;
      }
    }
    if (last != null && span.start() - last.span().end() <= FAR) {
      reading.add(
          new EntityMention(
              span, span.of(text), last.type(), last.entityId(), last.name(), NOMINAL));
    }
  }

  /** Whether a body's name says that it is something else: a ministry, a court. */
  private boolean isOther(EntityMention body) {
    return introduced.values().stream().anyMatch(who -> who.containsKey(body.clusterId()))
        || FoldedWords.of(body.name()).stream()
            .anyMatch(w -> bodyWords.bodies().contains(w.folded()));
  }

  private boolean blank(int word, int until) {
    int end = words.get(word).span().end();
    return end <= until && text.substring(end, until).isBlank();
  }
}
