/** Spans, folding and ids that every library shares. Depends on nothing. */
@NullMarked
package org.hearsay.text;

import org.jspecify.annotations.NullMarked;
