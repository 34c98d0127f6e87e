/**
 * Fingerprints of texts, and the lists of which articles have which: what they are told of an
 * article, and what they tell of those with the same words.
 */
@NullMarked
package org.hearsay.lineage.fingerprints;

import org.jspecify.annotations.NullMarked;
