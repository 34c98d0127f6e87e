/** A capital that stands for its government: Belgrade speaks for Serbia. */
@NullMarked
package org.hearsay.entities.metonymy;

import org.jspecify.annotations.NullMarked;
