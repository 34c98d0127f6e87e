package org.hearsay.coverage.profiles;

/**
 * What a profile is of. Its form as a key holds tabs, which no id has.
 *
 * @param kind what kind of profile
 * @param outlet the outlet's catalogue id, else its folded name or host; empty in a profile of an
 *     entity
 * @param entity the entity's catalogue id; empty in a profile of an outlet
 */
public record ProfileKey(Kind kind, String outlet, String entity) {
  /** The kinds of profiles. */
  public enum Kind {
    /** What an outlet published. */
    OUTLET,
    /** Who speaks of an entity. */
    ENTITY,
    /** How one outlet speaks of one entity. */
    OUTLET_ENTITY
  }

  private static final char TAB = '\t';
  private static final int PARTS = 3;

  /** A profile of an outlet. */
  public static ProfileKey outlet(String outlet) {
    return new ProfileKey(Kind.OUTLET, outlet, "");
  }

  /** A profile of an entity. */
  public static ProfileKey entity(String entity) {
    return new ProfileKey(Kind.ENTITY, "", entity);
  }

  /** A profile of how an outlet speaks of an entity. */
  public static ProfileKey outletEntity(String outlet, String entity) {
    return new ProfileKey(Kind.OUTLET_ENTITY, outlet, entity);
  }

  /**
   * Reads what {@link #toString} gave.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ProfileKey parse(String key) {
    String[] parts = key.split(String.valueOf(TAB), -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("not a profile's key: " + key);
    }
    return new ProfileKey(Kind.valueOf(parts[0]), parts[1], parts[2]);
  }

  /** The form of {@link #parse}. */
  @Override
  public String toString() {
    return kind.name() + TAB + outlet.replace(TAB, ' ') + TAB + entity.replace(TAB, ' ');
  }

  /** What it is of, for people: the outlet, the entity, or both with a colon between them. */
  public String id() {
    return switch (kind) {
      case OUTLET -> outlet;
      case ENTITY -> entity;
      case OUTLET_ENTITY -> outlet + ":" + entity;
    };
  }
}
