/** From what the model says of words to attributions and where they end. */
@NullMarked
package org.hearsay.claims.reading;

import org.jspecify.annotations.NullMarked;
