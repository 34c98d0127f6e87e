/**
 * The trace stage's store of fingerprints: who has which, the step that looks them up, and the
 * forms of what lies there and of what travels to it and from it.
 */
@NullMarked
package org.hearsay.topology.trace.fingerprints;

import org.jspecify.annotations.NullMarked;
