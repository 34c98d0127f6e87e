/** The catalogue's topics as tables that every thread of a stage reads whole. */
@NullMarked
package org.hearsay.topology.catalogue;

import org.jspecify.annotations.NullMarked;
