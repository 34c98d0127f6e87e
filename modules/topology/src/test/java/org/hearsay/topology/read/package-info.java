/** Tests of the stages. */
@NullMarked
package org.hearsay.topology.read;

import org.jspecify.annotations.NullMarked;
