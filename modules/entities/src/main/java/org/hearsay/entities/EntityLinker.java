package org.hearsay.entities;

import java.time.LocalDate;
import java.util.List;
import org.hearsay.entities.linking.ArticleLinker;
import org.hearsay.language.AnnotatedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things that an article names: those in a catalogue, and the names that the recogniser
 * found besides. Pronouns are left alone. May be used by many threads at once.
 *
 * <p>Mentions are in order. One may lie within another: a country within the name of one of its
 * bodies, an office or a description.
 */
public final class EntityLinker {
  private final EntityLanguage language;
  private final ArticleLinker linker;

  /** Links texts of a language to what {@code catalogue} knows. */
  public EntityLinker(Catalogue catalogue, EntityLanguage language) {
    this.language = language;
    this.linker = new ArticleLinker(catalogue, language);
  }

  /** A linker to another catalogue by the same words. */
  public EntityLinker with(Catalogue other) {
    return new EntityLinker(other, language);
  }

  /** The mentions of a text of no known date, by where they stand. */
  public List<EntityMention> link(AnnotatedText text) {
    return link(text, null);
  }

  /**
   * The mentions of a text, by where they stand.
   *
   * @param date the day on which it was written, which says who held an office; null where that is
   *     not known
   */
  public List<EntityMention> link(AnnotatedText text, @Nullable LocalDate date) {
    return linker.link(text, date);
  }
}
