/** Tests of the store of fingerprints. */
@NullMarked
package org.hearsay.topology.trace.fingerprints;

import org.jspecify.annotations.NullMarked;
