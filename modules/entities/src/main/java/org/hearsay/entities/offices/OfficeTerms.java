package org.hearsay.entities.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Holder;
import org.hearsay.entities.words.FoldedWords;
import org.jspecify.annotations.Nullable;

/** Which offices the persons of a catalogue held, and when. Immutable. */
public final class OfficeTerms {
  /** The folded words of the offices that a person held. */
  private final Map<String, Set<String>> words = new HashMap<>();

  /** The offices that a person held. */
  private final Map<String, List<Term>> terms = new HashMap<>();

  /** An office while somebody held it. */
  private record Term(Holder holder, Set<String> roles) {}

  /**
   * The terms of all offices among entities.
   *
   * @param language what roles are called in the language of the offices' names
   */
  public OfficeTerms(Iterable<Entity> entities, OfficeWords language) {
    for (Entity office : entities) {
      Set<String> roles = office.holders().isEmpty() ? Set.of() : language.ofOffice(office.name());
      for (Holder holder : office.holders()) {
        terms.computeIfAbsent(holder.id(), key -> new ArrayList<>(1)).add(new Term(holder, roles));
        Set<String> ofHolder = words.computeIfAbsent(holder.id(), key -> new HashSet<>());
        FoldedWords.of(office.name()).forEach(word -> ofHolder.add(word.folded()));
      }
    }
  }

  /** Whether a folded title is a word of an office that a person held. */
  public boolean held(String person, String title) {
    return words.getOrDefault(person, Set.of()).contains(title);
  }

  /**
   * What a person is called by the offices held on a day ("president", "prime minister"); without a
   * day, by all that were ever held.
   */
  public Set<String> roles(String person, @Nullable LocalDate date) {
    Set<String> roles = new HashSet<>();
    for (Term term : terms.getOrDefault(person, List.of())) {
      if (date == null || term.holder().isOn(date)) {
        roles.addAll(term.roles());
      }
    }
    return roles;
  }
}
