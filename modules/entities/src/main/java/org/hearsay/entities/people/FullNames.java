package org.hearsay.entities.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.FoundNames;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.offices.OfficeTerms;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.language.NameType;
import org.hearsay.language.NamedEntity;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The persons whom one article names in full, and whom a surname or a first name alone means there.
 */
public final class FullNames {
  /** "Richard M. Nixon". */
  private static final Pattern MIDDLE_INITIAL = Pattern.compile("(?<=\\p{L})\\s+\\p{Lu}\\.?\\s+");

  private final Reading reading;
  private final String text;
  private final NameFinder catalogued;
  private final OfficeTerms offices;
  private final TitleWords titles;

  /** The full names that the article gives for a surname, in its order. */
  private final Map<String, List<FullName>> bySurname = new HashMap<>();

  /** Those for a first name that others follow. */
  private final Map<String, List<FullName>> byFirst = new HashMap<>();

  /** The words of each full name. */
  private final Map<String, List<FoldedWord>> split = new HashMap<>();

  /** The full names that the recogniser found. */
  public FullNames(Reading reading, NameFinder catalogued, OfficeTerms offices, TitleWords titles) {
    this.reading = reading;
    this.text = reading.text();
    this.catalogued = catalogued;
    this.offices = offices;
    this.titles = titles;
    for (NamedEntity name : reading.names()) {
      List<FoldedWord> words = words(name);
      if (name.type() == NameType.PERSON && words.size() > 1) {
        int last = words.size() - 1;
        while (last > 1 && titles.afterNames().contains(words.get(last).folded())) {
          last--;
        }
        String full = between(words.get(0), words.get(words.size() - 1));
        add(words.get(last).folded(), new FullName(name.span().start(), full, known(full)));
      }
    }
  }

  /** Adds a full name that the recogniser missed. */
  public void add(String surname, FullName full) {
    bySurname.computeIfAbsent(surname, key -> new ArrayList<>(1)).add(full);
    List<FoldedWord> words = words(full);
    if (words.size() > 1) {
      byFirst.computeIfAbsent(words.get(0).folded(), key -> new ArrayList<>(1)).add(full);
    }
  }

  private String between(FoldedWord first, FoldedWord last) {
    return text.substring(first.span().start(), last.span().end()).replaceAll("\\s+", " ");
  }

