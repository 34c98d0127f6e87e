package org.hearsay.entities.linking;

import org.hearsay.entities.Entity;

/**
 * Which thing a name means.
 *
 * @param confidence 0..1
 */
record Choice(Entity entity, double confidence) {}
