/**
 * What stages are built of: steps that hold their stores, stores that forget, the forms in which
 * values are kept, and where records go.
 */
@NullMarked
package org.hearsay.topology.stores;

import org.jspecify.annotations.NullMarked;
