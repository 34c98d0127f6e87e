/** Tests of the stages. */
@NullMarked
package org.hearsay.topology.state;

import org.jspecify.annotations.NullMarked;
