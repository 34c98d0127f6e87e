/** Tests of the stages. */
@NullMarked
package org.hearsay.topology.trace;

import org.jspecify.annotations.NullMarked;
