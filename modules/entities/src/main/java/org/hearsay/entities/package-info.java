/** The catalogue of entities and outlets; mentions linked to it. No Kafka. */
@NullMarked
package org.hearsay.entities;

import org.jspecify.annotations.NullMarked;
