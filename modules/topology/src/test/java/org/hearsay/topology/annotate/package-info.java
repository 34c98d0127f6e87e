/** Tests of the stages. */
@NullMarked
package org.hearsay.topology.annotate;

import org.jspecify.annotations.NullMarked;
