/**
 * What every stage with a memory is built of: steps that hold their stores, stores that forget, the
 * forms in which values are kept, and where records go.
 */
@NullMarked
package org.hearsay.topology.state;

import org.jspecify.annotations.NullMarked;
