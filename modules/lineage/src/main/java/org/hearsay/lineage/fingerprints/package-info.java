/** What is kept of a text so that others who have the same words are found. */
@NullMarked
package org.hearsay.lineage.fingerprints;

import org.jspecify.annotations.NullMarked;
