package org.hearsay.entities.nominals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.offices.OfficeTerms;
import org.hearsay.entities.offices.OfficeWords;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * "The minister" and "the ministry", where an article introduced one person or one body as such.
 * Where two could be meant, neither is.
 */
final class RoleNouns {
  private static final double CONFIDENCE = 0.6;

  /** How many words after a name may say what somebody is. */
  private static final int APPOSITION = 7;

  private final Reading reading;
  private final String text;
  private final OfficeTerms terms;
  private final NominalWords language;
  private final OfficeWords offices;

  /** Who or what is meant by a role or a word for a body, in the order of their mentions. */
  private final Map<String, List<EntityMention>> byRole = new LinkedHashMap<>();

  RoleNouns(Reading reading, OfficeTerms terms, NominalWords language) {
    this.reading = reading;
    this.text = reading.text();
    this.terms = terms;
    this.language = language;
    this.offices = language.offices();
  }

  /**
   * Adds a mention of each.
   *
   * @param date the day on which the text was written, or null where that is not known
   */
  void find(@Nullable LocalDate date) {
    List<EntityMention> named = new ArrayList<>(reading.mentions());
    persons(named, date);
    bodies(named);
    if (!byRole.isEmpty()) {
      nouns();
    }
  }

  private void introduce(String role, EntityMention mention) {
    byRole.computeIfAbsent(role, key -> new ArrayList<>()).add(mention);
  }

  /** Who is introduced as what: "minister Milan Testovic", "Elena Markovic, the mayor". */
  private void persons(List<EntityMention> named, @Nullable LocalDate date) {
    for (EntityMention mention : named) {
      if (mention.type() != EntityType.PERSON) {
        continue;
      }
      Set<String> known = new HashSet<>();
      before(mention.span(), known);
      after(mention.span(), known);
      if (mention.entityId() != null) {
        known.addAll(terms.roles(mention.entityId(), date));
      }
      known.forEach(role -> introduce(role, mention));
    }
  }

  /** What is a ministry, by the words of its name. */
  private void bodies(List<EntityMention> named) {
    for (EntityMention mention : named) {
      if (mention.type() != EntityType.ORGANIZATION && mention.type() != EntityType.MISSION) {
        continue;
      }
      List<FoldedWord> words = FoldedWords.of(mention.name());
      for (FoldedWord word : words) {
        if (words.size() > 1 && language.bodies().bodies().contains(word.folded())) {
          introduce(word.folded(), mention);
        }
      }
    }
  }

  /** "Foreign Minister Ivica Dacic", "its director, Elena Markovic,". */
  private void before(Span name, Set<String> roles) {
    int at = reading.word(name.start());
    if (at > 0 && gap(at - 1, name.start()).matches("\\.?,?\\s+")) {
      addRole(roles, at - 1);
    }
  }

  /** "Elena Markovic, the mayor of Lakeside, …". */
  private void after(Span name, Set<String> roles) {
    List<FoldedWord> words = reading.words();
    int next = reading.word(name.end());
    if (next >= words.size()
        || !text.substring(name.end(), words.get(next).span().start()).matches(",\\s+")) {
      return;
    }
    for (int i = next; i < Math.min(words.size(), next + APPOSITION); i++) {
      String between = i > next ? gap(i - 1, words.get(i).span().start()) : "";
      if (!between.isBlank() && !between.matches("['’-]")) {
        return;
      }
      String word = words.get(i).folded();
      if (offices.isRole(word)) {
        addRole(roles, i);
        return;
      }
      if (language.endsApposition().contains(word)) {
        return;
      }
    }
  }

  /** What stands between a word and a place right of it; empty for a place within or before it. */
  private String gap(int word, int right) {
    int end = reading.words().get(word).span().end();
    return right < end ? "" : text.substring(end, right);
  }

  private void addRole(Set<String> roles, int at) {
    String word = folded(at);
    String role = offices.abbreviated().getOrDefault(word, word);
    boolean former =
        language.former().before().contains(folded(at - 1))
            || language.former().furtherOff().contains(folded(at - 2));
    if (!offices.isRole(role) || former) {
      return;
    }
    roles.add(role);
    offices.addSame(role, roles);
    if (offices.kinds().contains(folded(at - 1))) {
      String longer = folded(at - 1) + " " + role;
      roles.add(longer);
      offices.addSame(longer, roles);
    }
  }

  /** The word at an index; empty outside the text. */
  private String folded(int at) {
    return at < 0 || at >= reading.words().size() ? "" : reading.words().get(at).folded();
  }

  private void nouns() {
    List<FoldedWord> words = reading.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (!language.definite().contains(words.get(i).folded())) {
        continue;
      }
      int last = i + 1;
      String role = folded(last);
      if (offices.kinds().contains(role) && i + 2 < words.size()) {
        last = i + 2;
        role = role + " " + folded(last);
      }
      @Nullable List<EntityMention> candidates = byRole.get(role);
      if (candidates != null) {
        noun(i, last, candidates);
      }
    }
  }

  private void noun(int article, int last, List<EntityMention> candidates) {
    List<FoldedWord> words = reading.words();
    Span span = new Span(words.get(article).span().start(), words.get(last).span().end());
    boolean whole = span.of(text).matches("\\p{L}+(?:\\s\\p{L}+){1,2}");
    if (!whole || !reading.free(span) || language.isModified(reading, last)) {
      return;
    }
    Map<String, EntityMention> meant = new LinkedHashMap<>();
    for (EntityMention candidate : candidates) {
      if (candidate.span().end() <= span.start()) {
        meant.putIfAbsent(candidate.clusterId(), candidate);
      }
    }
    if (meant.size() == 1) {
      EntityMention one = meant.values().iterator().next();
      reading.add(
          new EntityMention(
              span, span.of(text), one.type(), one.entityId(), one.name(), CONFIDENCE));
    }
  }
}