  /** A recognised name's words, without titles before and a possessive after. */
  public List<FoldedWord> words(NamedEntity name) {
    List<FoldedWord> words = new ArrayList<>(FoldedWords.of(text, name.span()));
    while (words.size() > 1 && titles.isTitle(words.get(0).folded())) {
      words.remove(0);
    }
    if (words.size() > 1 && titles.possessives().isEnding(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  /** The person whom the catalogue knows by a full name, with or without a middle initial. */
  public @Nullable Entity known(String full) {
    @Nullable Entity known = exactly(full);
    if (known != null) {
      return known;
    }
    String shorter = MIDDLE_INITIAL.matcher(full).replaceFirst(" ");
    return shorter.equals(full) ? null : exactly(shorter);
  }

  private @Nullable Entity exactly(String full) {
    List<FoldedWord> words = FoldedWords.of(full);
    if (words.isEmpty()) {
      return null;
    }
    @Nullable FoundNames found = catalogued.longest(full, words, 0);
    if (found == null || found.size() != words.size() || found.names().size() != 1) {
      return null;
    }
    Entity owner = found.first().owner();
    return owner.type() == EntityType.PERSON ? owner : null;
  }

  /** The words of a full name. */
  public List<FoldedWord> words(FullName full) {
    return split.computeIfAbsent(full.name(), FoldedWords::of);
  }

  /** The full names of a folded surname, in the article's order. */
  public List<FullName> of(String surname) {
    return bySurname.getOrDefault(surname, List.of());
  }

  /** Whether the article gives a full name for a folded surname. */
  public boolean has(String surname) {
    return bySurname.containsKey(surname);
  }

  /** Whether a word is the first name of somebody whom the article names in full elsewhere. */
  public boolean isFirstName(Span span) {
    List<FoldedWord> words = FoldedWords.of(text, span);
    return words.size() == 1 && beginningWith(words.get(0).folded()) != null;
  }

  /** Whether somebody of that surname was named before: "Zoran Blic", so that "Blic" may be him. */
  public boolean isSurnameOfOneBefore(Span span) {
    List<FoldedWord> words = FoldedWords.of(text, span);
    return words.size() == 1
        && of(words.get(0).folded()).stream().anyMatch(full -> full.at() < span.start());
  }

  /**
   * The full name that a surname at a place is short for: of those that go with the title before
   * it, the one that stands most often before it, the nearest of equals; else the first after it.
   */
  public @Nullable FullName full(String surname, int at) {
    List<FullName> all = of(surname);
    if (all.isEmpty()) {
      return null;
    }
    String pronoun = titles.pronoun(titleBefore(at));
    Map<String, Integer> counts = new HashMap<>();
    @Nullable FullName best = null;
    int most = 0;
    for (FullName candidate : all) {
      if (!titles.firstNames().mayStandFor(pronoun, candidate.name())) {
        continue;
      }
      if (best == null) {
        best = candidate;
      }
      if (candidate.at() <= at) {
        int said = counts.containsKey(candidate.name()) ? 0 : said(candidate, at);
        int count = counts.merge(candidate.name(), 1 + said, Integer::sum);
        if (count >= most) {
          most = count;
          best = candidate;
        }
      }
    }
    return best;
  }

  private String titleBefore(int at) {
    List<FoldedWord> before = reading.before(new Span(at, at), 1);
    return before.isEmpty() ? "" : before.get(0).folded();
  }

  /**
   * Whether a surname that alone names a person is that one's, though the article gives the full
   * name of a relative: by a title, or since the relative was not named yet or less often.
   */
  private boolean isRather(Entity person, FullName relative, int at) {
    FoldedWord surname = reading.words().get(reading.word(at));
    boolean known =
        person.aliases().stream().anyMatch(alias -> Fold.name(alias).equals(surname.folded()));
    if (!known || relative.isOf(person)) {
      return false;
    }
    String title = titleBefore(at);
    if (titles.isTitle(title) && offices.held(person.id(), title)) {
      return true;
    }
    if (isRuledOut(person, title)) {
      return false;
    }
    return relative.at() > at
        || said(new FullName(at, person.name(), person), at) >= said(relative, at) + 1;
  }

  private boolean isRuledOut(Entity person, String title) {
    return titles.ofOneNamedInFull().contains(title)
        || !titles.firstNames().mayStandFor(titles.pronoun(title), person.name());
  }

  /** How often a person was called by the surname alone before a place. */
  private int said(FullName person, int at) {
    @Nullable Entity known = person.entity();
    return reading.calledAlone(known == null ? null : known.id(), person.name(), at);
  }

  /** Whether a surname alone may be this person's: the article names no one else by it. */
  public boolean isSurname(Span span, Entity person) {
    List<FoldedWord> words = FoldedWords.of(text, span);
    String surname = words.isEmpty() ? "" : words.get(words.size() - 1).folded();
    @Nullable FullName full = full(surname, span.start());
    if (full == null) {
      // The article may give the full name of another only: "Mrs Clinton" is not her husband.
      return !has(surname);
    }
    if (full.entity() == null) {
      return false;
    }
    return full.isOf(person) || isRather(person, full, span.start());
  }

  /** The only full name that ends in a surname of several words: "Lopez-Garcia". */
  public @Nullable FullName endingIn(List<FoldedWord> surname, int at) {
    @Nullable FullName found = null;
    for (FullName full : of(surname.get(surname.size() - 1).folded())) {
      List<FoldedWord> words = words(full);
      int from = words.size() - surname.size();
      boolean ends = from > 0 && full.at() < at;
      for (int i = 0; ends && i < surname.size(); i++) {
        ends = words.get(from + i).folded().equals(surname.get(i).folded());
      }
      if (ends) {
        if (found != null && !found.name().equals(full.name())) {
          return null;
        }
        found = full;
      }
    }
    return found;
  }

  /** The only full name that begins with a first name. */
  public @Nullable FullName beginningWith(String first) {
    @Nullable FullName found = null;
    for (FullName full : byFirst.getOrDefault(first, List.of())) {
      if (found != null && !found.name().equals(full.name())) {
        return null;
      }
      found = full;
    }
    return found;
  }
}
