/** Constructions that leave no doubt who says what. */
@NullMarked
package org.hearsay.claims.wordings;

import org.jspecify.annotations.NullMarked;
