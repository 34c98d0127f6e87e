package org.hearsay.entities;

/** What kind of thing an entity is. */
public enum EntityType {
  PERSON,
  ORGANIZATION,
  COUNTRY,
  PLACE,
  NATIONALITY,
  OUTLET,
  MISSION,
  LEGAL_INSTRUMENT,
  EVENT,
  TITLE,
  /** A name that the recogniser could not place. */
  OTHER
}
