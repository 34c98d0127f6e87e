package org.hearsay.entities.catalogue;

import java.util.regex.Pattern;
import org.hearsay.entities.Description;
import org.hearsay.entities.Entity;

/**
 * An entity and words that describe it.
 *
 * @param pattern the description's, compiled
 */
public record KnownDescription(Entity entity, Description description, Pattern pattern) {}
