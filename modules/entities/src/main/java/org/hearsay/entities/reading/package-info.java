/** One article while it is read: its words, sentences and the mentions found so far. */
@NullMarked
package org.hearsay.entities.reading;

import org.jspecify.annotations.NullMarked;
