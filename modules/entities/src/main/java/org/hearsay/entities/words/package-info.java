/** Texts and names as words that are compared without case, diacritics and script. */
@NullMarked
package org.hearsay.entities.words;

import org.jspecify.annotations.NullMarked;
