/** Terms that show framing, and the lexicon files that they are read from. */
@NullMarked
package org.hearsay.framing.terms;

import org.jspecify.annotations.NullMarked;
