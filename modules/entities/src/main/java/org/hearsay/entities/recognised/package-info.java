/** Names that the recogniser found in an article and the catalogue does not have. */
@NullMarked
package org.hearsay.entities.recognised;

import org.jspecify.annotations.NullMarked;
