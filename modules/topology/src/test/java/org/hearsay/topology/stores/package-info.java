/** Tests of the stages. */
@NullMarked
package org.hearsay.topology.stores;

import org.jspecify.annotations.NullMarked;
