/**
 * Fingerprints of texts, and the lists of which articles have which, so that those with the same
 * words are found.
 */
@NullMarked
package org.hearsay.lineage.fingerprints;

import org.jspecify.annotations.NullMarked;
