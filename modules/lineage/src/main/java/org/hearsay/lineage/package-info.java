/**
 * Who copied whom: articles to fingerprints, shared passages, what was changed, and the direction
 * of copying. Pure functions of texts and times; no Kafka, no models.
 */
@NullMarked
package org.hearsay.lineage;

import org.jspecify.annotations.NullMarked;
